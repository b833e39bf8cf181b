import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { startAppSync } from './appsync';
import { amplifyOutputs, DEFAULT_LOCAL_VALUES, synthesize } from './assembly';
import { startBedrock, unconfigured } from './bedrock';
import { describeClockSpeed } from './clockSpeed';
import type { CloudOptions, LocalCloud } from './cloudContract';
import { startCognito } from './cognito';
import { describeDamage, ensureTables, startDynamoDb } from './dynamodb';
import { startFunctionUrl } from './functionUrls';
import { createAuthorizer, loadSecret } from './iam';
import { type LocalFunction, pagesAddress, startLambda } from './lambda';
import { ownRoles } from './ownRoles';
import { listeningOn, originsOf } from './ports';
import { publishAssembly } from './publishedAssembly';
import { startServicesForFunctions } from './servicesForFunctions';
import { createEventBus, listenersOf, startTriggers } from './triggers';

export type { CloudOptions, LocalCloud } from './cloudContract';

/** The deployed functions run on Node.js 22; on an older one here the SDK would warn at every cold start. */
const QUIET_SDK = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

/**
 * Synthesizes the backend and serves it: one service after the other, each on loopback.
 * @throws PortTakenError, SynthesisError, and what the services throw when their state cannot be used
 */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const { state, ports } = options;
  const origins = originsOf(ports.app);
  const closers: Array<() => Promise<void>> = [];
  const closing = <Service extends { close(): Promise<void> }>(service: Service): Service => {
    closers.unshift(() => service.close());
    return service;
  };
  const close = async () => {
    for (const closeOne of closers.splice(0)) await closeOne();
  };

  try {
    const { directory, fresh } = await synthesize({
      projectDir: options.projectDir,
      cacheDir: state.folder('assembly'),
      sources: options.sources,
      environment: options.backendEnvironment,
    });
    const { assembly, earlier, keepOnly } = publishAssembly(
      directory,
      {
        ...DEFAULT_LOCAL_VALUES,
        graphqlUrl: `http://127.0.0.1:${ports.appSync}/graphql`,
        functionUrlPort: ports.functionUrls,
      },
      join(state.folder('lambda'), 'versions'),
    );
    const { region } = assembly;
    const secret = loadSecret(state.file('iam-secret'));
    const own = ownRoles(assembly);
    const authorizer = createAuthorizer({
      functions: [...assembly.functions, own.operator, own.appSync],
      secret,
      region,
    });
    const operator = { region, credentials: authorizer.credentialsFor(own.operator.name) };
    const authorize = async (...asked: Parameters<typeof authorizer.authorize>) => {
      authorizer.authorize(...asked);
    };

    const dynamoDb = closing(
      await listeningOn(ports.dynamoDb, 'DynamoDB', (port) =>
        startDynamoDb({
          port,
          stateDir: state.folder('dynamodb'),
          listeners: listenersOf(assembly),
          onCall: options.onTableCall,
          authorize: (request, permissions) => {
            authorizer.authorizeAll(request, 'dynamodb', permissions);
          },
        }),
      ),
    );
    await ensureTables(assembly.tables, dynamoDb.endpoint, operator);

    const cognito = closing(
      await listeningOn(ports.cognito, 'Cognito', (port) =>
        startCognito({
          port,
          origins,
          stateDir: state.folder('cognito'),
          userPoolId: assembly.userPool.id,
          clientId: assembly.userPoolClient.id,
          passwordPolicy: assembly.userPool.passwordPolicy,
          onCode: options.onCode,
          authorize: (request, action) => {
            const pool = `arn:aws:cognito-idp:${region}:${assembly.account}:userpool/${assembly.userPool.id}`;
            authorizer.authorize(request, action, pool);
          },
        }),
      ),
    );

    const bedrock = closing(
      await listeningOn(ports.bedrock, 'Bedrock', (port) =>
        startBedrock({
          port,
          engine: options.engine ?? unconfigured,
          embedder: options.embedder,
          authorize,
          onCall: options.onModelCall,
          guardrails: assembly.guardrails,
          onNotTried: (line) => options.onLog({ functionName: 'bedrock', line, stream: 'stdout' }),
        }),
      ),
    );

    // Before Lambda: a run that resumes there publishes its progress here at once.
    const appSync = closing(
      await listeningOn(ports.appSync, 'AppSync', (port) =>
        startAppSync({
          port,
          origins,
          assembly,
          dynamoDbEndpoint: dynamoDb.endpoint,
          pageTokenKey: createHmac('sha256', secret).update('page tokens').digest(),
          dynamoDbCredentials: authorizer.credentialsFor(own.appSync.name),
          invokeFunction: (functionArn, payload, type) => lambda.invoke(functionArn, payload, { type }),
          userPool: { issuer: cognito.issuer, jwks: cognito.jwks, clientId: assembly.userPoolClient.id },
          authorizer,
        }),
      ),
    );

    const services = closing(
      await startServicesForFunctions({
        ...{ port: ports.services, assembly, state, secret, authorizer },
        embeddedBy: options.embedder?.name,
        onLog: options.onLog,
      }),
    );

    const { webhooks, ses } = services;
    const added = options.functionEnvironment?.({ webhooks });
    const resolving = new Set([
      ...assembly.api.dataSources.flatMap((source) =>
        source.type === 'AWS_LAMBDA' ? [source.functionArn] : [],
      ),
      ...assembly.functionUrls.map(({ functionArn }) => functionArn),
    ]);
    const functions = assembly.functions.map(
      (fn): LocalFunction => ({
        ...fn,
        environment: { ...fn.environment, ...QUIET_SDK, ...added },
        credentials: authorizer.credentialsFor(fn.name),
        aliases: fn.aliases.map(({ name }) => name),
        versions: fn.versions.map(({ version }) => version),
        earlier: earlier(fn.name),
        // What the author waits for; the others start when something calls them.
        prewarm: options.prewarm !== false && (fn.durable !== undefined || resolving.has(fn.arn)),
        background: !resolving.has(fn.arn),
      }),
    );
    const pagesKey = createHmac('sha256', secret).update('executions pages').digest('base64url');
    const lambda = closing(
      await listeningOn(ports.lambda, 'Lambda', (port) =>
        startLambda({
          port,
          stateDir: state.folder('lambda'),
          functions,
          endpoints: {
            AWS_ENDPOINT_URL_BEDROCK_RUNTIME: bedrock.endpoint,
            AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
            AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.endpoint,
            AWS_ENDPOINT_URL_S3VECTORS: services.endpoint,
            // All others: three that are served, and whatever is refused by name.
            AWS_ENDPOINT_URL: services.endpoint,
          },
          authorize,
          onLog: options.onLog,
          speed: options.clockSpeed,
          pages: {
            key: pagesKey,
            clockSpeed: describeClockSpeed(options.clockSpeed ?? 1),
          },
        }),
      ),
    );

    keepOnly(lambda.inUse());

    const onError = (what: string, error: unknown) =>
      options.onLog({ functionName: what, line: `failed: ${String(error)}`, stream: 'stderr' });
    closing(startTriggers({ assembly, dynamoDb, lambda, state, onError }));
    await ses.publishTo(
      createEventBus({
        rules: assembly.eventRules,
        invoke: (functionArn, payload) => lambda.invoke(functionArn, payload, { type: 'Event' }),
        onError,
      }),
    );

    for (const [place, url] of assembly.functionUrls.entries())
      closing(
        await listeningOn(ports.functionUrls + place, `the function URL ${url.logicalId}`, (port) =>
          startFunctionUrl({
            ...{ url, port, origins },
            invoke: lambda.invoke,
            onError: (error) => onError(url.logicalId, error),
          }),
        ),
      );

    return {
      outputs: amplifyOutputs(assembly),
      endpoints: {
        appSync: appSync.endpoint,
        cognito: cognito.endpoint,
        lambda: lambda.endpoint,
        executions: pagesAddress(lambda.endpoint, pagesKey),
        dynamoDb: dynamoDb.endpoint,
        bedrock: bedrock.endpoint,
        services: services.endpoint,
        outbox: services.outbox,
        webhooks,
      },
      functionUrls: Object.fromEntries(assembly.functionUrls.map(({ logicalId, url }) => [logicalId, url])),
      models: bedrock.describe(),
      embeddedBy: options.embedder?.name,
      emptyIndexes: services.emptyIndexes,
      damagedIndexes: services.damagedIndexes,
      synthesized: fresh,
      resumed: lambda.resumed,
      damage: [
        ...(dynamoDb.damage ? [describeDamage(dynamoDb.damage)] : []),
        ...lambda.damaged.map(({ message }) => message),
        ...services.damage,
      ],
      operator,
      seedUser: cognito.seedUser,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
