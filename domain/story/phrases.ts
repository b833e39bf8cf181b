import type { StatementKind } from './statement';

/** A way of putting things that speaks for a kind of statement, or against it: which, is learned. */
export interface Evidence {
  /** The kind it was written for, and its number: `recovery.1`. */
  name: string;
  pattern: RegExp;
}

const all = (kind: StatementKind, patterns: readonly RegExp[]): Evidence[] =>
  patterns.map((pattern, index) => ({ name: `${kind}.${index}`, pattern }));

const PEOPLE =
  '(?:users?|customers?|clients?|visitors?|tenants?|merchants?|shoppers?|players?|patients?|drivers?|passengers?|subscribers?|teams?|people|everyone|partners?|developers?)';
const THINGS =
  '(?:orders?|requests?|payments?|e-?mails?|mails?|messages?|events?|jobs?|builds?|invoices?|carts?|logins?|calls?|transactions?|bookings?|records?|rows?|files?|uploads?|notifications?|sessions?|queries|tickets?|checkouts?|signups?|webhooks?)';
const HARM =
  "(?:lost|failed|failing|dropped|bounced|affected|impacted|unable|missing|abandoned|declined|rejected|delayed|charged|exposed|leaked|corrupted|duplicated|stuck|unavailable|late|missed|could not|couldn[’']?t|were not|denied|refused|timed out)";
const SYSTEM_ACT =
  '(?:rolled? ?back|rollback|revert(?:ed|ing)?|restart(?:ed|ing)?|reboot(?:ed|ing)?|redeploy(?:ed)?|re-?deploy(?:ed)?|scal(?:ed|ing) (?:up|out|down|the|pods|to|from|it)|scaled|failed over|fail(?:ing)? over|switched|disabled|turned off|switched off|killed|cleared|flushed|drained|blocked|throttled|swapped|replaced|cancell?ed|paused|patched|hotfix(?:ed)?|hot-fix|restored|re-?created|created a|issued (?:a )?new|reissued|rotated|increased|raised|bumped|doubled|reduced|lowered|added|removed|deleted|purged|truncated|vacuumed|freed|moved|re-?routed|rerouted|re-?enabled|enabled|unblocked|reset|re-?ran|rebuilt|repaired|reconfigured|reinstalled|rolled to|rolled out a fix|deployed (?:a |the )?(?:fix|patch|hotfix)|pushed (?:a |the )?fix|mitigated|quarantined|pinned|dropped the|released the lock|kicked the|bounced the|cordoned|evicted)';

/** Phrases of the trade. Each is a sign of its own (`signs.ts`) beside the single words. */
export const EVIDENCE: readonly Evidence[] = [
  ...all('trigger', [
    /\b(?:deploy(?:ed|ment|ing)?|release[ds]?|rollout|rolled out|went (?:out|live)|shipped|merged|pushed|upgraded?|migrated?|migration|kicked off|cut ?over|config(?:uration)? (?:change|push|update)|maintenance|change window)\b/i,
    /\b(?:expired|ran out on|was revoked|got revoked)\b/i,
    /\b(?:traffic (?:spike|surge|peak)|spike (?:in|of) traffic|power (?:cut|loss|outage)|lost (?:its|the|a) (?:disk|power|network|link)|black friday|leap second|started by|triggered (?:by|when))\b/i,
    /\bran [`'"]|\bwe (?:ran|executed|applied)\b|\bterraform (?:apply|destroy)\b/i,
    /\b(?:moved|changed|renamed|removed|deleted|rotated|switched|enabled|turned on|updated|swapped|introduced|added) (?:the |a |an |our |ns |to )?/i,
    /\b(?:went to 100 ?%|100 ?% rollout|nightly job|cron|scheduled (?:job|task)|automatic(?:ally)? update|unattended)\b/i,
    /\b(?:hotfix|hot-fix|fix|patch|rollback|roll(?:ed)? back|revert)\b/i,
  ]),
  ...all('symptom', [
    /\b(?:5\d\d(?:s|\b)|4(?:03|04|29)s?\b|errors?\b|error rate|time(?:d)? ?outs?|timing out|crash(?:ed|es|ing|loop\w*)?|oom(?:[ -]?kill\w*)?|segfault\w*|exceptions?|stack ?traces?|hung|hangs?|hanging|unresponsive|unreachable|unhealthy|read[- ]only|pending|stuck|exhausted|saturated|overloaded|under-?replicated|deadlock\w*|locked|blocked|backlog|piled up|flapping|packet loss|no such host|connection refused|full)\b/i,
    /\b(?:slow(?:er|ed|down)?|latency|latencies|p9\d|p50|response times?|lag(?:ged|ging)?|rss|heap|memory|cpu|load|queue(?: depth)?|replication lag)\b[^.]{0,40}\b(?:since|went|rose|rising|grew|grows?|growing|climb\w*|spik\w*|jump\w*|increas\w*|hit|reached|from|up|high|doubled|at \d+ ?%)/i,
    /\b(?:went down|is down|was down|were down|are down|also down|down again|stopped (?:working|responding|processing|answering)|fail(?:ed|ing|s) to (?:start|connect|load|respond|resolve)|returned|responded with|dies?|died|dropped to|broken|broke|not working|did not (?:start|respond|load)|bounced|declined|crash free rate)\b/i,
    /\b(?:fail(?:ed|ing|s|ures?)?|degraded|down|dip(?:ped)?|restarts?|slow|unavailable|outage)\b/i,
  ]),
  ...all('detection', [
    /\b(?:alert(?:s|ed)?|alarms?|pagers?|pagerduty|opsgenie|pingdom|monitoring|synthetic check|health ?check)\b[^.]{0,30}\b(?:fired|went off|triggered|paged|rang|told|showed|reported|woke|notified|\d{1,2}:\d\d)|\b(?:fired|went off)\b/i,
    /\b(?:noticed|spotted|detected|discovered|found out|saw it|saw that|we saw|saw the|caught it|became aware|identified by|identified:|first seen|first noticed|alerted|paged(?! the)|got paged|woken|woke up|mailed us|wrote to us|told us|called us|complained|complaints|tweet(?:ed|s)?|twitter|reddit|support tickets?|tickets? came in|reports? (?:of|from|came)|reported)\b/i,
    /\b(?:customers?|users?|helpdesk|support|partners?|a researcher|clients?|merchants?|someone|somebody|colleagues?|sales|finance|partner [a-z])\b[^.]{0,20}\b(?:rang|called|phoned|noticed|reported|complained|mailed|e-?mailed|wrote|asked|pinged|flagged|told)\b/i,
    /^(?:\W*\d{1,2}:\d\d\S*\s*)?(?:first )?(?:alert|alarm|page|pager|paged|pd)\b/i,
    /\b(?:no(?:body| one)?(?: alert\w*| outside)?|not|never|without|unnoticed|did ?n[o']t)\b[^.]{0,25}\b(?:alert\w*|noticed?|detect\w*|caught|alarm\w*|paged?)\b|\balerts?\b[^.]{0,30}\b(?:but|exists?|missing|not|too|only)\b/i,
  ]),
  ...all('wrongTurn', [
    /\b(?:first guess|first thought|first suspicion|first hypothesis|red herring|wild goose|turned out (?:not|to be (?:unrelated|fine|wrong))|was(?:n['’]?t| not) (?:it|the (?:cause|problem|issue|culprit))|no (?:change|effect|difference|improvement|luck|help)\b|did(?:n['’]?t| not) help|did nothing|without (?:any )?(?:effect|success)|to no avail|in vain|gave up|made (?:it|things) worse|wrong (?:track|tree|lead|direction|host|node|service)|ruled out|rabbit hole)\b/i,
    /\b(?:we |i |at first |first |initially )?(?:thought|assumed|blamed|guessed)\b|\binitially (?:suspected|thought|believed|assumed)\b|\bsuspected\b[^.]{0,60}\bbut\b/i,
    /\b(?:looked|looking|checked|started|dug) (?:at|into|with|in)\b[^.]{0,40}\bfirst\b|\bfirst (?:looked|checked|suspected|tried|blamed)\b/i,
    /\b(?:tried|attempted)\b/i,
    /\b(?:cpu|db|database|network|nothing|disk|memory)\b[^.]{0,15}\b(?:fine|looked ok|looked fine|was ok|normal)\b/i,
  ]),
  ...all('response', [
    /\b(?:escalat\w+|declared|incident (?:declared|opened|called|channel|commander)|war ?room|bridge|acknowledged|ack(?:ed)?\b|investigat(?:ed|ing|ion)|looked into|looking into|joined|handed over|informed|notified (?:legal|customers|users|the)|status ?page|posted|contacted|opened a (?:case|ticket|support)|raised a ticket|called (?:the )?(?:vendor|provider|dba|aws)|paged (?:the|a|in)|asked (?:the|for)|pulled in|communicat\w+|apology|announced|engaged|triag\w+|debugg\w+|analy[sz]\w+|checked the logs|correlated)\b/i,
    /\b(?:took (?:till|until|us)|figure(?:d)? out|trying to (?:find|understand|reproduce)|traced|narrowed|found (?:that|the)|realis?zed|worked out|identified the|saw (?:hikari|that|the))\b/i,
  ]),
  ...all('mitigation', [
    new RegExp(
      `(?:^|\\b(?:we|i|they|and|then|team|engineers?|on-?call|ops|sre|\\d{1,2}:\\d\\d\\S*)\\s+(?:\\w+ )?)${SYSTEM_ACT}\\b`,
      'i',
    ),
    /\b(?:rolled? ?back|rollback|revert(?:ed)?|failover|failed over|hotfix|workaround|feature flag|kill ?switch|mitigat\w+|backup processor|restored from|by hand|manually)\b/i,
    new RegExp(`\\b${SYSTEM_ACT}\\b`, 'i'),
    /\b(?:will|todo|should|need(?:s)? to|plan(?:ned)? to|going to|next step)\b/i,
  ]),
  ...all('recovery', [
    /\b(?:recovered|recovery|back to (?:normal|0|zero|green|baseline)|all (?:ok|good|green|clear|well|healthy|fine)|(?:service|site|traffic|everything|it|api|logins?|writes?|errors?|latency|p9\d|checkout|db|database|things|all|metrics|replication|queue|lag|partitions?|brokers?|nodes?|pods?|indexer)\b[^.]{0,20}\b(?:back|came back|restored|normal(?:i[sz]ed)?|ok|fine again|healthy|up again|stable|scheduled|caught up|drained|cleared|synced|subsided|stopped|to zero|resolved|recovering|gone))\b/i,
    /\b(?:resolved|restored|back (?:up|online|in service|at)|up again|working again|fixed at|normal again|stabili[sz]ed|drained|caught up|replayed|incident closed|closed the incident|full service|fully operational|refunds done|synced)\b/i,
    /\b(?:not|never|n['’]t|still|until|to be|will be|before)\b[^.]{0,20}\b(?:recover\w*|resolved|restored|normal|back)\b/i,
    /\b(?:restored from|restore the|resolver)\b/i,
  ]),
  ...all('impact', [
    new RegExp(
      `(?:\\d[\\d.,]*\\s?(?:k|m|mn|million|thousand|%|percent|per cent)?|\\b(?:all|some|many|most|no|half|every|several|about half)\\b)\\s(?:\\S+ ){0,3}(?:${PEOPLE}|${THINGS})\\b[^.]{0,40}\\b${HARM}\\b`,
      'i',
    ),
    new RegExp(
      `\\b${HARM}\\s(?:\\S+ ){0,2}(?:${PEOPLE}|${THINGS})\\b|\\bno (?:${THINGS}|data (?:was )?lost|data loss)\\b`,
      'i',
    ),
    new RegExp(
      `\\b${PEOPLE}\\b[^.]{0,30}\\b(?:could not|couldn['’]?t|were unable|unable to|saw|experienced|got (?:errors|2|two|double)|had to|lost|were (?:affected|charged|locked|logged))`,
      'i',
    ),
    /\b(?:impact|affected|downtime|data loss|revenue|slo|error budget|sla (?:breach\w*|missed)|outage (?:lasted|of)|lasted|stale for|no impact|unavailable for|abandoned|churn)\b/i,
    /^\W*(?:about |around |approx\.? |roughly |maybe |est\.? |~)?\d+(?:[.,]\d+)?\s?(?:min(?:ute)?s?|h(?:ours?|rs?)?)\b\W*(?:$|of |no |down|without|\S+ (?:down|outage))/i,
    /\b(?:up to|est\.?|approx\.?|about|roughly|around|maybe|~)\s?\d[\d.,]*\s?[km%]?\s?(?:\S+ ){0,2}(?:lost|failed|affected|stale|bounced|dropped|missing)\b/i,
  ]),
  ...all('cause', [
    /^\W*(?:root )?(?:cause|reason)s?\b\s*(?:was|were|is|:|-)/i,
    /\b(?:root cause|contributing factor|the cause|caused? by|due to|because|bc|reason(?: was|:)|the culprit|owing to|stemmed from|as a result of|thanks to)\b/i,
    /\b(?:misconfigur\w+|bug|race condition|memory leak|leak(?:ed|s)?|regression|lack of|no limits?|never (?:dropped|removed|updated|set|fenced|tested|got|renewed|documented|cleaned)|was never|were never|had never|hard-?coded|default(?:s|ed)?|missing|wrong (?:chain|config\w*|value|version|default)|was off|is off|not set|not configured|nobody (?:looked|knew|read|got|owned)|exists but|goes to a channel|single point|undocumented|overlooked|assumption|holds? a (?:lock|connection)|which (?:removed|broke|changed|meant|caused|led)|led to|allowed|no (?:alert\w*|monitoring|test\w*|staging|canary|guard\w*|limit\w*|validation|check\w*)|without (?:a |any )?(?:test\w*|review|limit\w*|check\w*|running|validation|canary|looking)|shows no|doesn['’]?t (?:check|validate|limit|show|handle)|did(?:n['’]?t| not) (?:check|validate|cover|know|handle))\b/i,
    /\b(?:suspect(?:ed|s)?|probably|likely|we (?:think|believe)|may have|might have|looks like|seems? to|apparently)\b/i,
  ]),
  ...all('followUp', [
    /^\W*(?:to-?dos?\b|action items?\b|next steps?\b|follow[- ]?ups?\b|ai:|needs? (?:a|an|to|more|better)\b|should (?:add|have|be|get|move|check|alert|use)\b|(?:we )?will (?:add|be|move|write|review|create|build|set|introduce|change)\b|add (?:a|an|alert\w*|more|tests?|monitoring)\b|plan(?:ned|s)? to\b|consider\b)/i,
    /\b(?:todo|to prevent|prevent (?:this|it|a recurrence)|we (?:will|plan to|are going to|need to|should|want to|have to)|going forward|in (?:the )?future|long[- ]term (?:fix|solution|plan)|permanent fix (?:is|will|planned|in)|action items?|follow[- ]?up|next (?:step|sprint|quarter)|post-?incident|have (?:created|opened|filed) (?:a |an )?(?:ticket|issue|jira)|ticket (?:created|filed|opened)|backlog item|is planned|due (?:by|on|end)|owner:)\b/i,
    /\b(?:is|are|still) (?:checking|investigating|being investigated|under investigation|to be (?:decided|done|confirmed))|\bremains? to\b|\bstill (?:open|unclear|under|to do)\b|\bhave to resend\b/i,
  ]),
];
