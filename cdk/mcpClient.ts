import { Stack } from 'aws-cdk-lib';
import { type IUserPool, OAuthScope, ResourceServerScope } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

/** How assistants outside of the app let people sign in. */
export interface AskedClient {
  /** Where they may be sent back to, as the assistants' makers name them. */
  callbacks: readonly string[];
  /** The first part of the sign-in page's host name, which nobody else in the region may have. */
  domain: string;
}

/** The settings for a client name one half and not the other. */
export class IncompleteClientError extends Error {
  override name = 'IncompleteClientError';
  constructor(readonly missing: string) {
    super(
      `${missing} is not set. A client for assistants needs both NEVERMORE_MCP_CALLBACKS (addresses, with commas ` +
        'between them) and NEVERMORE_MCP_DOMAIN (the prefix of its sign-in page); without both there is none.',
    );
  }
}

/** @throws IncompleteClientError */
export function askedClient(environment: NodeJS.ProcessEnv): AskedClient | undefined {
  const { NEVERMORE_MCP_CALLBACKS: addresses, NEVERMORE_MCP_DOMAIN: domain } = environment;
  if (!addresses && !domain) return undefined;
  if (!addresses) throw new IncompleteClientError('NEVERMORE_MCP_CALLBACKS');
  if (!domain) throw new IncompleteClientError('NEVERMORE_MCP_DOMAIN');
  const callbacks = addresses
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  return { callbacks, domain };
}

const READ = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read post-mortems as you' });
const WRITE = new ResourceServerScope({ scopeName: 'write', scopeDescription: 'Create drafts as you' });

/** A public client of the user pool for assistants: authorization code with PKCE, and a token that says what it is for. */
export class McpClient extends Construct {
  readonly clientId: string;
  /** Of the page where people sign in. */
  readonly signInUrl: string;

  constructor(userPool: IUserPool, { callbacks, domain }: AskedClient) {
    // Beside the user pool: in the stack of what asks for it, the stacks would need each other.
    super(Stack.of(userPool), 'McpClient');
    const server = userPool.addResourceServer('Nevermore', {
      identifier: 'nevermore',
      scopes: [READ, WRITE],
    });
    const page = userPool.addDomain('AssistantSignIn', { cognitoDomain: { domainPrefix: domain } });
    const { userPoolClientId } = userPool.addClient('Assistants', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        callbackUrls: [...callbacks],
        scopes: [
          OAuthScope.OPENID,
          OAuthScope.resourceServer(server, READ),
          OAuthScope.resourceServer(server, WRITE),
        ],
      },
    });
    this.clientId = userPoolClientId;
    this.signInUrl = page.baseUrl();
  }
}
