import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Which backend the page talks to: the file that `npm start` or `ampx` wrote, unless another one is named. */
const OUTPUTS = resolve(process.env.AMPLIFY_OUTPUTS ?? 'amplify_outputs.json');

/** Where the built page may connect to: exactly the backend that amplify_outputs.json names. */
function backendOrigins(): string[] {
  if (!existsSync(OUTPUTS)) return [];
  const outputs = JSON.parse(readFileSync(OUTPUTS, 'utf8')) as {
    auth?: { aws_region?: string };
    data?: { url?: string };
  };
  const api = outputs.data?.url ? new URL(outputs.data.url) : null;
  const realtime = api?.host.replace('appsync-api', 'appsync-realtime-api');
  const cognito = process.env.VITE_COGNITO_ENDPOINT
    ? new URL(process.env.VITE_COGNITO_ENDPOINT).origin
    : `https://cognito-idp.${outputs.auth?.aws_region ?? '*'}.amazonaws.com`;
  return [
    cognito,
    ...(api ? [api.origin, `wss://${realtime}`] : []),
    ...(api?.protocol === 'http:' ? [`ws://${realtime}`] : []),
  ];
}

/**
 * The content security policy, written into the built page; the server that develops needs inline scripts.
 * Styles may be inline because React and the sign-in page set style attributes. Pictures come from here only:
 * a model's Markdown must not be able to call home.
 */
const contentSecurityPolicy = (): Plugin => ({
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      injectTo: 'head-prepend',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: [
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data:",
          "font-src 'self'",
          ["connect-src 'self'", ...backendOrigins()].join(' '),
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
        ].join('; '),
      },
    },
  ],
});

/** Without a backend there is nothing to build against; say what writes the file instead of "not found". */
const backendRequired = (): Plugin => ({
  name: 'backend-required',
  buildStart() {
    if (existsSync(OUTPUTS)) return;
    this.error(
      `There is no ${OUTPUTS}. Run "npm start" for the local backend, or "npx ampx sandbox" for AWS.`,
    );
  },
});

/**
 * Leaves the description of all models out of the page: it grows with the schema, and only `client.models` reads it,
 * which the page does not use.
 */
const withoutModels = (): Plugin => ({
  name: 'without-models',
  enforce: 'pre',
  transform(code, id) {
    if (id !== OUTPUTS) return null;
    const { data: { model_introspection: _, ...data } = {}, ...outputs } = JSON.parse(code);
    return { code: JSON.stringify({ ...outputs, data }), map: null };
  },
});

/** The part of the Amplify client that makes `client.models` from that description, and what stands in its place. */
const MODEL_RUNTIME = '@aws-amplify/data-schema/runtime';
const NO_MODELS = `
  export const addSchemaToClient = (client) => client;
  export const addSchemaToClientWithInstance = (client) => client;
  export const INTERNAL_USER_AGENT_OVERRIDE = Symbol('INTERNAL_USER_AGENT_OVERRIDE');
`;

/**
 * Leaves out what reads that description too: 8 KB of what loads before somebody can write. The page sends
 * its own documents; a name that the client wants one day, and that is not here, breaks the build.
 */
const withoutModelRuntime = (): Plugin => ({
  name: 'without-model-runtime',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === MODEL_RUNTIME ? `\0${MODEL_RUNTIME}` : null),
  load: (id) => (id === `\0${MODEL_RUNTIME}` ? NO_MODELS : null),
});

export default defineConfig({
  plugins: [backendRequired(), withoutModels(), withoutModelRuntime(), react(), contentSecurityPolicy()],
  resolve: { alias: [{ find: /^.*\/amplify_outputs\.json$/, replacement: OUTPUTS }] },
  build: { target: 'es2022', sourcemap: false },
});
