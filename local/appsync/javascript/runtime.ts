import { createContext, Script } from 'node:vm';
import { transformSync } from 'esbuild';
import { AppSyncError, ResolverError, UnsupportedFeatureError } from '../errors';
import { Namespace } from '../namespace';
import type { Rendered } from '../vtl/render';
import { dynamodbModule } from './dynamodbModule';

type Handler = (context: object) => unknown;

interface Tools {
  readonly util: Namespace;
  readonly extensions: Namespace;
}

/** Thrown by `runtime.earlyReturn`, caught below. */
class EarlyReturn {
  constructor(readonly value: unknown) {}
}

/** APPSYNC_JS allows no long work; this only stops a handler that never ends. */
const HANDLER_TIMEOUT_MS = 5_000;

const scripts = new Map<string, Script>();

function compile(code: string): Script {
  const known = scripts.get(code);
  if (known) return known;
  try {
    const { code: commonJs } = transformSync(code, { format: 'cjs', target: 'es2022', loader: 'js' });
    const script = new Script(`(function (exports, module, require) {${commonJs}\n})`);
    scripts.set(code, script);
    return script;
  } catch (cause) {
    throw new ResolverError(`The handler cannot be compiled: ${(cause as Error).message}`, 'Code', { cause });
  }
}

function load(code: string, { util, extensions }: Tools): { readonly [name: string]: unknown } {
  const runtime = new Namespace('runtime', {
    earlyReturn: (value?: unknown) => {
      throw new EarlyReturn(value);
    },
  });
  const modules: { readonly [name: string]: Namespace } = {
    '@aws-appsync/utils': new Namespace('@aws-appsync/utils', { util, extensions, runtime }),
    '@aws-appsync/utils/dynamodb': dynamodbModule,
  };
  const require = (name: string): object => {
    const found = modules[name];
    if (!found) throw new UnsupportedFeatureError(`import of ${name} in a JavaScript handler`);
    return found.asObject();
  };
  const module: { exports: { readonly [name: string]: unknown } } = { exports: {} };
  // A context of its own, so that a handler that counts on more than APPSYNC_JS has fails here as well. It
  // keeps mistakes out, not attackers: handlers are the project's own code.
  const wrapper = compile(code).runInContext(createContext({})) as (...args: unknown[]) => void;
  wrapper(module.exports, module, require);
  return module.exports;
}

/**
 * Runs `request` or `response` of an APPSYNC_JS handler. The result is copied through JSON, as AppSync
 * does, so a handler cannot hand out functions or share objects.
 * @throws AppSyncError from `util.error`, ResolverError when the code is at fault
 */
export function runHandler(
  code: string,
  side: 'request' | 'response',
  context: { readonly result?: unknown; readonly prev?: { readonly result: unknown } },
  tools: Tools,
): Rendered {
  try {
    const handler = load(code, tools)[side] as Handler | undefined;
    // A pipeline may leave handlers out; the result then goes through unchanged.
    if (!handler) {
      return { value: side === 'request' ? {} : (context.result ?? context.prev?.result), returned: false };
    }
    const call = new Script('handler(context)');
    const scope = createContext({ handler, context });
    return { value: plain(call.runInContext(scope, { timeout: HANDLER_TIMEOUT_MS })), returned: false };
  } catch (error) {
    if (error instanceof EarlyReturn) return { value: plain(error.value), returned: true };
    if (error instanceof AppSyncError) throw error;
    const message = `The handler failed: ${(error as Error)?.message ?? error}`;
    throw new ResolverError(message, 'Code', { cause: error });
  }
}

const plain = (value: unknown): unknown =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
