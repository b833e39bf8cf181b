import { stemOf } from '../../reading/words/stems';

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));

/** What somebody does about a system, told with a verb that has no harmless meaning. */
export const ACTIONS = stemsOf(
  'restart revert delete deploy replace disable enable increase reduce scale add patch upgrade rotate drain ' +
    'cordon failover purge flush block rebuild escalate refund compensate reprocess replay reindex resync isolate ' +
    'quarantine throttle tune optimize optimise reconfigure move reroute redirect kill reset reimage switch renew ' +
    'reissue revoke rewrite refactor hotfix install uninstall whitelist blacklist apologize discipline approve ' +
    'ignore forget bypass skip overlook misread mistype shard vacuum truncate clear requeue rewire resize ' +
    'backfill reschedule republish recompile retrain reprovision lock unlock ban firewall mirror snapshot ' +
    'failback rebalance repartition evict decommission detach attach mount unmount reassign hire retire freeze modify',
);

/** Said of an effect, these name no effect in particular. */
const ANY_EFFECT = stemsOf(
  'outage incident issue problem failure error happen occur impact disruption trouble fault',
);

/** Whether a stem could be any incident's effect: "the outage occurred". */
export const isAnyEffect = (stem: string): boolean => ANY_EFFECT.has(stem);

/** What breaks, and how. A rewording seldom brings one of these in that the author did not name. */
const FAULTS = stemsOf(
  'misconfigured misconfiguration expired leak race deadlock corrupted overloaded overload saturated exhausted ' +
    'malformed typo careless negligence attack ddos malicious hardware power firmware partition congestion spike ' +
    'surge burst regression incompatible overwritten outdated obsolete stale flaw bug defect vulnerability exploit ' +
    'phishing misrouted storm timeout quota fragmentation collision conflict mismatch drift orphaned dangling ' +
    'invalid premature unauthorized unapproved untested overheating cable overflow underflow unbounded recursion ' +
    'starvation contention mistake oversight mistaken accidentally accidental inadvertently rogue hacker intrusion ' +
    'bottleneck blackout lightning flood faulty broken rollback hasty rushed tired inexperienced sabotage miscommunication ' +
    'flapping split-brain undersized overprovisioned underprovisioned',
);

/** Parts of a system; too general ones (service, server, process, user) are left out. */
const PARTS = stemsOf(
  'dns certificate tls ssl firewall proxy router kernel thread cpu memory disk cache index database replica ' +
    'balancer ingress gateway queue broker kafka rabbitmq redis postgres postgresql mysql mongodb elasticsearch nginx ' +
    'haproxy envoy terraform ansible helm kubernetes docker pod container namespace deployment pipeline cron cronjob ' +
    'scheduler autoscaler token secret credential password permission iam vpc subnet route bucket s3 lambda ec2 rds ' +
    'dynamodb cdn cloudflare bgp ntp clock ip socket packet bandwidth heap storage volume backup snapshot schema ' +
    'migration query transaction lock webhook library dependency package sdk driver flag vendor contractor intern ' +
    'sensor datacenter rack switch nic memcached vault consul etcd zookeeper config environment session cookie',
);

const STRONG: ReadonlySet<string> = new Set([...ACTIONS, ...FAULTS, ...PARTS]);

/** Whether a stem names an action, a fault or a part of a system, so that it cannot come from nowhere. */
export const isStrong = (stem: string): boolean => STRONG.has(stem);
