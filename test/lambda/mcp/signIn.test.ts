import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Client,
  type OAuthClientProvider,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import type { AuthInfo } from '@modelcontextprotocol/server';
import { openDoor } from '../../../lambda/mcp/door';
import type { Library } from '../../../lambda/mcp/library';

const CALLBACK = 'http://localhost:8787/callback';
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0))
    await new Promise((done) => server.close(done).closeAllConnections());
});

/** Serves a fetch-shaped handler. */
async function serve(answer: (request: Request, bytes: number) => Promise<Response>): Promise<string> {
  const read = async (message: IncomingMessage) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const server = createServer(async (message, response) => {
    const body = await read(message);
    const headers = Object.entries(message.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    );
    const { method = 'GET', url } = message;
    const request = new Request(`http://${message.headers.host}${url}`, {
      method,
      headers,
      ...(body.length > 0 && { body }),
    });
    const answered = await answer(request, body.length);
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(await answered.text());
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

/** Cognito's sign-in page and token endpoint, as far as a code with PKCE is exchanged there. */
async function signInPage() {
  const asked: URLSearchParams[] = [];
  let authorized: URLSearchParams | undefined;
  const page = await serve(async (request) => {
    if (!request.url.endsWith('/oauth2/token')) return new Response(null, { status: 404 });
    const form = new URLSearchParams(await request.text());
    asked.push(form);
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (form.get('code') !== 'the-code' || proof !== authorized?.get('code_challenge'))
      return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const scope = authorized.get('scope');
    return Response.json({
      access_token: `token ${scope}`.replaceAll(' ', '+'),
      token_type: 'Bearer',
      expires_in: 3_600,
    });
  });
  return {
    page,
    asked,
    authorize: (url: URL) => {
      authorized = url.searchParams;
    },
  };
}

const mcpServer = (page: string) =>
  serve(
    openDoor({
      verifier: {
        verifyAccessToken: async (token): Promise<AuthInfo> => ({
          ...{ token, clientId: 'shared', scopes: token.split('+').slice(1) },
          ...{ expiresAt: Date.now() / 1_000 + 60, extra: { sub: 'poe' } },
        }),
      },
      ...{ authorizationServer: 'https://nowhere.example', pages: [], count: async () => {} },
      signIn: { clientId: 'shared', page, callbacks: [CALLBACK] },
      libraryFor: () => ({ caller: 'poe' }) as Library,
      warn: () => {},
    }),
  );

/** What a client keeps of signing in. */
function remembering(redirectUrl: string): OAuthClientProvider & { sentTo?: URL } {
  const kept: Record<string, unknown> = {};
  const keep = (name: string) => (value: unknown) => {
    kept[name] = value;
  };
  const provider: OAuthClientProvider & { sentTo?: URL } = {
    redirectUrl,
    clientMetadata: {
      redirect_uris: [redirectUrl],
      client_name: 'test',
      token_endpoint_auth_method: 'none',
    },
    clientInformation: () => kept.client as never,
    saveClientInformation: keep('client'),
    tokens: () => kept.tokens as never,
    saveTokens: keep('tokens'),
    discoveryState: () => kept.discovered as never,
    saveDiscoveryState: keep('discovered'),
    redirectToAuthorization: (url) => {
      provider.sentTo = url;
    },
    saveCodeVerifier: keep('verifier'),
    codeVerifier: () => String(kept.verifier),
  };
  return provider;
}

test('the official client finds the sign-in, registers, comes back with a code, and reads but does not write', async () => {
  const { page, asked, authorize } = await signInPage();
  const url = new URL('/mcp', await mcpServer(page));
  const provider = remembering(CALLBACK);
  const transport = new StreamableHTTPClientTransport(url, { authProvider: provider });
  await expect(new Client({ name: 'test', version: '1' }).connect(transport)).rejects.toThrow(
    /unauthorized/i,
  );
  const sentTo = provider.sentTo as URL;
  expect(`${sentTo.origin}${sentTo.pathname}`).toBe(`${page}/oauth2/authorize`);
  expect(Object.fromEntries(sentTo.searchParams)).toMatchObject({
    ...{ client_id: 'shared', redirect_uri: CALLBACK, response_type: 'code', code_challenge_method: 'S256' },
    ...{ scope: 'nevermore/read', resource: url.href },
  });
  authorize(sentTo);
  await transport.finishAuth('the-code');
  expect(asked.at(-1)?.get('client_id')).toBe('shared');

  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(url, { authProvider: provider }));
  const facts = await client.callTool({
    name: 'check_facts',
    arguments: { source: '14:02', draft: '14:03' },
  });
  expect(facts.structuredContent).toMatchObject({ added: [{ value: '14:03' }] });
  // A tool that writes sends the person to sign in again, and says what for.
  await expect(client.callTool({ name: 'create_draft', arguments: { title: 'x' } })).rejects.toThrow();
  expect((provider.sentTo as URL).searchParams.get('scope')?.split(' ')).toContain('nevermore/write');
  await client.close();
});

test('a client that would be sent back elsewhere is not registered, and hears which addresses there are', async () => {
  const { page } = await signInPage();
  const origin = await mcpServer(page);
  for (const body of [
    '{"redirect_uris":["https://evil.example/"]}',
    '{"redirect_uris":[]}',
    '{}',
    'nonsense',
  ]) {
    const answer = await fetch(`${origin}/register`, { method: 'POST', body });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: 'invalid_redirect_uri', error_description: expect.stringContaining(CALLBACK) },
    ]);
  }
  const both = `{"redirect_uris":["${CALLBACK}","https://evil.example/"]}`;
  expect((await fetch(`${origin}/register`, { method: 'POST', body: both })).status).toBe(400);
  expect((await fetch(`${origin}/register`)).status).toBe(404);
});
