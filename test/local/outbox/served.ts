import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Outbox } from '../../../local/outbox';
import { outboxPages } from '../../../local/outbox/pages';
import { startServices } from '../../../local/services';

/** The outbox on a port, as the local cloud serves it. */
export async function servedOutbox() {
  const folder = mkdtempSync(join(tmpdir(), 'nevermore-outbox-'));
  const outbox = new Outbox(folder);
  const pages = outboxPages(outbox, Buffer.alloc(32, 7));
  const failures: unknown[] = [];
  const { endpoint, close } = await startServices({
    port: 0,
    services: {},
    pages,
    authorize: () => {},
    onRefused: () => {},
    onInternalError: (error) => failures.push(error),
  });
  return {
    outbox,
    folder,
    failures,
    endpoint,
    page: `${endpoint}${pages.page}`,
    webhooks: `${endpoint}${pages.webhooks}`,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
