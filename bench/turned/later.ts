import type { Pair } from './pair';

/**
 * Written in one go when the rules were a day old, before any of them was run, from the classes in which statements
 * had been found turned outside: quantifiers, order, roles, polarity, direction, doubts, number words, points and
 * percent, what lasts, who noticed, magnitudes, years, names beside figures. What they found missing was mended by
 * kinds; they are seen since.
 */
export const TURNED_LATER: readonly Pair[] = [
  ['A handful of tenants could not log in.', 'Every tenant was unable to log in.'],
  ['Most uploads went through.', 'Hardly any uploads went through.'],
  ['A minority of the shards was corrupted.', 'The majority of the shards was corrupted.'],
  ['None of the backups were usable.', 'Some of the backups were usable.'],
  ['All three probes reported the fault.', 'One of the three probes reported the fault.'],
  [
    'The schema was changed before the traffic was drained.',
    'The schema was changed after the traffic was drained.',
  ],
  [
    'Once the quota had been raised, the jobs went through.',
    'The jobs went through, and then the quota was raised.',
  ],
  ['The pager went off prior to the crash.', 'The pager went off following the crash.'],
  ['Billing was restored first, then search.', 'Search was restored first, then billing.'],
  ['Storage escalated to networking.', 'Networking escalated to storage.'],
  ['Priya called the data centre.', 'The data centre called Priya.'],
  ['The consumer blocked the producer.', 'The producer blocked the consumer.'],
  ['The timeout triggered the failover.', 'The failover triggered the timeout.'],
  [
    'The blue stack was drained and the green one took traffic.',
    'The green stack was drained and the blue one took traffic.',
  ],
  ['The canary caught the regression.', 'The canary missed the regression.'],
  ['The alarm was silenced.', 'The alarm was not silenced.'],
  ['The audit log is complete.', 'The audit log is not complete.'],
  ['Card data was never at risk.', 'Card data was at risk.'],
  ['The runbook was up to date.', 'The runbook was out of date.'],
  ['The second attempt succeeded.', 'The second attempt failed.'],
  ['Throughput dropped after the change.', 'Throughput climbed after the change.'],
  ['The replica lag shrank overnight.', 'The replica lag grew overnight.'],
  ['We moved the workload out of the cluster.', 'We moved the workload into the cluster.'],
  ['Packets were sent from the edge to the core.', 'Packets were sent from the core to the edge.'],
  ['The limit was lowered to 200 connections.', 'The limit was lowered by 200 connections.'],
  ['The vendor may have changed the firmware.', 'The vendor changed the firmware.'],
  ['It is possible that a few orders were charged twice.', 'A few orders were charged twice.'],
  ['We suspect that a stale lock held the queue.', 'A stale lock held the queue.'],
  ['The cause is probably a kernel bug.', 'The cause is a kernel bug.'],
  ['Three of the brokers lost their leader.', 'Four of the brokers lost their leader.'],
  ['Two engineers joined the call.', 'Five engineers joined the call.'],
  ['The conversion rate fell by 2 percentage points.', 'The conversion rate fell by 2 percent.'],
  ['The new limit is provisional.', 'The new limit is final.'],
  ['We applied a stopgap.', 'We applied a permanent fix.'],
  ['The leak was spotted by a partner.', 'The leak was spotted by our monitoring.'],
  ['A user reported the blank page on the forum.', 'An alert reported the blank page.'],
  ['The certificate was renewed by hand.', 'The certificate was renewed by a cron job.'],
  ['4.2M events were dropped.', '4.2K events were dropped.'],
  ['The backfill covered 1.5 billion rows.', 'The backfill covered 1.5 million rows.'],
  ['The dump held 3.5 GB.', 'The dump held 3.5 TB.'],
  ['On June 9 the licence ran out.', 'On June 9, 2022 the licence ran out.'],
  ['The migration began on 12 October 2021.', 'The migration began on 12 October 2020.'],
  ['Checkout stayed at 4 % and Search rose to 31 %.', 'Search stayed at 4 % and Checkout rose to 31 %.'],
  ['Mona approved the change; Raj deployed it.', 'Raj approved the change; Mona deployed it.'],
  ['The standby was promoted automatically.', 'The standby was promoted manually.'],
  ['Retries were enabled at 06:10.', 'Retries were disabled at 06:10.'],
  ['The cold cache made the database slow.', 'The slow database made the cache cold.'],
  ['Reads were affected, writes were not.', 'Writes were affected, reads were not.'],
  ['The rollback took longer than the outage.', 'The outage took longer than the rollback.'],
  [
    'The west cluster has more nodes than the east cluster.',
    'The east cluster has more nodes than the west cluster.',
  ],
];

/** The same amount, time or date in another form: none is another one. */
export const EQUAL_LATER: readonly Pair[] = [
  ['It took 105 minutes.', 'It took an hour and three quarters.'],
  ['The window was 48 hours.', 'The window was two days.'],
  ['The file had 4096 MB.', 'The file had 4 GB.'],
  ['Load was four times the usual.', 'Load was 4x the usual.'],
  ['Between 3 and 5 pm EST the site was slow.', 'Between 15:00 and 17:00 EST the site was slow.'],
  ['We lost two and a half hours.', 'We lost 150 minutes.'],
  ['A quarter of the pods restarted.', '25 % of the pods restarted.'],
  ['0.5 % of calls failed.', 'Half a percent of calls failed.'],
  ['We refunded $2.4 million.', 'We refunded $2,400,000.'],
  ['It began at noon.', 'It began at 12:00.'],
  ['On 3 March 2024 at 09:05 UTC it began.', 'It began at 2024-03-03T09:05Z.'],
  ['The p95 rose to 900 ms.', 'The 95th percentile rose to 0.9 s.'],
  ['It lasted 1h 45m.', 'It lasted 105 minutes.'],
  ['A dozen hosts were replaced.', '12 hosts were replaced.'],
  ['One in five requests failed.', '20 % of requests failed.'],
  ['The export has 7,500 rows.', 'The export has 7.5k rows.'],
  ['We waited 90 seconds.', 'We waited a minute and a half.'],
  ['The retention is 2 weeks.', 'The retention is 14 days.'],
  ['It recovered at 11 p.m.', 'It recovered at 23:00.'],
  ['The disk is 1 TiB.', 'The disk is 1024 GiB.'],
];

/** Sentences in the manner of public reports, told in other words that say the same. */
export const FAITHFUL_LATER: readonly Pair[] = [
  [
    'At 07:42 UTC our monitoring detected an elevated rate of 5xx responses from the API.',
    'An elevated rate of 5xx responses from the API was detected by our monitoring at 07:42 UTC.',
  ],
  [
    'A configuration change intended to reduce log volume disabled the health checks.',
    'The health checks were disabled by a configuration change that was meant to reduce log volume.',
  ],
  ['No data was lost during this incident.', 'There was no data loss during this incident.'],
  [
    'Engineers rolled back the release, and error rates returned to normal.',
    'After engineers had rolled back the release, error rates went back to normal.',
  ],
  ['The primary database ran out of connections.', 'Connections to the primary database were exhausted.'],
  [
    'We believe a race condition in the scheduler caused the duplicate jobs.',
    'A race condition in the scheduler is believed to have caused the duplicate jobs.',
  ],
  [
    'Customers in Europe could not sign in for 23 minutes.',
    'For 23 minutes, customers in Europe were unable to sign in.',
  ],
  [
    'The on-call engineer acknowledged the page at 02:13.',
    'At 02:13 the page was acknowledged by the on-call engineer.',
  ],
  [
    'Because the certificate had expired, clients refused to connect.',
    'Clients refused to connect because the certificate had expired.',
  ],
  [
    'Only customers with legacy plans were affected.',
    'The impact was limited to customers with legacy plans.',
  ],
  [
    'It is not yet known why the watchdog did not restart the process.',
    'Why the watchdog did not restart the process is not known yet.',
  ],
  [
    'The queue grew until the consumers were restarted.',
    'Until the consumers were restarted, the queue grew.',
  ],
  ['We increased the pool from 50 to 200 connections.', 'The pool was enlarged from 50 to 200 connections.'],
  [
    'Traffic was shifted from the affected zone to two healthy zones.',
    'Traffic was moved away from the affected zone to two healthy zones.',
  ],
  ['The failover completed in 40 seconds.', 'Failover took 40 seconds.'],
  [
    'Our vendor confirmed the fault at 16:20 and fixed it by 17:05.',
    'The fault was confirmed by our vendor at 16:20 and fixed by 17:05.',
  ],
  ['Roughly 8 % of writes timed out.', 'About 8 % of writes timed out.'],
  [
    'The deploy was paused, but two hosts already had the new version.',
    'Although the deploy was paused, two hosts already had the new version.',
  ],
  ['Nobody was paged since the alert was muted.', 'The alert was muted, so nobody was paged.'],
  [
    'The fix was tested in staging before it was released.',
    'Before it was released, the fix was tested in staging.',
  ],
];
