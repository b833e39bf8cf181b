import { createServer, type Plugin } from 'vite';
import { browserWebSocketShim } from '../appsync';
import type { ServeApp } from '../runLocally';
import { SHIM } from './serve';

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

/** Serves the app from its sources. Vite's configuration reads the two settings from the environment. */
export const serveSources: ServeApp = async ({ projectDir, outputsFile, cognitoEndpoint, port }) => {
  process.env.AMPLIFY_OUTPUTS = outputsFile;
  process.env.VITE_COGNITO_ENDPOINT = cognitoEndpoint;
  const server = await createServer({
    root: projectDir,
    plugins: [localWebSocket],
    server: { host: '127.0.0.1', port, strictPort: true },
    logLevel: 'warn',
  });
  await server.listen();
  return { url: `http://localhost:${port}`, close: () => server.close() };
};
