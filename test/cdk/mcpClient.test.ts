import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { askedClient, McpClient } from '../../cdk/mcpClient';
import { SCOPES } from '../../lambda/mcp/scopes';

const BOTH = {
  NEVERMORE_MCP_CALLBACKS: 'http://localhost:8080/callback, https://claude.ai/api/mcp/auth_callback',
  NEVERMORE_MCP_DOMAIN: 'nevermore-acme',
};

it('is a public client for code with PKCE, whose tokens say whether they may write', () => {
  const stack = new Stack(new App(), 'auth');
  const asked = askedClient(BOTH);
  if (!asked) throw new Error('Both settings are there.');
  new McpClient(new UserPool(stack, 'Pool'), asked);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::Cognito::UserPoolResourceServer', { Identifier: 'nevermore' });
  template.hasResourceProperties('AWS::Cognito::UserPoolDomain', { Domain: 'nevermore-acme' });
  template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    AllowedOAuthFlows: ['code'],
    GenerateSecret: false,
    CallbackURLs: BOTH.NEVERMORE_MCP_CALLBACKS.split(', '),
    AllowedOAuthScopes: Match.arrayWith(['openid']),
  });
  const written = JSON.stringify(template.toJSON());
  for (const scope of Object.values(SCOPES)) expect(written).toContain(`/${scope.split('/')[1]}`);
  // What the app's own sign-in has, another client must not get: it would count as both scopes.
  expect(written).not.toContain('aws.cognito.signin.user.admin');
});

it('is not there unless somebody asks for it, and half a wish is named', () => {
  expect(askedClient({})).toBeUndefined();
  for (const missing of Object.keys(BOTH))
    expect(() => askedClient({ ...BOTH, [missing]: '' })).toThrow(`${missing} is not set`);
});
