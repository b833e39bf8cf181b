import type { Evidence } from './evidence';

const SPAN =
  /\d\s*\+?\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)\b|\b(?:half an|an|one|two|three|four|five|six|several|a few|a couple of) (?:hours?|minutes?|days?)|\bwhole (?:duration|day|night|weekend)\b|\ball (?:day|night|weekend)\b/i;
const AFFECTED =
  /\b(?:users?|customers?|clients?|teams?|tenants?|visitors?|people|everyone|nobody|no one|merchants?|partners?|subscribers?|players?|patients?|services?|pods?|nodes?|clusters?|instances?|brokers?|regions?|sites?|apps?|apis?|calls|requests?|orders?|payments?|e-?mails?|mails?|messages?|events?|jobs?|builds?|invoices?|carts?|logins?|transactions?|writes?|reads?|queries|uploads?|webhooks?|callbacks?|partitions?|producers?|consumers?|dashboards?|search(?:es)?|notifications?|devices?|phones?|namespaces?|cards?|checkout|website|records?|rows?|files?|page ?views?|sessions?|agents?|managers?|employees|staff|colleagues|parcels?|refunds?|credits?|images?|stores?|shops?|bookings?|tickets?)\b/i;
const AMOUNT =
  /\d|\b(?:all|no|none|only|everyone|nobody|every|entire|whole|both|one|two|half|most|some|few|many|several)\b/i;
const MENDED =
  /\b(?:restart(?:ed|ing)?|reboot(?:ed)?|roll(?:ed|ing)? ?back|rollback|revert(?:ed|ing)?|redeploy(?:ed)?|failed over|failover|fail over|rebuilt|replaced|swapped|scaled|fix(?:ed)?|hotfix(?:ed)?|patched|disabled|switched|turned (?:off|on)|appl(?:y|ied)|rotat(?:ed|ing)|reset|re-?ran|rerun|re-?run|replayed|repair(?:ed)?|installed|reinstalled|filtered|tried|attempted|increased|raised|bumped|lowered|reduced|added|removed|deleted|dropped|cleared|flushed|purged|drained|killed|cancel(?:l)?ed|paused|blocked|unblocked|throttled|moved|re-?created|created|issued|renewed|restored|mitigat\w+|worked around|workaround|vacuumed|freed|evicted|cordoned|re-?enabled|enabled|rerouted|unplugged|power.?cycled|granted|upgraded|downgraded|pinned|back-?fill\w*|re-?sent|defrag\w*|(?:flag|it|switched|turned|toggled)(?: was| is)? off|reissued|refunded|refunds|restarts|reverts|rolls? back|rolls back|redeploys|deploys|raises|lowers|increases|removes|deletes|disables|switches|kills|scales|fixes|applies|clears|flushes|reboots|replaces|rebuilds)\b/i;
/** Denied, none of these is told: "no longer works", "nothing works", "not yet fixed". */
const WELL =
  /(?<!(?:\b(?:not|no longer|never|nothing|nobody|none|cannot)|n['’]t)(?: \w+)? )\b(?:restor(?:ed|ing)|recover(?:ed|y|ing)|back (?:to|up|online|at|in)|went back|resolved|healthy|working again|works again|ok(?:ay)?|all (?:ok|okay|green|well|good|clear|fine)|green|normal|stable|stabili[sz]ed|up again|fine|drained|caught up|synced|replayed|scheduled|subsided|stopped|gone|zero|closed|works|done|fixed|mitigated|rolled back|reverted|serving|back)\b/i;
const BROKEN =
  /\b(?:errors?|exceptions?|fail(?:s|ed|ing|ures?)?|down|unavailable|unreachable|time(?:d)? ?outs?|crash\w*|brok\w+|could not|couldn['’]?t|not (?:available|working|responding)|outage|degraded|died|stuck|5\d\d|slow\w*|latency|lag\w*|lost|declined|bounced|blocked|locked|full|exhausted|oom\w*|pending|expired|leak\w*|spikes?|rose|growing|grows|grew|twice|duplicat\w*|stale|missing|wrong|corrupt\w*|mismatch\w*|exposed|exposure|listable|compromise\w*|empty|read[- ]only|hung|hang|blank|unhealthy|rejected|refused|denied|dropped|backlog|queue|piled up|gone|vanished|disappeared|instead of|by mistake|drift\w*|throttl\w*|overload\w*)\b/i;
/** Something that people would call restored afterwards. */
const OUTAGE =
  /\b(?:errors?|exceptions?|fail(?:s|ed|ing|ures?)?|down|unavailable|unreachable|time(?:d)? ?outs?|crash\w*|could not|couldn['’]?t|not (?:available|working|responding)|outage|degraded|died|stuck|5\d\d|slow\w*|declined|bounced|oom\w*|unhealthy|rejected|refused|hung|blank|read[- ]only|503|lag)\b/i;
/** An end is told: "between 11:32 and 12:50", "until 13:00". */
const UNTIL =
  /\b(?:between|from) ~?\d{1,2}[:.]\d\d\S*(?: \S{2,5})? (?:and|to|until|till) ~?\d|\b(?:until|till|to) (?:about |around |~)?(?:\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]m|noon|midnight)|\d{1,2}:\d\d\s?(?:-|–|—)\s?\d{1,2}:\d\d/i;
const NOTHING_WAS_DOWN =
  /\b(?:increased risk|near miss|no (?:users?|customers?|visible|user|customer|outage|downtime) (?:reported|impact|noticed|affected|were)?|nobody (?:outside )?noticed)\b/i;
const NOTICED =
  /\b(?:detect\w*|alert\w*|alarm\w*|page[dr]s?|paging|pagerduty|opsgenie|pingdom|noticed|notice|spotted|saw|seen|found out|found|discovered|reported|reports?|reporting|identified|complain\w*|rang|phoned|called|mailed|e-?mailed|wrote|told|tickets?|tweet\w*|twitter|reddit|monitoring|monitors?|woke\w*|flagged|pinged|asked|announced|status page|caught|synthetic|canary|health ?checks?|dashboard|grafana|datadog|sentry|firebase|logs? show\w*|(?<=\d[:.]\d\d )pages?(?! ?views?))\b/i;
const NOT_CAUGHT =
  /\b(?:unnoticed|undetected|missed|nobody|no one|no (?:\w+ ){0,3}?(?:alert\w*|tests?|monitoring|checks?|review|canary|staging|warning|limit|guard|linter)|would have (?:caught|shown|told|found|prevented)|canary (?:\w+ ){0,2}had no|(?:said|showed|shows) (?:everything|all) (?:was |is )?(?:green|ok|fine)|(?:not|never|n['’]?t)(?: been| get| got)? (?:caught|detected|noticed|identified|tested|alert\w*|covered|monitored|looked|seen|checked|run|renewed|fenced|dropped|show\w*|page\w*)|without (?:running|testing|looking|review\w*|a test|tests|checking)|went to (?:someone|somebody|an?)|channel (?:nobody|no one)|exists? but|is off|was off|were off|only looks?|only covers?|looks only|too (?:late|high|low|slow)|shows? no|doesn['’]?t (?:show|check|alert|cover|fire|test)|did(?:n['’]?t| not) (?:fire|kick in|alert|page|trigger|catch|show|test|check|cover|notice|know)|rather than automated|by accident|left in|who left|disabled|muted|silenced|snoozed|ignored|overlooked|(?:was|were|is|stayed|all) (?:green|silent)|silent(?:ly)?|only (?:hits?|checks?|looks? at|tests?|runs? on|pings?)|(?:push|merg|go|deploy)(?:es|ed|s)? (?:straight|directly) to|bypass\w*|nothing visible|exists?(?: \w+){1,3} but|threshold (?:is|was) \d|by chance|(?:by|pure|sheer) luck)\b/i;
const WHY =
  /\b(?:because|bc|due to|caused?|causes|reason|led to|leads to|lack of|no\b[^.]{0,30}\blimits?|without|bug|misconfig\w*|had (?:set|access)|was set|not enough|insufficient|too (?:small|low|high|many|few)|introduced|allowed|permitted|not a failure mode|shared|relied on|depends on|depended on|which (?:broke|meant|made|removed|changed|locks?)|also use|default\w*|leak\w*|never|missing|nobody|no one|exists? but|was off|is off|holds?|instead of|assum\w+|wrong|old|race|deadlock|single point|hard-?coded|unbounded|regression|turns? out|turned out|new (?:\w+ )?(?:rule|default|config\w*|setting)|(?:was|were|got) (?:killed|muted|deleted|renamed|updated|changed)|cleanup|legacy|cached|expired|exhausted|ran out|run out|full|lock(?:s|ed)|cannot|can['’]?t|shows? no|doesn['’]?t|did(?:n['’]?t| not)|forgot\w*|incompatib\w*|typo|undersized|same|piled up)\b/i;
const TRIGGERED =
  /\b(?:trigger\w*|new (?:\w+ )?(?:rule|default|config\w*|setting)|during|following|upon|deploy\w*|release[ds]?|rollout|rolled out|ship(?:ped)?|merged|push(?:ed)?|upgrad\w*|updat\w*|migrat\w*|renam\w*|when|after|since|immediately|apply|was deleting|delete\w*|sent to|expired|started|kicked off|changed?|changes|moved|switched|failover|cron|job|ran|run|lost its|spike|surge|peak|load|traffic|restart\w*|went (?:out|live|to)|dst|leap|import|backfill|maintenance|cut|swap\w*|removed|added|enabled|turned on|activated|scaled|black friday|campaign|power|script|batch|attack|filled|ran out|reboot\w*|config\w*)\b/i;
const HEDGED =
  /\b(?:probably|possibly|perhaps|maybe|might|may have|seem(?:s|ed)?|appear(?:s|ed)?|likely|looks like|we (?:think|believe))\b/i;
const SETTLED =
  /\b(?:confirmed|verified|proved|proven|ruled out|established|suspect(?:ed|s)?|suspicion|not (?:100 ?%\s?)?(?:sure|certain|confirmed|proven)|unclear|unknown|reproduc\w+|still (?:checking|investigating|open|unclear)|under investigation)\b/i;
const DATA =
  /\b(?:data|records?|rows?|secrets?|lost|loss|losing|leak\w*|expos\w+|corrupt\w*|backlog|metrics|stale|missing|bounced|dropped|re-?send|resend|re-?sent|rerun|re-?run|replay\w*|retr(?:y|ied)|duplicat\w*|twice|delayed|late|queued|buffered|orders?|abandoned|listable|read by|restored|backup)\b/i;
const PERMANENCE =
  /\b(?:permanent\w*|workaround|work-around|temporar\w+|interim|stop-?gap|band-?aid|for now|until (?:we|the)|short-?term|long(?:er)?-?term|proper(?:ly)? (?:fix|fixed)|real fix|hotfix\w*|fixed (?:in|by|with)|patched|fix (?:is|was|merged|deployed|shipped|released)|for good|by hand|manually|new version|replaced|refactor\w*)\b/i;
const OWNED =
  /\b(?:owner|owned by|owns|by (?:the )?end of|due(?: on| by)?|action items?|assigned to|will (?:add|be|do|fix|move|write|take)|(?:ticket|jira|issue) [A-Z#]*-?\d+|by (?:mon|tues|wednes|thurs|fri)day|next sprint|this sprint)\b/i;

/** Whether a question of `domain/sections.ts` is answered, by the words that it asks with. First match wins. */
const RULES: ReadonlyArray<{ asks: RegExp; answered: (evidence: Evidence) => boolean }> = [
  { asks: /caught earlier|told it earlier/i, answered: (evidence) => evidence.says(NOT_CAUGHT) },
  {
    asks: /detected|noticed/i,
    answered: (evidence) => evidence.says(NOTICED) || evidence.tells('detection'),
  },
  { asks: /symptom/i, answered: (evidence) => evidence.says(BROKEN) || evidence.tells('symptom', 'impact') },
  // Whatever the author wrote says what happened; more than that a rule cannot know.
  {
    asks: /what happened/i,
    answered: (evidence) => evidence.says(BROKEN, TRIGGERED) || evidence.all.trim().split(/\s+/).length >= 6,
  },
  {
    asks: /affected.*how many/i,
    answered: (evidence) => evidence.saysTogether(AFFECTED, AMOUNT) || evidence.says(NOTHING_WAS_DOWN),
  },
  {
    asks: /affected.*how long/i,
    answered: (evidence) => evidence.says(AFFECTED) && isTimed(evidence),
  },
  { asks: /from when/i, answered: (evidence) => isTimed(evidence) },
  { asks: /data/i, answered: (evidence) => evidence.says(DATA, NOTHING_WAS_DOWN) },
  { asks: /made this possible/i, answered: (evidence) => evidence.says(WHY) || evidence.tells('cause') },
  {
    asks: /trigger|set it off/i,
    answered: (evidence) => evidence.says(TRIGGERED) || evidence.tells('trigger'),
  },
  {
    asks: /confirmed/i,
    answered: (evidence) =>
      SETTLED.test(evidence.own) || !evidence.ownCauses().some((text) => HEDGED.test(text)),
  },
  {
    asks: /tried|worked/i,
    answered: (evidence) => evidence.says(MENDED) || evidence.tells('mitigation', 'wrongTurn'),
  },
  {
    asks: /when was .*restored/i,
    answered: (evidence) =>
      evidence.has('resolvedAt') ||
      evidence.has('mitigatedAt') ||
      evidence.says(NOTHING_WAS_DOWN) ||
      !evidence.says(OUTAGE) ||
      evidence.says(SPAN) ||
      evidence.says(UNTIL) ||
      evidence.saysTogether(WELL, /\d{1,2}[:.]\d\d|\d\s?[ap]m\b|noon|midnight/i),
  },
  {
    asks: /ended the impact|resolved/i,
    answered: (evidence) => evidence.says(MENDED) || evidence.says(WELL),
  },
  { asks: /permanent|workaround/i, answered: (evidence) => evidence.says(PERMANENCE) },
  {
    asks: /happening again|who owns|by when/i,
    answered: (evidence) =>
      (evidence.document.actionItems ?? []).some((item) => Boolean(item?.text?.trim())) ||
      evidence.says(OWNED),
  },
];

const isTimed = (evidence: Evidence): boolean =>
  evidence.says(SPAN) ||
  evidence.moments() >= 2 ||
  (evidence.has('startedAt') && (evidence.has('resolvedAt') || evidence.has('mitigatedAt')));

/**
 * Whether the document answers a question. One that has no rule (what went well, what another team should take
 * from it) is asked of an empty section only: silence beats a needless question.
 */
export function isAnswered(question: string, evidence: Evidence): boolean {
  const rule = RULES.find(({ asks }) => asks.test(question));
  return rule ? rule.answered(evidence) : evidence.own.trim() !== '';
}
