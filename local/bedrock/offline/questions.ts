import { type SectionId, sectionById } from '../../../domain/sections';
import { type Topic, topicOfLabel } from './topics';

/** Something a good section says and this one does not. */
export interface OpenQuestion {
  text: string;
  /** Where in the section the answer belongs. */
  topic: Topic;
  /** Found in the passage that raises the question; it stands there whatever the topic. */
  raisedBy?: RegExp;
}

/** How a question is recognised by its own words, where its answer belongs, and how an answer looks. */
interface AnswerRule {
  asks: RegExp;
  topic: Topic;
  answered: (text: string) => boolean;
}

const RECOVERED =
  /\b(?:restor(?:ed|ing)|recovered|recovery|back (?:to normal|up|online|at)|went back|resolved|reengage|launched|healthy|working again|all (?:green|well|good|clear)|green again|mitigated)\b/i;
const ACTED =
  /\b(?:restart(?:ed|ing)?|roll(?:ed)? ?back|revert(?:ed|ing)?|redeploy(?:ed)?|deleted the|rebuilt|replaced|scaled|fix(?:ed)?|patched|disabled|appl(?:y|ied)|rotat(?:ed?|ing)|reset|attempted|re-?run|repair(?:ed)?|installed|updating|filtered|tried|failed over|increased the|increasing the)\b/i;
const PEOPLE_OR_SERVICES =
  /\b(?:users?|customers?|teams?|clients?|everyone|visitors?|people|tenants?|services?|pods?|nodes?|cluster|dashboard|website|site|namespaces?|ingress|secrets)\b/i;
const AMOUNT = /\d|\b(?:all|no|none|only|everyone|nobody|every|entire|whole|both|one|some of)\b/i;
const SPAN_OF_TIME =
  /\d\s*\+?\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?)\b|\bwhole duration\b|\d:\d\d[^\n]{0,80}\d:\d\d/i;
const TIME_OF_DAY = /\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b/i;
const DOWN =
  /\b(?:errors?|exceptions?|fail(?:s|ed|ing|ure|ures)?|down|unavailable|unreachable|time(?:d )?outs?|crash\w*|broken?|could not|couldn't|not available|outage|degraded|died|stuck|5\d\d)\b/i;
/** A near miss: there was no service to restore. */
const NOTHING_WAS_DOWN =
  /\b(?:increased risk|near miss|no (?:users?|customers?|visible|user|customer) (?:reported|impact|noticed|affected|were))\b/i;
const HEDGED =
  /\b(?:probably|possibly|perhaps|maybe|might|may have|suspect(?:ed|s)?|seem(?:s|ed)?|appear(?:s|ed)?|likely|unclear|unknown|we think|we believe)\b/i;
const SETTLED = /\b(?:confirmed|verified|proved|proven|ruled out|established)\b/i;
/** A person as the subject of a mistake. The system's part is then the question that stays open. */
export const BLAME =
  /\b(?:he|she|his|her|one of the engineers|careless(?:ly)?|negligen\w+|forgot|fault of|to blame|human error|should have known|mistakenly|incompeten\w+|stupid\w*|sloppy)\b/gi;

/** First match wins. The questions themselves are in `domain/sections.ts`. */
const ANSWER_RULES: readonly AnswerRule[] = [
  {
    asks: /caught/i,
    topic: 'detection',
    answered: (text) =>
      /\b(?:unnoticed|undetected|missed|rather than automated|no (?:alerts?|tests?|monitoring)|(?:not|never|n['’]t)(?: been)? (?:caught|detected|noticed|identified|tested|alert))\b/i.test(
        text,
      ),
  },
  {
    asks: /detected|noticed/i,
    topic: 'detection',
    answered: (text) =>
      /\b(?:detect(?:ed|ion)|alert(?:s|ed)?|alarms?|noticed|reported|reporting|identified:|pingdom|pagerduty|paged|spotted|told us|complained|tickets?|announced|saw that)\b/i.test(
        text,
      ),
  },
  {
    asks: /symptom|what happened/i,
    topic: 'event',
    answered: (text) =>
      DOWN.test(text) ||
      /\b(?:slow|latency|spikes?|rose|lost|compromise\w*|exposure|exposed|mismatch\w*|did not occur)\b/i.test(
        text,
      ),
  },
  {
    asks: /affected.*how many/i,
    topic: 'impact',
    answered: (text) => PEOPLE_OR_SERVICES.test(text) && AMOUNT.test(text),
  },
  {
    asks: /affected.*how long/i,
    topic: 'impact',
    answered: (text) => PEOPLE_OR_SERVICES.test(text) && SPAN_OF_TIME.test(text),
  },
  { asks: /from when|how long/i, topic: 'impact', answered: (text) => SPAN_OF_TIME.test(text) },
  {
    asks: /data/i,
    topic: 'impact',
    answered: (text) =>
      /\b(?:data|records?|secrets?|los[ts]|leak\w*|expos\w+|corrupt\w*|backlog|metrics)\b/i.test(text),
  },
  {
    asks: /made this possible/i,
    topic: 'cause',
    answered: (text) =>
      text.search(BLAME) < 0 &&
      /\b(?:because|due to|caused by|cause was|led to|lack of|no\b[^.]{0,30}\blimits?|without|bug|misconfig\w*|had (?:set|access)|was set|not enough|insufficient|introduced|allowed|permitted|not a failure mode|shared between|relied on|which broke|also use)\b/i.test(
        text,
      ),
  },
  {
    asks: /trigger/i,
    topic: 'cause',
    answered: (text) =>
      /\b(?:trigger\w*|during|following|upon|deploy\w*|merged|upgrade|migrat\w+|renam\w+|when|after|immediately|apply|was deleting|sent to)\b/i.test(
        text,
      ),
  },
  {
    asks: /confirmed/i,
    topic: 'cause',
    answered: (text) => !HEDGED.test(text) || SETTLED.test(text),
  },
  { asks: /tried|worked/i, topic: 'action', answered: (text) => ACTED.test(text) },
  {
    asks: /when was .*restored/i,
    topic: 'action',
    answered: (text) =>
      NOTHING_WAS_DOWN.test(text) ||
      !DOWN.test(text) ||
      text.split(/[.\n]\s/).some((part) => RECOVERED.test(part) && TIME_OF_DAY.test(part)),
  },
  {
    asks: /ended the impact|resolved/i,
    topic: 'action',
    answered: (text) => ACTED.test(text) || RECOVERED.test(text),
  },
  {
    asks: /permanent|workaround/i,
    topic: 'action',
    answered: (text) =>
      /\b(?:permanent\w*|workaround|temporar\w+|interim|immediate repair|longer-term|long-term|for now|short-term|revert\w*)\b/i.test(
        text,
      ),
  },
  {
    asks: /happening again|who owns|by when/i,
    topic: 'followUp',
    answered: (text) =>
      /\b(?:owner|owned by|by the end of|due on|due by|action items?|assigned to)\b/i.test(text),
  },
];

const NOTE_TO_SELF =
  /\b(?:TBC|TBD|FIXME|XXX|to be (?:confirmed|determined)|needs? to (?:convert|check|confirm|verify)|not sure)\b|\?\?|[a-z]\? [a-z]/;
const ZONE = /\b(?:UTC|GMT|[BCEMPW]E?S?T|CES?T|IST|Z)\b|\d\d:\d\dZ|[+-]\d\d:?\d\d\b/;

const CLOCK = /\b\d{1,2}:\d\d\b/;

/** Questions that no section asks, but a text may. */
const RAISED: ReadonlyArray<OpenQuestion & { raisedBy: RegExp; settledBy?: RegExp }> = [
  {
    text: 'A note in this text is not settled yet; what should it say?',
    topic: 'event',
    raisedBy: NOTE_TO_SELF,
  },
  { text: 'Which time zone are the times in?', topic: 'event', raisedBy: CLOCK, settledBy: ZONE },
];

/** Words of a question that an answer to it would most likely use. */
const tellingWords = (question: string): string[] => question.toLowerCase().match(/[a-z]{6,}/g) ?? [];

/** How to tell whether a question is answered; one without a rule of its own goes by its words. */
const ruleFor = (question: string): AnswerRule =>
  ANSWER_RULES.find(({ asks }) => asks.test(question)) ?? {
    asks: /$^/,
    topic: topicOfLabel(question) ?? 'event',
    answered: (text) => tellingWords(question).some((word) => text.toLowerCase().includes(word)),
  };

/**
 * The questions of a section that a text leaves open: the section's own first, then what the text itself
 * leaves unsettled.
 */
export function openQuestions(section: SectionId, text: string): OpenQuestion[] {
  const ofSection = sectionById(section).questions.flatMap((question) => {
    const { topic, answered } = ruleFor(question);
    return answered(text) ? [] : [{ text: question, topic }];
  });
  const ofText = RAISED.filter(({ raisedBy, settledBy }) => raisedBy.test(text) && !settledBy?.test(text));
  return [...ofSection, ...ofText];
}

/** Every question the drafter may ask in any section; by them it knows its own. */
export const isOwnQuestion = (question: string, sections: readonly SectionId[]): boolean =>
  RAISED.some(({ text }) => text === question) ||
  sections.some((id) => (sectionById(id).questions as readonly string[]).includes(question));

/** The line that asks. */
export const askFor = (question: OpenQuestion): string => `[TODO: ${question.text}]`;
