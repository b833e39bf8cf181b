import type { Assembly } from './assembly';
import type { Authorizer } from './iam';
import type { OnLog } from './lambda';
import { Outbox } from './outbox';
import { outboxPages } from './outbox/pages';
import { listeningOn } from './ports';
import { openS3 } from './s3';
import { openS3Vectors } from './s3vectors';
import { startServices } from './services';
import { createSes } from './ses';
import { createSystemsManager } from './ssm';
import type { StateFolder } from './stateFolder';

interface ServicesForFunctionsOptions {
  port: number;
  assembly: Assembly;
  state: StateFolder;
  /** Of the state folder. */
  secret: Buffer;
  authorizer: Authorizer;
  /** Who embeds, where somebody does. */
  embeddedBy: string | undefined;
  onLog: OnLog;
}

/** The services that only functions ask, on one port, with the outbox of what they send. */
export async function startServicesForFunctions(options: ServicesForFunctionsOptions) {
  const { port, assembly, state, secret, authorizer, embeddedBy, onLog } = options;
  const failing = (functionName: string) => (error: unknown) =>
    onLog({ functionName, line: String(error), stream: 'stderr' });
  const s3 = openS3({ buckets: assembly.buckets, folder: state.folder('s3') });
  const s3vectors = openS3Vectors({
    ...assembly,
    folder: state.folder('s3vectors'),
    ...(embeddedBy !== undefined && { madeBy: embeddedBy }),
    onError: failing('s3vectors'),
  });
  const outbox = new Outbox(state.folder('outbox'));
  const pages = outboxPages(outbox, secret);
  const ses = createSes({ ...assembly, outbox, onError: failing('ses') });
  const ssm = createSystemsManager({ ...assembly, secretsFile: state.file('secrets.json') });
  const served = await listeningOn(port, 'Systems Manager, S3, S3 Vectors and SES', (free) =>
    startServices({
      port: free,
      services: { s3, s3vectors, ses, ssm },
      pages,
      authorize: authorizer.authorizeAll,
      onRefused: failing('services'),
      onInternalError: failing('services'),
    }),
  );
  return {
    endpoint: served.endpoint,
    /** Page with what was sent. */
    outbox: `${served.endpoint}${pages.page}`,
    /** Where webhooks are caught; a name follows. */
    webhooks: `${served.endpoint}${pages.webhooks}`,
    ses,
    /** Vector indexes that this start made or emptied. */
    emptyIndexes: s3vectors.beganEmpty,
    /** Those that have lost vectors to damage on the disk. */
    damagedIndexes: s3vectors.damagedIndexes,
    /** What of their stored state was damaged, in sentences. */
    damage: [...s3.damage, ...s3vectors.damage, ...outbox.damage],
    close: async () => {
      await served.close();
      s3vectors.close();
    },
  };
}
