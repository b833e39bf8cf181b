import {
  type AuthInfo,
  bearerAuthChallengeResponse,
  buildOAuthProtectedResourceMetadata,
  createMcpHandler,
  getOAuthProtectedResourceMetadataUrl,
  isLegacyRequest,
  type McpServerFactory,
  OAuthError,
  type OAuthTokenVerifier,
  originValidationResponse,
  verifyBearerToken,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import { AllowanceUsedError, type Count } from '../allowance';
import type { Warn } from '../warn';
import type { Library } from './library';
import { SCOPES } from './scopes';
import { serverFor } from './server';
import { type AssistantSignIn, signInResponse } from './signIn';

export const PATH = '/mcp';
const METADATA = '/.well-known/oauth-protected-resource';

/** The longest draft with its source, twice over. */
export const MOST_BYTES = 2 * 1024 * 1024;

export interface DoorOptions {
  verifier: OAuthTokenVerifier;
  /** The user pool, as clients look it up that have a client of their own. */
  authorizationServer: string;
  /** The client that they share; then this server says where people sign in. */
  signIn?: AssistantSignIn | undefined;
  /** Names of hosts whose pages may ask. */
  pages: readonly string[];
  count: Count;
  libraryFor(token: string, caller: string): Library;
  warn: Warn;
}

/** Lets requests in: whose page asks, how much is sent, who it is, how often. What is behind it knows the caller. */
export function openDoor(options: DoorOptions): (request: Request, bytes: number) => Promise<Response> {
  const { verifier, authorizationServer, signIn, pages, count, libraryFor, warn } = options;
  const factory: McpServerFactory = ({ authInfo }) => {
    if (!authInfo) throw new Error('Nobody is served whose token was not verified.');
    return serverFor(libraryFor(authInfo.token, callerIn(authInfo)), warn);
  };
  const onerror = (error: Error) => warn('A request was refused.', error);
  // No function waits for what may change: streams that would stay open are refused.
  const modern = createMcpHandler(factory, { legacy: 'reject', maxSubscriptions: 0, onerror });
  const legacy = jsonOnly(factory);

  return async (request, bytes) => {
    const { origin, pathname } = new URL(request.url);
    const resource = new URL(PATH, origin);
    if (pathname === METADATA || pathname === METADATA + PATH)
      return metadata(request, resource, signIn ? origin : authorizationServer);
    const signingIn = signIn && bytes <= MOST_BYTES ? await signInResponse(request, signIn) : undefined;
    if (signingIn) return signingIn;
    if (pathname !== PATH) return refusal(404, `There is nothing here. MCP is spoken at ${PATH}.`);
    const foreign = originValidationResponse(request, [...pages]);
    if (foreign) return foreign;
    if (request.method !== 'POST')
      return refusal(405, 'Send a POST: no streams are kept open here.', { allow: 'POST' });
    if (bytes > MOST_BYTES)
      return refusal(
        413,
        `A request may have ${MOST_BYTES} bytes, and this one has ${bytes}. Send it in parts.`,
      );
    // To read is what everything needs; a client that wants to write is told so when it does.
    const challenge = {
      requiredScopes: [SCOPES.read],
      resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(resource),
    };
    let authInfo: AuthInfo;
    try {
      authInfo = await verifyBearerToken(request.headers.get('authorization'), { verifier, ...challenge });
      if (authInfo.resource && authInfo.resource.href !== resource.href)
        throw new OAuthError('invalid_token', 'The token was made for another resource.');
    } catch (error) {
      if (!(error instanceof OAuthError) || error.code === 'server_error')
        warn('A token was not checked.', error);
      return bearerAuthChallengeResponse(error, challenge);
    }
    try {
      await count(callerIn(authInfo));
    } catch (error) {
      if (!(error instanceof AllowanceUsedError)) throw error;
      return tooMany(error);
    }
    return (await isLegacyRequest(request)) ? legacy(request, authInfo) : modern.fetch(request, { authInfo });
  };
}

const callerIn = ({ extra }: AuthInfo): string => String(extra?.sub);

/** Clients of the protocol of 2025: one server and one answer for each request, as JSON and never as a stream. */
const jsonOnly = (factory: McpServerFactory) => async (request: Request, authInfo: AuthInfo) => {
  const server = await factory({ era: 'legacy', authInfo, requestInfo: request });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { authInfo });
  } finally {
    await server.close();
  }
};

/** What a client is told before anybody has signed in; any page may read it. */
function metadata(request: Request, resource: URL, authorizationServer: string): Response {
  if (request.method !== 'GET') return refusal(405, 'Read it with GET.', { allow: 'GET' });
  const document = buildOAuthProtectedResourceMetadata({
    oauthMetadata: {
      issuer: authorizationServer,
      authorization_endpoint: authorizationServer,
      token_endpoint: authorizationServer,
      response_types_supported: ['code'],
    },
    resourceServerUrl: resource,
    scopesSupported: Object.values(SCOPES),
    resourceName: 'Nevermore',
  });
  return Response.json(document, { headers: { 'access-control-allow-origin': '*' } });
}

const refusal = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ jsonrpc: '2.0', id: null, error: { code: -32_000, message } }, { status, headers });

function tooMany({ allowance: { most, seconds }, again }: AllowanceUsedError): Response {
  const wait = Math.max(1, Math.ceil((again.getTime() - Date.now()) / 1_000));
  return refusal(
    429,
    `One person may send ${most} requests within ${seconds} seconds, and you have. Go on in ${wait} seconds.`,
    { 'retry-after': String(wait) },
  );
}
