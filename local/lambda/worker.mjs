/**
 * What runs inside a function's process: it loads the bundled handler as Lambda's Node.js runtime does and
 * answers one invocation at a time over the IPC channel. Plain JavaScript, because plain `node` starts it.
 *
 * @typedef {{ type: 'invoke', requestId: string, payload: string, deadline: number, invokedArn: string, clientContext?: string }} InvokeMessage
 * @typedef {{ errorType: string, errorMessage: string, trace: string[] }} Failure
 * @typedef {{ type: 'ready' } | { type: 'initError', failure: Failure } | { type: 'result', requestId: string, payload: string } | { type: 'error', requestId: string, failure: Failure, fatal?: boolean }} WorkerMessage
 */
import dns from 'node:dns';
import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

const taskRoot = /** @type {string} */ (process.env.LAMBDA_TASK_ROOT);
const handlerName = /** @type {string} */ (process.env._HANDLER);
const sendToParent = /** @type {NonNullable<typeof process.send>} */ (process.send).bind(process);

/** @type {string | undefined} */
let currentRequestId;

// The endpoint is gone, however it went: so is this process.
process.on('disconnect', () => process.exit(0));
// Ctrl-C in a terminal reaches every process of the group; only the endpoint decides when this one ends.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});

/** @param {unknown} thrown @param {string} [errorType] @returns {Failure} */
function failureOf(thrown, errorType) {
  if (!(thrown instanceof Error)) {
    const type = thrown === null ? 'null' : typeof thrown;
    const errorMessage = typeof thrown === 'string' ? thrown : (JSON.stringify(thrown) ?? String(thrown));
    return { errorType: errorType ?? type, errorMessage, trace: [] };
  }
  return {
    errorType: errorType ?? thrown.name,
    errorMessage: errorType ? String(thrown) : thrown.message,
    trace: (thrown.stack ?? '').split('\n'),
  };
}

/** An error with the name that Lambda's runtime gives it. @param {string} name @param {string} message */
function runtimeError(name, message) {
  return Object.assign(new Error(message), { name });
}

/**
 * `module` when the asset itself says so, `commonjs` otherwise. Only a package.json inside the asset counts:
 * below this project there is another one further up, which `/var/task` does not have.
 * @param {string} file
 */
function formatOf(file) {
  if (file.endsWith('.mjs')) return 'module';
  if (file.endsWith('.cjs')) return 'commonjs';
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest)) {
      return JSON.parse(readFileSync(manifest, 'utf8')).type === 'module' ? 'module' : 'commonjs';
    }
    if (path.relative(taskRoot, folder) === '') return 'commonjs';
  }
}

/** Makes `require` see the asset as Lambda would: CommonJS unless it says otherwise, and with the AWS SDK at hand. */
function imitateRuntimeLoader() {
  const internals = /** @type {any} */ (Module);
  const loadJs = internals._extensions['.js'];
  /** @param {any} module @param {string} file */
  internals._extensions['.js'] = (module, file) => {
    const ownCode = !path.relative(taskRoot, file).startsWith('..') && !file.includes('node_modules');
    if (!ownCode || formatOf(file) === 'module') return loadJs(module, file);
    return module._compile(readFileSync(file, 'utf8'), file);
  };
  const resolve = internals._resolveFilename;
  const ownRequire = createRequire(import.meta.url);
  /** @param {string} request @param {any[]} rest */
  internals._resolveFilename = function (request, ...rest) {
    try {
      return resolve.call(this, request, ...rest);
    } catch (error) {
      // Lambda's runtime brings these along, so bundlers leave them out.
      if (!/^@(aws-sdk|smithy)\//.test(request)) throw error;
      return ownRequire.resolve(request);
    }
  };
}

/** Lends the AWS SDK to `import` too. A thread more, so only where the asset would not find it by itself. */
function lendSdkToModules() {
  try {
    createRequire(path.join(taskRoot, 'index.js')).resolve('@aws-sdk/client-lambda');
  } catch {
    Module.register(new URL('./sdkResolver.mjs', import.meta.url));
  }
}

/**
 * Keeps what runs here from AWS. Its SDKs ask the local cloud by `AWS_ENDPOINT_URL`; an address that is written
 * out in the code would get past it, with keys that mean nothing there and data that should not leave.
 */
function stayOnThisComputer() {
  const lookup = /** @type {any} */ (dns.lookup);
  /** @param {string} hostname @param {any[]} rest */
  const guarded = (hostname, ...rest) => {
    if (!/\.(?:amazonaws\.com(?:\.cn)?|api\.aws)\.?$/i.test(hostname)) return lookup(hostname, ...rest);
    const message =
      `${hostname} is AWS, and no function that runs in the local cloud reaches it. Leave the address out, and ` +
      'the SDK asks the local cloud; or try this part in a sandbox on AWS.';
    const error = Object.assign(new Error(message), {
      name: 'NotServedLocallyException',
      code: 'ENOTFOUND',
      hostname,
    });
    process.nextTick(rest.at(-1), error);
  };
  Object.assign(dns, { lookup: Object.assign(guarded, lookup) });
}

/** @returns {Promise<Function>} */
async function loadHandler() {
  const folder = path.dirname(handlerName);
  const dot = path.basename(handlerName).indexOf('.');
  if (dot <= 0) throw runtimeError('Runtime.MalformedHandlerName', `Bad handler ${handlerName}`);
  const base = path.basename(handlerName).slice(0, dot);
  const exported = path.basename(handlerName).slice(dot + 1);
  const stem = path.resolve(taskRoot, folder, base);
  const file = ['.js', '.mjs', '.cjs'].map((extension) => stem + extension).find((name) => existsSync(name));
  if (!file) throw runtimeError('Runtime.ImportModuleError', `Error: Cannot find module '${base}'`);

  lendSdkToModules();
  imitateRuntimeLoader();
  let loaded;
  try {
    loaded = formatOf(file) === 'module' ? await import(pathToFileURL(file).href) : createRequire(file)(file);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw Object.assign(error, { name: 'Runtime.UserCodeSyntaxError' });
    }
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw Object.assign(/** @type {Error} */ (error), { name: 'Runtime.ImportModuleError' });
  }
  const handler = exported.split('.').reduce((value, key) => value?.[key], loaded);
  if (typeof handler !== 'function') {
    throw runtimeError('Runtime.HandlerNotFound', `${handlerName} is undefined or not exported`);
  }
  return handler;
}

/** The second argument of a handler. @param {InvokeMessage} message */
function contextOf(message) {
  return {
    awsRequestId: message.requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: message.invokedArn,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: message.clientContext && JSON.parse(message.clientContext),
    getRemainingTimeInMillis: () => Math.max(0, message.deadline - Date.now()),
  };
}

/** Async handlers, plain values, and handlers that call back. @param {Function} handler @param {InvokeMessage} message */
function run(handler, message) {
  return new Promise((resolve, reject) => {
    /** @param {unknown} error @param {unknown} result */
    const callback = (error, result) => (error ? reject(error) : resolve(result));
    const returned = handler(JSON.parse(message.payload), contextOf(message), callback);
    if (typeof returned?.then === 'function' || handler.length < 3) resolve(returned);
  });
}

/** Reports what nobody caught, and dies: a process in an unknown state must not serve again. @param {unknown} thrown @param {string} [errorType] */
function dieOf(thrown, errorType) {
  const failure = failureOf(thrown, errorType);
  console.error(`${failure.errorType}: ${failure.errorMessage}`);
  if (currentRequestId === undefined) process.exit(1);
  sendToParent(
    { type: 'error', requestId: currentRequestId, failure, fatal: true },
    undefined,
    undefined,
    () => process.exit(1),
  );
}
process.on('unhandledRejection', (reason) => dieOf(reason, 'Runtime.UnhandledPromiseRejection'));
process.on('uncaughtException', (error) => dieOf(error));

/**
 * A handler in an endless loop never hears that the endpoint was killed. This thread does: it belongs to
 * another parent then.
 */
function dieWithParent() {
  const watch = `const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, 1000);`;
  new Worker(watch, {
    eval: true,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  }).unref();
}

try {
  stayOnThisComputer();
  const handler = await loadHandler();
  process.on('message', async (/** @type {InvokeMessage} */ message) => {
    const { requestId } = message;
    currentRequestId = requestId;
    try {
      const payload = JSON.stringify(await run(handler, message)) ?? 'null';
      currentRequestId = undefined;
      sendToParent({ type: 'result', requestId, payload });
    } catch (error) {
      currentRequestId = undefined;
      sendToParent({ type: 'error', requestId, failure: failureOf(error) });
    }
  });
  sendToParent({ type: 'ready' });
  dieWithParent();
} catch (error) {
  sendToParent({ type: 'initError', failure: failureOf(error) }, undefined, undefined, () => process.exit(1));
}
