import { objectOf, only, type Resources, textsOf } from './resources';
import type { UserPool, UserPoolClient } from './types';

/** Reads the Cognito user pool; what the template leaves out is Cognito's own default. */
export function readUserPool(resources: Resources): UserPool {
  const pool = only(resources, 'AWS::Cognito::UserPool');
  const policy = objectOf(objectOf(pool.value('Policies')).PasswordPolicy);
  return {
    id: pool.ref(),
    passwordPolicy: {
      minimumLength: Number(policy.MinimumLength ?? 8),
      requireLowercase: policy.RequireLowercase === true,
      requireUppercase: policy.RequireUppercase === true,
      requireNumbers: policy.RequireNumbers === true,
      requireSymbols: policy.RequireSymbols === true,
    },
    usernameAttributes: textsOf(pool.value('UsernameAttributes')),
    autoVerifiedAttributes: textsOf(pool.value('AutoVerifiedAttributes')),
    allowAdminCreateUserOnly: objectOf(pool.value('AdminCreateUserConfig')).AllowAdminCreateUserOnly === true,
    groups: resources.ofType('AWS::Cognito::UserPoolGroup').map((group) => group.text('GroupName')),
  };
}

/** Reads the app client that the browser signs in with. */
export function readUserPoolClient(resources: Resources): UserPoolClient {
  const client = only(resources, 'AWS::Cognito::UserPoolClient');
  return {
    id: client.ref(),
    explicitAuthFlows: textsOf(client.value('ExplicitAuthFlows')),
    preventUserExistenceErrors: client.value('PreventUserExistenceErrors') === 'ENABLED',
  };
}
