import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** What somebody needs for a purpose: variables of the environment, and rights. */
export interface Needs {
  environment: Readonly<Record<string, string>>;
  statements: readonly PolicyStatement[];
}

/** A table, as an environment and a right name it. */
export interface Table {
  tableName: string;
  tableArn: string;
}

const onTable = (sid: string, operations: readonly string[], resources: string[]) =>
  new PolicyStatement({
    sid,
    actions: operations.map((operation) => `dynamodb:${operation}`),
    resources,
  });

/** What somebody may do with a table. */
export const mayWork = (
  sid: string,
  { tableArn }: Pick<Table, 'tableArn'>,
  ...operations: string[]
): PolicyStatement => onTable(sid, operations, [tableArn]);

/** What somebody may do with a table and with its indexes. */
export const mayWorkByIndex = (
  sid: string,
  { tableArn }: Pick<Table, 'tableArn'>,
  ...operations: string[]
): PolicyStatement => onTable(sid, operations, [tableArn, `${tableArn}/index/*`]);

/** The right to ask the API for fields, such as `Query/fields/getPostMortem`. */
export const mayAsk = (sid: string, graphqlApiArn: string, fields: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    sid,
    actions: ['appsync:GraphQL'],
    resources: fields.map((field) => `${graphqlApiArn}/types/${field}`),
  });

/** One account by its address or id. Listing them would be the right to read the whole directory. */
export const mayFindOnePerson = ({ userPoolArn }: { userPoolArn: string }): PolicyStatement =>
  new PolicyStatement({
    sid: 'FindOnePerson',
    actions: ['cognito-idp:AdminGetUser'],
    resources: [userPoolArn],
  });

/** The right to start executions of a durable function, through its alias and nothing else. */
export const mayStart = (sid: string, alias: { functionArn: string }): PolicyStatement =>
  new PolicyStatement({ sid, actions: ['lambda:InvokeFunction'], resources: [alias.functionArn] });

/** The right to see how executions of a durable function stand. */
export const maySee = (sid: string, { functionArn }: { functionArn: string }): PolicyStatement =>
  new PolicyStatement({
    sid,
    actions: ['lambda:ListDurableExecutionsByFunction'],
    resources: [functionArn],
  });

/** The right to end executions of a durable function, of whatever version. */
export const mayStop = (sid: string, { functionArn }: { functionArn: string }): PolicyStatement =>
  new PolicyStatement({
    sid,
    actions: ['lambda:StopDurableExecution'],
    resources: [functionArn, `${functionArn}:*`],
  });
