import type { CheckpointRequest, Checkpoints } from './checkpoint';
import { InvalidRequestContentError, NotServedLocallyError } from './errors';
import type { ExecutionStore } from './executionStore';
import type { CallbackAnswer, ExecutionsApi } from './executionsApi';
import type { FunctionCatalog } from './functions';
import type { InvocationType, Invoker } from './invoke';

/** A request as it came over the wire: `path` and `query` undecoded, header names in lower case. */
export type ApiRequest = {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  body: Buffer;
};

/** `body` is sent as it is when it is text, as JSON otherwise. */
export type ApiReply = { statusCode: number; body: string | object; headers?: Record<string, string> };

/** What one operation needs: the name that IAM has for it, the resource it touches, and how it is done. */
type Operation = {
  action: string;
  resource(): string;
  run(): ApiReply | Promise<ApiReply>;
};

/** The parts of the endpoint that answer requests. */
export type Services = {
  catalog: FunctionCatalog;
  store: ExecutionStore;
  invoker: Invoker;
  executions: ExecutionsApi;
  checkpoints: Checkpoints;
};

type Route = {
  method: 'GET' | 'POST';
  pattern: RegExp;
  /** @param key the decoded part of the path that names a function, an execution or a callback */
  operation(key: string, request: ApiRequest, services: Services): Operation;
};

const done = (body: object): ApiReply => ({ statusCode: 200, body });
const queryOf = (request: ApiRequest) => new URLSearchParams(request.query);

function json(request: ApiRequest): unknown {
  if (request.body.length === 0) return undefined;
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch (error) {
    throw new InvalidRequestContentError(error);
  }
}

function callback(verb: string, action: string, answer: (request: ApiRequest) => CallbackAnswer): Route {
  return {
    method: 'POST',
    pattern: new RegExp(`^/2025-12-01/durable-execution-callbacks/([^/]+)/${verb}$`),
    operation: (callbackId, request, { executions }) => ({
      action: `lambda:SendDurableExecutionCallback${action}`,
      resource: () => executions.executionOfCallback(callbackId).live.arn,
      run: () => done(executions.answerCallback(callbackId, answer(request))),
    }),
  };
}

/** The part of AWS's REST API that is served; anything else is refused by name. */
const ROUTES: Route[] = [
  {
    method: 'POST',
    pattern: /^\/2015-03-31\/functions\/([^/]+)\/invocations$/,
    operation: (functionName, request, { catalog, invoker }) => ({
      action: 'lambda:InvokeFunction',
      resource: () => catalog.arnOf(functionName, queryOf(request).get('Qualifier') ?? undefined),
      run: () => invoke(functionName, request, invoker),
    }),
  },
  {
    method: 'POST',
    pattern: /^\/2025-12-01\/durable-executions\/([^/]+)\/checkpoint$/,
    operation: (arn, request, { store, checkpoints }) => ({
      action: 'lambda:CheckpointDurableExecution',
      resource: () => arn,
      run: () => done(checkpoints.save(store.get(arn), (json(request) ?? {}) as CheckpointRequest)),
    }),
  },
  {
    method: 'GET',
    pattern: /^\/2025-12-01\/durable-executions\/([^/]+)\/state$/,
    operation: (arn, request, { store, executions, checkpoints }) => ({
      action: 'lambda:GetDurableExecutionState',
      resource: () => arn,
      run: () => {
        const live = store.get(arn);
        const query = queryOf(request);
        checkpoints.checkToken(live, query.get('CheckpointToken'));
        return done(executions.state(live, query));
      },
    }),
  },
  {
    method: 'GET',
    pattern: /^\/2025-12-01\/durable-executions\/([^/]+)\/history$/,
    operation: (arn, request, { executions }) => ({
      action: 'lambda:GetDurableExecutionHistory',
      resource: () => arn,
      run: () => done(executions.history(arn, queryOf(request))),
    }),
  },
  {
    method: 'POST',
    pattern: /^\/2025-12-01\/durable-executions\/([^/]+)\/stop$/,
    operation: (arn, request, { executions }) => ({
      action: 'lambda:StopDurableExecution',
      resource: () => arn,
      run: () => done(executions.stop(arn, json(request) as object | undefined)),
    }),
  },
  {
    method: 'GET',
    pattern: /^\/2025-12-01\/durable-executions\/([^/]+)$/,
    operation: (arn, request, { executions }) => ({
      action: 'lambda:GetDurableExecution',
      resource: () => arn,
      run: () => done(executions.get(arn, queryOf(request))),
    }),
  },
  {
    method: 'GET',
    pattern: /^\/2025-12-01\/functions\/([^/]+)\/durable-executions$/,
    operation: (functionName, request, { catalog, executions }) => ({
      action: 'lambda:ListDurableExecutionsByFunction',
      resource: () => catalog.arnOf(functionName, queryOf(request).get('Qualifier') ?? undefined),
      run: () => {
        const query = queryOf(request);
        const target = catalog.resolve(functionName, query.get('Qualifier') ?? undefined);
        const version = target.qualifier === undefined ? undefined : target.version;
        return done(executions.list(target.fn.name, version, query));
      },
    }),
  },
  callback('succeed', 'Success', (request) => ({ result: request.body.toString('utf8') })),
  callback('fail', 'Failure', (request) => ({ error: (json(request) ?? {}) as object })),
  callback('heartbeat', 'Heartbeat', () => ({ heartbeat: true })),
];

async function invoke(functionName: string, request: ApiRequest, invoker: Invoker): Promise<ApiReply> {
  const { headers } = request;
  if (headers['x-amz-log-type'] === 'Tail') {
    throw new NotServedLocallyError('LogType Tail (what a function prints goes to the terminal)');
  }
  const context = headers['x-amz-client-context'];
  const reply = await invoker.invoke({
    functionName,
    qualifier: queryOf(request).get('Qualifier') ?? undefined,
    type: (headers['x-amz-invocation-type'] ?? 'RequestResponse') as InvocationType,
    payload: request.body.toString('utf8'),
    executionName: headers['x-amz-durable-execution-name'],
    clientContext: context && Buffer.from(context, 'base64').toString('utf8'),
  });
  return {
    statusCode: reply.statusCode,
    body: reply.payload,
    headers: {
      ...(reply.functionError && { 'x-amz-function-error': reply.functionError }),
      ...(reply.executedVersion && { 'x-amz-executed-version': reply.executedVersion }),
      ...(reply.executionArn && { 'x-amz-durable-execution-arn': reply.executionArn }),
    },
  };
}

/**
 * The operation that a request asks for.
 * @throws NotServedLocallyError by method and path, when there is none
 */
export function operationOf(request: ApiRequest, services: Services): Operation {
  for (const route of ROUTES) {
    const key = route.method === request.method && route.pattern.exec(request.path)?.[1];
    if (key) return route.operation(decodeURIComponent(key), request, services);
  }
  throw new NotServedLocallyError(`${request.method} ${request.path}`);
}
