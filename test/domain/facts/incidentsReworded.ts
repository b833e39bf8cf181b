/** Invented incidents in several styles, with what a draft may and may not make of them. */
export interface RewordedIncident {
  id: string;
  source: string;
  /** Drafts' sentences that say in other words what the source says. */
  reworded: string[];
  /** Causes and actions that the source does not know, told with its nouns. */
  invented: string[];
  /** [a hedged or denied statement of the source, told without the doubt or the "no"] */
  unhedged: string[];
  /** The same statements, told in other words with the doubt kept. */
  stillHedged: string[];
}

export const REWORDED_INCIDENTS: readonly RewordedIncident[] = [
  {
    id: 'payments-pool',
    source: `At 14:02 UTC the payments API began returning 503 errors. Roughly 12% of checkout requests failed. The on-call engineer was paged at 14:09 and found that the connection pool to the primary Postgres database was exhausted. A slow query introduced in release 4.18.2 held connections open for up to 40 seconds.
We rolled back to 4.18.1 at 14:31 and error rates returned to normal by 14:38. No payments were lost, because failed requests are retried by the mobile app. We do not know why the load test did not show the problem; it may be that its data set is too small.
The read replica was not affected.`,
    reworded: [
      'The payments API started to return 503 errors at 14:02 UTC.',
      'About 12% of checkout requests failed.',
      'An engineer on call was paged at 14:09 and discovered that the pool of connections to the primary Postgres database had been exhausted.',
      'Connections were held open for up to 40 seconds by a slow query that release 4.18.2 had introduced.',
      'The release was rolled back to 4.18.1 at 14:31, and by 14:38 error rates were back to normal.',
      'Because the mobile app retries failed requests, no payments were lost.',
      'Payments were not lost, as the mobile app retried requests that failed.',
      'The read replica remained unaffected.',
      'Why the load test did not reveal the issue is unknown; possibly its data set is too small.',
      'The connection pool was exhausted because a slow query, introduced in release 4.18.2, kept connections open.',
      'Error rates recovered after the rollback to 4.18.1.',
      'Checkout requests failed for roughly 12% of attempts, and the on-call engineer was paged.',
    ],
    invented: [
      'The slow query was caused by a missing index on the payments table.',
      'The primary Postgres database ran out of disk space.',
      'The team restarted the read replica to relieve the primary.',
      'A network partition between the API and the database triggered the errors.',
      'The connection pool was exhausted because the mobile app retried too aggressively.',
      'We increased the size of the connection pool to 200.',
      'The on-call engineer failed over to the read replica.',
      'The failed payments were reprocessed manually by the support team.',
      'The root cause was a misconfigured load test.',
      'The release had been deployed without approval, which led to the errors.',
      'The load test was skipped for release 4.18.2 due to time pressure.',
      'The engineer killed the slow query and then restarted Postgres.',
    ],
    unhedged: [
      'The load test did not show the problem because its data set is too small.',
      'Payments were lost, because failed requests are retried by the mobile app.',
      'The read replica was affected.',
    ],
    stillHedged: [
      'Its data set may be too small, which might be why the load test missed the problem; this is not yet known.',
      'No payment was lost.',
      'There was no effect on the read replica.',
    ],
  },
  {
    id: 'dns-notes',
    source: `- 03:12 nightly cert renewal job runs
- 03:14 resolver pods in eu-west start crashlooping
- 03:20 monitoring silent (alertmanager was also unable to resolve slack.com)
- 06:45 first customer email: "site is down?"
- 06:58 Priya looks, sees CoreDNS configmap is empty
- 07:05 restored configmap from git, pods healthy
- 07:10 all good
Cause: not confirmed. We suspect the renewal job overwrote the configmap when it ran with an empty template. Could also be the Helm upgrade from the evening before. Nobody touched production by hand.
EU customers could not log in for almost 4h. US customers never noticed.`,
    reworded: [
      'At 03:14 the resolver pods in eu-west began to crash in a loop.',
      'The nightly job that renews certificates ran at 03:12.',
      'Monitoring stayed silent, since Alertmanager could not resolve slack.com either.',
      'The first email from a customer arrived at 06:45.',
      'Priya looked into it at 06:58 and saw that the CoreDNS ConfigMap was empty.',
      'The ConfigMap was restored from Git at 07:05, after which the pods were healthy.',
      'The suspicion is that the renewal job, run with an empty template, overwrote the ConfigMap.',
      'Customers in the EU were unable to log in for almost four hours.',
      'Customers in the US did not notice.',
      'Production was not touched by hand by anybody.',
      'The Helm upgrade of the previous evening could also be the cause; neither is confirmed.',
    ],
    invented: [
      'The ConfigMap was deleted by an engineer who was cleaning up old resources.',
      'Priya restarted the resolver pods and flushed the DNS cache.',
      'The renewal job failed because its service account had expired.',
      'The team rolled back the Helm upgrade.',
      'Alertmanager was moved to a separate cluster.',
      'Monitoring was silent because the alert thresholds had been set too high.',
      'The resolver pods crashed due to a memory leak in CoreDNS.',
      'A DDoS attack against the resolver pods led to the outage.',
      'Customers were informed on the status page and offered credits.',
      'An expired certificate brought the resolver pods down.',
    ],
    unhedged: [
      'The renewal job overwrote the configmap when it ran with an empty template.',
      'The cause was the Helm upgrade from the evening before.',
      'US customers noticed.',
      'Alertmanager was able to resolve slack.com.',
    ],
    stillHedged: [
      'The renewal job is suspected of having overwritten the ConfigMap when it ran with an empty template.',
      'It is also possible that the Helm upgrade of the evening before was the cause.',
      'US customers were unaware of it.',
    ],
  },
  {
    id: 'queue-memo',
    source: `Between 9:15 a.m. and 11:40 a.m. on 3 March 2024, order confirmations were delayed by as much as two hours. The delay was caused by a backlog in the RabbitMQ queue order-events, which grew to 1.4 million messages after the consumer service was scaled down to a single replica by the autoscaler.
The autoscaler scaled down because the CPU metric it depends on had stopped reporting. Why the metric stopped is still under investigation; the vendor believes it is related to a regional maintenance window. Once operations disabled the autoscaler and set the replicas to 24 by hand, the backlog drained within 35 minutes. No orders were lost and nothing was charged twice.
Customer support received 212 contacts.`,
    reworded: [
      'Order confirmations were delayed by up to two hours between 9:15 a.m. and 11:40 a.m. on 3 March 2024.',
      'A backlog in the RabbitMQ queue order-events caused the delay.',
      'The queue grew to 1.4 million messages once the autoscaler had scaled the consumer service down to a single replica.',
      'The autoscaler reduced the replicas since its CPU metric was no longer reporting.',
      'Operations disabled the autoscaler and manually set the replicas to 24.',
      'The backlog drained within 35 minutes.',
      'Customer support was contacted 212 times.',
      'Orders were neither lost nor charged twice.',
      'The reason the metric stopped is still being investigated, and the vendor believes a regional maintenance window is involved.',
      'After operations had disabled the autoscaler and set 24 replicas by hand, it took 35 minutes for the backlog to drain.',
    ],
    invented: [
      'The consumer service crashed because of malformed messages in the queue.',
      'Operations purged the order-events queue and replayed the messages.',
      'The CPU metric stopped because the monitoring agent had been upgraded.',
      'RabbitMQ was restarted at the request of the vendor.',
      'The backlog resulted from a sudden spike in orders.',
      'A bug in the autoscaler was fixed and deployed the same day.',
      'The vendor rolled back the regional maintenance.',
      'Customer support issued refunds to affected customers.',
      'The root cause was a memory leak in the consumer service.',
      'Operations added more RabbitMQ nodes to the cluster.',
    ],
    unhedged: [
      'The metric stopped because of a regional maintenance window.',
      'Orders were lost and customers were charged twice.',
      'The metric stopped reporting, which is related to a regional maintenance window.',
    ],
    stillHedged: [
      'The vendor assumes a relation to a regional maintenance window; the investigation is ongoing.',
      'No order was lost, and there were no double charges.',
    ],
  },
  {
    id: 'storage-narrative',
    source: `Our object store lost quorum for eleven minutes on Tuesday evening. Two of five storage nodes were being drained for a kernel patch when a third, store-4, rebooted on its own. With only two nodes left, writes were rejected and uploads in the web client showed a spinner forever.
The reboot of store-4 was probably a hardware watchdog reset: the IPMI log has a gap, so we cannot be certain. We cancelled the drain, waited for store-4 to rejoin, and verified checksums of every object written that hour. All matched. Reads kept working throughout.
The runbook says to drain one node at a time. It does not say how to check that no other drain is in progress.`,
    reworded: [
      'On Tuesday evening the object store was without quorum for eleven minutes.',
      'A third node, store-4, rebooted by itself while two of the five storage nodes were being drained for a kernel patch.',
      'Only two nodes remained, so writes were rejected.',
      'Uploads in the web client displayed an endless spinner.',
      'The reboot of store-4 was probably caused by a hardware watchdog reset, but this is uncertain because the IPMI log has a gap.',
      'The drain was cancelled and store-4 rejoined.',
      'Checksums of every object written during that hour were verified, and all of them matched.',
      'Reads continued to work the whole time.',
      'According to the runbook, nodes are drained one at a time.',
      'The runbook does not explain how to check whether another drain is in progress.',
    ],
    invented: [
      'The engineer had ignored the runbook and drained two nodes at once.',
      'Store-4 rebooted because of a power supply failure.',
      'The kernel patch was rolled back on all storage nodes.',
      'Store-4 was replaced with new hardware.',
      'The quorum loss was caused by a bug in the kernel patch.',
      'The team restored the lost objects from a backup.',
      'We added an interlock that blocks concurrent drains.',
      'A network switch failure isolated store-4 from the other nodes.',
      'The web client was redeployed with a shorter timeout.',
      'Corrupted objects were rewritten from their checksums.',
    ],
    unhedged: [
      'The reboot of store-4 was a hardware watchdog reset.',
      'The runbook says how to check that no other drain is in progress.',
    ],
    stillHedged: [
      'A hardware watchdog reset is the likely explanation for the reboot of store-4.',
      'How to check that no other drain is in progress is missing from the runbook.',
    ],
  },
  {
    id: 'search-short',
    source: `Search was slow (p95 9s) from around 10am until lunch. It appears that the nightly reindex overran into business hours. I stopped the reindex job, latency dropped straight away. Not sure why it took so long this time, maybe the new product catalogue. We haven't changed anything on the cluster since.`,
    reworded: [
      'From around 10am until lunch, search was slow, with a p95 of 9s.',
      'The nightly reindex apparently ran over into business hours.',
      'Latency fell immediately after the reindex job was stopped.',
      'It is unclear why the reindex took so long this time; the new product catalogue may be the reason.',
      'Nothing on the cluster has been changed since.',
    ],
    invented: [
      'The reindex took longer because of a corrupted shard.',
      'The cluster was scaled up to absorb the load.',
      'Search was slow because the cache had been disabled.',
      'The reindex job was rescheduled to run on weekends.',
      'The team rebuilt the index from scratch.',
    ],
    unhedged: [
      'The nightly reindex overran into business hours.',
      'We have changed things on the cluster since.',
      'It took so long this time because of the new product catalogue.',
    ],
    stillHedged: [
      'The nightly reindex seems to have overrun into business hours.',
      'The cluster has not been changed since.',
    ],
  },
];
