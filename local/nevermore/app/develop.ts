import { join } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { createAdmission } from '../../admission';
import { browserWebSocketShim } from '../../appsync';
import { originsOf } from '../../ports';
import type { AppContext, ServeApp } from '../runLocally';
import { isRefused, SHIM } from './serve';
import { createSourceGate, readableBy } from './sourceGate';

/** Lets Amplify's realtime connection reach a local address; only here and in `serve.ts`, never in a build. */
const localWebSocket: Plugin = {
  name: 'nevermore-local-websocket',
  configureServer: ({ middlewares }) => {
    middlewares.use(SHIM, (_request, response) => {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(browserWebSocketShim);
    });
  },
  transformIndexHtml: () => [{ tag: 'script', attrs: { src: SHIM }, injectTo: 'head-prepend' }],
};

/** Stands before everything of Vite's: who may ask, and for what. */
function guard(context: AppContext): Plugin {
  const admission = createAdmission(originsOf(context.port));
  const passage = createSourceGate(context);
  return {
    name: 'nevermore-guard',
    configureServer: ({ middlewares, httpServer }) => {
      middlewares.use((request, response, next) => {
        if (isRefused(admission, request, response)) return;
        const asked = request.url ?? '/';
        const answer = asked === SHIM ? 'file' : passage(asked);
        if (answer === 'nothing') {
          response.writeHead(404).end();
          return;
        }
        if (answer === 'page' && !/^\/(?:index\.html)?(?:\?|$)/.test(asked)) request.url = '/';
        next();
      });
      // Vite's own channel to the page, over which it tells of edits.
      httpServer?.prependListener('upgrade', ({ headers }, socket) => {
        try {
          admission.check(headers);
        } catch {
          socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        }
      });
    },
  };
}

/** Serves the app from its sources. Vite's configuration reads the two settings from the environment. */
export const serveSources: ServeApp = async (context) => {
  const { projectDir, stateDir, outputsFile, cognitoEndpoint, port } = context;
  process.env.AMPLIFY_OUTPUTS = outputsFile;
  process.env.VITE_COGNITO_ENDPOINT = cognitoEndpoint;
  const server = await createServer({
    root: projectDir,
    plugins: [guard(context), localWebSocket],
    // All of the page at once: a package that is found later makes those before it be fetched anew.
    optimizeDeps: {
      entries: ['index.html', 'src/**/*.{ts,tsx}'],
      include: ['react/jsx-dev-runtime', 'remark-gfm'],
    },
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      cors: false,
      fs: { strict: true, allow: readableBy(context) },
      watch: { ignored: [join(projectDir, '.nevermore*', '**'), join(stateDir, '**')] },
    },
    logLevel: 'warn',
  });
  await server.listen();
  return { url: `http://localhost:${port}`, close: () => server.close() };
};
