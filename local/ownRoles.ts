import type { Assembly } from './assembly';
import type { Role } from './iam';

/**
 * Who else than functions signs: the person at this computer, with keys from the state folder, and AppSync for
 * its data sources. At AppSync itself the operator has no rights: there people sign in.
 */
export function ownRoles({ account, tables, region }: Assembly): { operator: Role; appSync: Role } {
  // A function's name has no colon, so nobody can be mistaken for these.
  const role = (name: string, Action: string[], Resource: string[]): Role => ({
    name: `local:${name}`,
    roleArn: `arn:aws:iam::${account}:role/local-${name}`,
    roleStatements: [{ Effect: 'Allow', Action, Resource }],
  });
  const tableArns = tables.map(({ tableName }) => `arn:aws:dynamodb:${region}:${account}:table/${tableName}`);
  return {
    operator: role(
      'operator',
      ['dynamodb:*', 'lambda:*', 'bedrock:*', 'ssm:*', 's3:*', 's3vectors:*', 'ses:*'],
      ['*'],
    ),
    appSync: role('appsync', ['dynamodb:*'], [...tableArns, ...tableArns.map((arn) => `${arn}/index/*`)]),
  };
}
