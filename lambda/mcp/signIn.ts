import { SCOPES } from './scopes';

/** The client of the user pool that assistants share, where the deployment has one. */
export interface AssistantSignIn {
  clientId: string;
  /** Where people sign in: `https://<prefix>.auth.<region>.amazoncognito.com`. */
  page: string;
  /** Where the user pool sends them back to, and nowhere else. */
  callbacks: readonly string[];
}

const METADATA = '/.well-known/oauth-authorization-server';
const REGISTER = '/register';

/**
 * What Cognito does not say and does not do: where its endpoints are (RFC 8414), and a client for whoever asks
 * (RFC 7591). Nobody is registered: each is told the one client that the deployment has made. Signing in, codes and
 * tokens are Cognito's own.
 * @returns nothing for other paths
 */
export async function signInResponse(
  request: Request,
  { clientId, page, callbacks }: AssistantSignIn,
): Promise<Response | undefined> {
  const { origin, pathname } = new URL(request.url);
  if (pathname === METADATA && request.method === 'GET')
    return Response.json({
      issuer: origin,
      authorization_endpoint: `${page}/oauth2/authorize`,
      token_endpoint: `${page}/oauth2/token`,
      registration_endpoint: `${origin}${REGISTER}`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      scopes_supported: Object.values(SCOPES),
    });
  if (pathname !== REGISTER || request.method !== 'POST') return undefined;
  const asked = redirectsIn(await request.text());
  const refused = asked.find((uri) => !callbacks.includes(uri));
  if (asked.length === 0 || refused !== undefined)
    return Response.json(
      {
        error: 'invalid_redirect_uri',
        error_description: `${refused ?? 'No redirect URI'} is not among those that this deployment knows: ${callbacks.join(', ')}. Whoever deploys it adds them to NEVERMORE_MCP_CALLBACKS.`,
      },
      { status: 400 },
    );
  return Response.json(
    {
      client_id: clientId,
      redirect_uris: asked,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    { status: 201 },
  );
}

/** What is no registration names no address. */
function redirectsIn(body: string): string[] {
  try {
    const { redirect_uris: uris } = JSON.parse(body) as { redirect_uris?: unknown };
    return Array.isArray(uris) ? uris.map(String) : [];
  } catch {
    return [];
  }
}
