/** Incidents in the styles of vendors, status pages and chat logs. Made up; nothing here happened. */
export const INCIDENTS: readonly string[] = [
  `On March 3, 2024, between 10:02 AM and 1:47 PM PST, customers in the us-west-2 Region experienced elevated API error rates (HTTP 503) for 3 hours and 45 minutes. At 9:58 AM, an automated capacity change moved 1,240 hosts into a new cell. At 10:02 AM the metadata store began to reject writes; error rates peaked at 37.5% at 10:31 AM. By 11:15 AM we had throttled 60% of background traffic, and by 12:20 PM latency (p99) fell from 4.2 seconds to 310 ms. Full recovery followed at 1:47 PM. Approximately 2.3% of all requests failed, affecting about 18,000 accounts.`,
  `Investigating - We are currently investigating elevated error rates on api.shopfront.example. Jun 14, 07:12 UTC
Identified - A deploy of checkout-service v4.18.2 at 06:55 UTC introduced a bad query. Jun 14, 07:31 UTC
Monitoring - We rolled back to v4.18.1 at 07:40 UTC and error rates have dropped to 0.4%. Jun 14, 07:46 UTC
Resolved - This incident is resolved. 312 merchants were affected and 1,871 orders failed. Jun 14, 09:05 UTC`,
  `Summary: the primary PostgreSQL 14.9 instance db-prod-03 (10.20.4.17) ran out of disk at 02:17:43 UTC on 2023-11-08. WAL had grown from 40 GB to 512 GB in 6 hours because a replication slot was left inactive. Failover to db-prod-04 took 11 minutes. We suspect that the slot belonged to a decommissioned Debezium connector.

Impact
- 27 minutes of write unavailability (02:17 to 02:44 UTC)
- 4,216 failed transactions, worth $83,400
- 3 of 12 tenants saw stale reads for another 2 hours

Action items
1. Set max_slot_wal_keep_size to 64GB (DBA-482, due 2023-11-15)
2. Alert when free space drops below 15 % (DBA-483)`,
  `DB team got paged 23:50, replica lag 900s. Turned out commit 8f3a9c1 (PR #4711, merged by Priya around 22:30) dropped idx_orders_created_at. Two engineers rebuilt the index; took ~35 min on the 1.2 TB table. All fine by 01:05. No data lost. Jira: OPS-2291. Next time run \`CREATE INDEX CONCURRENTLY\` first!`,
  `## What happened

At 09:14 CET the certificate for auth.example.org expired. Between 09:14 and 10:02, roughly 45,000 users could not sign in: "SSL_ERROR_EXPIRED_CERT_ALERT" in Firefox, "NET::ERR_CERT_DATE_INVALID" in Chrome. The renewal job (cert-manager 1.11.0) had failed 14 times since 2 February because the DNS-01 challenge returned NXDOMAIN.

| Time (CET) | Event |
| --- | --- |
| 09:14 | Certificate expires |
| 09:21 | First report in #support |
| 09:33 | On-call acknowledges the page |
| 09:52 | New certificate issued by hand |
| 10:02 | Last edge node reloaded |

The renewal had been checked by hand on 12 January. It isn't known why the alert (threshold: 21 days) did not fire.`,
  `Kafka broker kafka-2 in eu-central-1b lost its EBS volume at 16:05. Under-replicated partitions rose to 318, consumer lag for topic payments.v2 reached 2.4 million messages at 16:40, and drained by 18:25. We moved from m5.2xlarge to r5.4xlarge. min.insync.replicas was 1 instead of 2. Error budget used: 62%. No customer-visible errors until 16:22; after that 5xx rate was 8% for 19 minutes. Cost of the incident: about EUR 12,500.`,
  `Timeline (times in BST, 7 August 2022)
14:03 - Traffic shifted from LON1 to LON2 (planned, CHG-10482)
14:09 - LON2 ingress CPU at 96%, 7 of 8 proxies OOMKilled
14:12 - Pager fires; acknowledged by Sam in 3 minutes
14:26 - Rate limit lowered from 5000 to 1200 requests per second
14:41 - Memory limit raised from 2Gi to 6Gi
14:58 - Traffic healthy; 503s stop
15:30 - Incident closed
Duration: 49 minutes. Affected: 22% of sessions, mostly iOS app 7.3.1.`,
  `The backup job exited with code 137 on 3 consecutive nights (May 2nd, 3rd and 4th, 2021). Nobody noticed until the restore test on the 9th: the newest usable snapshot, snap-0a1b2c3d4e5f67890, was eight days old. We lost 6.5 hours of orders (1,102 rows) out of 48 hours at risk. Root cause: /etc/cron.d/backup ran with ulimit 512 MB since release 2021.4. The fix went out at 5pm on May 10; restoring took one and a half hours.`,
];

/** Each incident as a careful writer would put it: other words and another form, and no other fact. */
export const REWRITTEN: readonly string[] = [
  `## Summary
On 3 March 2024 customers in **us-west-2** saw elevated API error rates (HTTP 503) from 10:02 to 13:47 PST, a total of 225 minutes. About 18,000 accounts were affected, and approximately 2.3 % of all requests failed.

## Timeline (PST)
- **09:58** – an automated capacity change moved 1240 hosts into a new cell
- **10:02** – the metadata store began to reject writes
- **10:31** – error rates peaked at 37.5 %
- **11:15** – 60 % of background traffic throttled
- **12:20** – p99 latency down from 4.2 s to 310 ms
- **13:47** – full recovery`,
  `At 06:55 UTC on June 14, a deploy of \`checkout-service\` v4.18.2 introduced a bad query, which raised error rates on api.shopfront.example. We began investigating at 07:12, identified the deploy at 07:31 and rolled back to v4.18.1 at 07:40 UTC. By 07:46 UTC error rates had dropped to 0.4%. The incident was resolved at 09:05 UTC. In total 312 merchants were affected and 1871 orders failed.`,
  `On November 8, 2023 at 02:17:43 UTC, our primary PostgreSQL 14.9 instance, db-prod-03 (10.20.4.17), ran out of disk space. An inactive replication slot, which we suspect belonged to a decommissioned Debezium connector, had let WAL grow from 40GB to 512GB over six hours. Failing over to db-prod-04 took 11 min.

**Impact**
* Writes were unavailable for 27 minutes, from 02:17 until 02:44 UTC.
* 4216 transactions worth $83,400 failed.
* Three of twelve tenants saw stale reads for two more hours.

**Follow-up**
| Ticket | Action | Due |
|---|---|---|
| DBA-482 | Set max_slot_wal_keep_size to 64 GB | 15 Nov 2023 |
| DBA-483 | Alert when free space drops below 15% | [TODO: when?] |`,
  `The database team was paged at 23:50 when replica lag reached 900 seconds. Commit 8f3a9c1 (PR #4711), merged around 22:30 by Priya, had dropped \`idx_orders_created_at\`. 2 engineers rebuilt the index, which took approximately 35 minutes on the 1.2 TB table. Service was healthy again by 01:05, and no data was lost. Tracked in OPS-2291. Next time, run \`CREATE INDEX CONCURRENTLY\` first.`,
  `The certificate for auth.example.org expired at 09:14 CET. Roughly 45,000 users could not sign in until 10:02; they saw "SSL_ERROR_EXPIRED_CERT_ALERT" in Firefox or "NET::ERR_CERT_DATE_INVALID" in Chrome. First reports came in at 09:21 in #support, the on-call engineer acknowledged the page at 09:33, a new certificate was issued by hand at 09:52, and the last edge node reloaded at 10:02 CET.

Since 2 February, cert-manager 1.11.0's renewal job had failed fourteen times: the DNS-01 challenge returned NXDOMAIN. The last manual check was on 12 January. Why the alert (21-day threshold) did not fire is not known.`,
  `- 16:05: Kafka broker kafka-2 (eu-central-1b) lost its EBS volume.
- Under-replicated partitions rose to 318.
- 16:22: first customer-visible errors; a 5xx rate of 8% for 19 minutes.
- 16:40: consumer lag for \`payments.v2\` reached 2.4M messages; it had drained by 18:25.
- min.insync.replicas was 1 rather than 2.
- Instances moved from m5.2xlarge to r5.4xlarge.
- 62 % of the error budget was used, at a cost of about €12,500.`,
  `On 7 August 2022 a planned traffic shift from LON1 to LON2 (CHG-10482) at 2:03 PM BST overloaded LON2: by 2:09 PM ingress CPU was at 96% and seven of the eight proxies had been OOMKilled. The pager fired at 2:12 PM and Sam acknowledged within 3 minutes. The rate limit went from 5,000 to 1,200 requests per second at 2:26 PM, the memory limit from 2 Gi to 6 Gi at 2:41 PM, and by 2:58 PM traffic was healthy and 503s had stopped. Closed at 3:30 PM. Over 49 minutes, 22% of sessions were affected, mostly on iOS app 7.3.1.`,
  `On 2, 3 and 4 May 2021 (three nights in a row) the backup job exited with code 137. This was noticed only on 9 May, during the restore test, when the newest usable snapshot \`snap-0a1b2c3d4e5f67890\` was 8 days old. Of 48 hours at risk, 6.5 hours of orders (1102 rows) were lost. The cause: since release 2021.4, \`/etc/cron.d/backup\` ran with ulimit 512 MB. The fix was released at 17:00 on 10 May; restoring took 90 minutes.`,
];
