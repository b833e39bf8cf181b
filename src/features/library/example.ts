import type { TimelineEntry } from '../../../domain/postMortem';
import { emptyContent } from '../../data/content';
import type { DocumentContent } from '../../data/types';

/** A made-up incident of a common kind, written the way people write at three in the morning. */
export const examplePostMortem = (): DocumentContent => ({
  ...emptyContent(),
  title: 'Example: checkout down for 23 minutes after a database migration',
  severity: 'SEV2',
  service: 'checkout-api',
  tags: ['database', 'migration', 'example'],
  startedAt: '2026-03-04T14:02:00.000Z',
  detectedAt: '2026-03-04T14:06:00.000Z',
  mitigatedAt: '2026-03-04T14:19:00.000Z',
  resolvedAt: '2026-03-04T14:25:00.000Z',
  summary:
    'checkout was down 14:02 to 14:25 UTC. a migration on the orders table took a lock and every checkout request waited for it until it timed out. we killed the migration and it recovered.',
  impact:
    'customers could not pay. about 1,900 checkouts failed going by the gateway logs, probably some of them are retries. EU only. no data lost as far as we know.',
  description:
    'deployed release 4.18.2 at 14:02 incl. migration 0097 that adds a column w/ default to orders (41M rows). p99 on checkout-api went from 300 ms to the 30 s timeout right away. first alert 14:06 (error rate above 5 %). at first we thought it was the payment provider because they had an incident last week and that cost us maybe 5 min. 14:14 someone saw the lock in pg_stat_activity. 14:19 killed the migration, error rate went down. 14:25 all green. rolled back to 4.18.1 to be safe.',
  rootCause:
    'ALTER TABLE with a default rewrote the table on our postgres version and holds ACCESS EXCLUSIVE the whole time. staging has 20k rows so it took 80 ms there and nobody noticed. we think lock_timeout was never set for the migration role, not confirmed.',
  resolution:
    'killed the migration, rolled back. the column is now added without default and backfilled in batches. want: lock_timeout on the migration role, staging with realistic row counts, and an alert on lock wait time.',
  timeline: [
    entry('14:02', 'Release 4.18.2 deployed, migration 0097 starts.', 'trigger'),
    entry('14:06', 'Alert: checkout error rate above 5 %.', 'detection'),
    entry('14:14', 'Lock found in pg_stat_activity.', 'keyMoment'),
    entry('14:19', 'Migration killed; error rate falls.', 'mitigation'),
    entry('14:25', 'All checks green.', 'resolution'),
  ],
  actionItems: [
    {
      text: 'Set lock_timeout for the migration role',
      owner: 'Platform',
      dueDate: '2026-03-11',
      done: false,
    },
    { text: 'Alert on lock wait time', owner: 'On-call', dueDate: '', done: false },
  ],
});

/** An entry of that afternoon, with the day and the zone that whoever noted it knew. */
function entry(time: string, text: string, kind: TimelineEntry['kind']): TimelineEntry {
  return { at: `${time} UTC`, text, moment: `2026-03-04T${time}:00+00:00`, zone: 'UTC', kind };
}
