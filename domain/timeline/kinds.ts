import type { EntryKind } from '../postMortem/choices';

/** What people say when it happens; a kind is given where one alone is found, or one that tells more. */
const SAYS: ReadonlyArray<readonly [EntryKind, RegExp]> = [
  [
    'trigger',
    /\b(?:deploy(?:ed|s|ment)?|releas(?:ed|e \S+ (?:deployed|shipped))|roll(?:ed)? ?out|shipped|migration (?:started|starts|began)|config(?:uration)? (?:change|push)\w*|merged|feature flag|certificate (?:\S+ ){0,4}expired|cert expired|maintenance (?:started|begins))\b/i,
  ],
  [
    'detection',
    /\b(?:alert(?:s|ed)?|alarm(?:s|ed)?|pag(?:ed|er)\b|pagerduty|opsgenie|noticed|detected|discovered|(?:customers?|users?) report(?:s|ed)?|first reports?|monitoring (?:fired|shows)|triggered)\b/i,
  ],
  [
    'escalation',
    /\b(?:escalat\w+|incident (?:was )?(?:declared|opened|created|channel)|declared (?:an? )?incident|war ?room|joined the (?:call|bridge|incident)|on the (?:call|bridge)|status page (?:updated|posted))\b/i,
  ],
  [
    'mitigation',
    /\b(?:roll(?:ed|ing)? ?back|rollback|revert(?:ed|ing)?|restart(?:ed|ing)?|rebooted|fail(?:ed|ing)? ?over|scaled (?:up|out|down)|disabled|killed|hotfix(?:ed)?|patched|drained|workaround|mitigat(?:ed|ion)|throttled|blocked|fix (?:deployed|applied|rolled out|implemented)|(?:re)?issued)\b/i,
  ],
  [
    'resolution',
    /\b(?:resolved|recover(?:ed|y complete)|restored|(?:all )?(?:checks |clear|ok|okay|green)(?: again)?$|all (?:green|clear|ok|okay|good|well|fine)|back to normal|incident (?:is )?(?:closed|over)|fully operational|everything (?:is )?(?:up|back|fine)|service (?:is )?(?:up|back))\b/i,
  ],
];

/** What a status page or a pager calls a step. */
const STATES: ReadonlyArray<readonly [RegExp, EntryKind | null]> = [
  [/^\W*(?:resolved|completed|postmortem)\b/i, 'resolution'],
  [/^\W*identified\b/i, 'keyMoment'],
  [/^\W*(?:monitoring|update|investigating|in progress|scheduled|verifying)\b\s*[-–—:]/i, null],
];

/** What says that it did not happen, or not yet. */
const NOT_SO =
  /\?|\b(?:not|never|n['’]t|no longer|will|would|should|going to|gonna|about to|trying|tried|try|maybe|perhaps|suspect\w*|if|unless|before|until|need(?:s|ed)? to|let['’]?s|plan(?:s|ned)?|without|cannot)\b/i;

/** What tells more than the other: the alert after a deploy is the alert, the rollback of a deploy the rollback. */
const TELLS_MORE: ReadonlyArray<readonly [EntryKind, EntryKind]> = [
  ['detection', 'trigger'],
  ['mitigation', 'trigger'],
  ['escalation', 'detection'],
];

/** What an entry tells, where its words leave no doubt; null where they do. */
export function kindOf(text: string): EntryKind | null {
  const state = STATES.find(([pattern]) => pattern.test(text));
  if (state) return state[1];
  if (NOT_SO.test(text)) return null;
  const said = SAYS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
  const left = said.filter(
    (kind) => !TELLS_MORE.some(([more, less]) => less === kind && said.includes(more)),
  );
  return left.length === 1 ? (left[0] as EntryKind) : null;
}
