import type { ToneKind } from './suggestion';

/** A way of putting things, and what to say about it. */
export interface TonePattern {
  kind: ToneKind;
  pattern: RegExp;
  reason: string;
  suggestion: string;
}

const ROLE =
  '(?:engineer|developer|operator|admin(?:istrator)?|employee|intern|contractor|colleague|technician|manager|reviewer|author|committer|maintainer|someone|somebody)(?: \\([^()\\n]{1,40}\\))?';
/** Said of one who let something through. */
const WAVED_THROUGH =
  '(?:approved|merged|deployed|shipped|pushed|signed off|released|accepted)(?: \\w+){0,3} without (?:looking|testing|reading|reviewing|checking|running|asking|thinking|care)';
/** What a person is named for when something went wrong. Reporting and repairing are no such thing. */
const MISHAP = `(?:${WAVED_THROUGH}|(?:accidentally|mistakenly|inadvertently|wrongly|carelessly|erroneously|unfortunately)? ?(?:forgot|ran|run|broke|deleted?|was deleting|were deleting|dropped|overwrote|misconfigured|mistyped|misread|ignored|missed|overlooked|skipped|bypassed|caused|crashed|pushed|clicked|clicking|pasted|leaked|destroyed|neglected|misunderstood|did(?: not|n[’']t) (?:check|test|notice|read|follow|know|verify|realis?ze)|was(?: not|n[’']t) (?:\\w+ )?(?:aware|paying attention|careful|trained)|made (?:a|an) (?:\\w+ )?(?:mistake|error|typo)|failed to))`;
const NEGLECT = `(?:${WAVED_THROUGH}|forgot|mistyped|misread|ignored|overlooked|neglected|misunderstood|bypassed|broke|(?:accidentally|mistakenly|inadvertently|carelessly|wrongly) \\w+|made (?:a|an) (?:\\w+ )?(?:mistake|typo)|failed to|did(?: not|n[’']t) (?:check|test|read|follow|verify|bother)|was(?: not|n[’']t) (?:\\w+ )?(?:aware|paying attention|careful))`;

const CULPRIT = {
  kind: 'culprit',
  reason: 'It names a person where the system made the slip possible; readers stop at the name.',
  suggestion:
    'Say what was done and what allowed it: the command, the missing guard, the unclear screen. A role is enough.',
} as const;

/** Case matters only where a name is told from an ordinary word. */
export const PATTERNS: readonly TonePattern[] = [
  { ...CULPRIT, pattern: new RegExp(`\\b(?:he|she)\\b ${MISHAP}\\b`, 'gi') },
  {
    ...CULPRIT,
    pattern: new RegExp(
      `\\b(?:one of (?:the|our) (?:\\w+ )?${ROLE}s|(?:an?|the|our|one) (?:[\\w-]+ ){0,2}${ROLE}|someone|somebody) (?:had |has |was |were )?${MISHAP}\\b`,
      'gi',
    ),
  },
  {
    ...CULPRIT,
    pattern: new RegExp(
      `(?<![\\p{L}\`/.-])(?!(?:The|This|That|It|They|We|Who|Which|These|Those|Nobody|Everyone|Someone|Somebody|There|And|But|Then|Traffic|Monitoring|Alerting|Automation|Terraform|Kubernetes)\\b)\\p{Lu}\\p{Ll}{2,14}(?:, [^,.\\n]{1,40},)? (?:had |has )?${NEGLECT}(?![\\p{L}])`,
      'gu',
    ),
  },
  {
    kind: 'blame',
    pattern:
      /\b(?:careless(?:ly|ness)?|negligen(?:t|ce|tly)|incompeten(?:t|ce)|irresponsibl[ey]|sloppy|sloppiness|reckless(?:ly)?|lazy|laziness|stupid(?:ly|ity)?|foolish(?:ly)?|to blame|blamed? (?:on|for)|culprit|guilty|human error|operator error|user error|incompetence|at fault|(?:his|her|their|whose|my|our|your|[a-z]+['’]s) (?:own )?(?:fault|mistake|blunder)|(?:it|this) (?:is|was) (?:entirely |all )?the fault of|blunder(?:ed)?|screwed up|messed up|dropped the ball|lack of (?:care|diligence|discipline|attention)|not paying attention|should have known better|should have known|inexcusabl[ey])\b/gi,
    reason: 'The word judges somebody; it explains nothing that could be changed.',
    suggestion: 'Describe the conditions: what was visible, what the tool allowed, what made it look right.',
  },
  {
    kind: 'blame',
    pattern:
      /\b(?:we|they|team|engineers?|developers?|operators?|operations|support|he|she|staff|users?|vendor|github|who) failed to\b/gi,
    reason: '“Failed to” measures people against what is known only now.',
    suggestion: 'Say what happened instead, and what would have had to be there: an alert, a step, a check.',
  },
  {
    kind: 'counterfactual',
    pattern:
      /\b(?:should(?:n['’]t| not)? (?:\w+ )?have(?! access\b)|could (?:easily |simply |also )?have (?:been )?(?:prevented|avoided|caught|noticed|detected|stopped|checked|seen|tested|known|asked|done)|ought to have|might have been (?:avoided|prevented)|would (?:not |never )?have (?:been )?(?:prevented|avoided|caught|happened|noticed|occurred|detected|stopped)|if only|had (?:we|they|he|she|the team|anyone|someone) (?:only )?\w+ed)\b/gi,
    reason: 'It tells what did not happen; that hides why what was done made sense at the time.',
    suggestion: 'Tell what people saw and did. Put the improvement into an action item with an owner.',
  },
];

/** A voice that jokes may be loud; in a calm one the figures are. */
export const ANIMATED: TonePattern = {
  kind: 'animated',
  pattern:
    /!{2,}|\b(?:disast(?:er|rous(?:ly)?)(?! recovery)|nightmare|catastroph(?:e|ic(?:ally)?)|horribl[ey]|horrendous|horrific|terribl[ey]|awful(?:ly)?|chaos|chaotic|insane(?:ly)?|crazy|mayhem|bloodbath|apocalyp\w+|ridiculous(?:ly)?|unbelievabl[ey]|shocking(?:ly)?|devastating|massive(?:ly)?|meltdown|went haywire|all hell|total mess|huge mess|painful(?:ly)?|desperate(?:ly)?|panick?(?:ed|ing)?(?= |,|\.)|fiasco|debacle|epic(?: fail)?|blew up|exploded|wreaked havoc)\b/gi,
  reason: 'It is louder than the facts and tells no size.',
  suggestion: 'Give the figure: how many, how long, which part.',
};

/** Said of an action, it promises nothing that could be checked. */
export const WEAK_ACTION: TonePattern = {
  kind: 'weak-action',
  pattern:
    /\b(?:be(?:ing)? (?:more|extra) (?:careful|cautious|vigilant|diligent|attentive|mindful)|(?:take|pay) (?:more|greater|better|closer) (?:care|attention)|try (?:harder|to avoid)|(?:improve|better|increase|enhance|strengthen|more) (?:the |our |overall )?(?:monitoring|alerting|observability|communication|documentation|testing|awareness|processes|training|visibility|resilience)|raise awareness|remind (?:everyone|people|the team|all engineers|engineers|developers)|make sure (?:this|it) (?:does not|doesn['’]t|never) happen(?:s)? again|double[- ]check (?:everything|next time|in future)|look into (?:it|this)|keep an eye on|think about)\b/gi,
  reason: 'Nobody could say when this is done: it has no owner, no date and no result.',
  suggestion:
    'Name what will exist afterwards, who does it and by when: “Alert on queue age > 5 min (Kim, 1 June)”.',
};
