import type { SectionId } from '../../../domain/sections';

/** What a sentence of a post-mortem is about, in the order in which a reader expects it. */
export const TOPICS = ['event', 'detection', 'impact', 'action', 'cause', 'followUp'] as const;
export type Topic = (typeof TOPICS)[number];

/** Words that give a topic away. Every match counts one; see {@link topicOf}. */
const CUES: Record<Exclude<Topic, 'event'>, RegExp> = {
  detection:
    /\b(?:detect(?:ed|ion)|alert(?:s|ed|ing)?|alarms?|(?:un)?noticed|reported|reporting|identified|pingdom|pagerduty|stackdriver|opsgenie|paged|spotted|told us|complained|support tickets?|announced)\b/gi,
  impact:
    /\b(?:impact(?:ed|s)?|affected|unavailable|unreachable|outage|downtime|degraded|lost|support got|(?:users|customers|teams|clients|visitors) (?:were|was|could|saw|had|experienced|lost)|could not (?:receive|load|log|reach)|exposure|increased risk|data loss|bills?)\b/gi,
  action:
    /(?<=^|\b(?:we|i|and|then) )(?:bumped|increased|raised|upgraded|drained|killed|moved|switched|cleared|flushed|blocked|added|removed|turned off|failed over)\b|\b(?:restarted|rolled ?back|reverted|redeployed|deleted the|rebuilt|replaced|scaled (?:up|down|out)|fixed|patched|disabled|rotated|reset|mitigated|recovery|recovered|resolved|restored|restoring|back (?:to|up|at|online)|(?:engineers?|team|we|and) (?:then )?(?:attempted|tried|decided|applied|launched)|attempts to|were able to|repaired|installed|made the decision|filtered out)\b/gi,
  cause:
    /\b(?:because|due to|caused? by|cause|culprit|bug|misconfig\w*|lack of|limits|(?:run|ran) out of|insufficient|not enough|needed more|suspect(?:ed)?|probably|failure mode|mismatch|we (?:think|believe)|instead of|stalled|issue preventing|knows? why)\b/gi,
  followUp:
    /^(?:to-?do|next)\b|\b(?:(?:are|is) (?:still )?investigating|continu(?:e|ing) (?:the )?investigation|long(?:er)?-term|in future|to prevent|prevents?|follow-?ups?|guidance|action items?|next steps|on standby|occur again|plan(?:s|ned)? to|will (?:be|add|create|review|move|write))\b/gi,
};

/**
 * The topics a section tells about, in the order in which its reader expects them; anything else in it
 * counts as its first one.
 */
const SECTION_TOPICS: Record<SectionId, readonly [Topic, ...Topic[]]> = {
  summary: ['event', 'detection', 'impact', 'action', 'cause'],
  impact: ['impact', 'detection', 'action', 'followUp'],
  description: ['event', 'detection', 'impact', 'action', 'cause', 'followUp'],
  rootCause: ['cause', 'detection', 'action', 'followUp'],
  resolution: ['action', 'cause', 'followUp'],
};

/** Which topic wins when a sentence holds as many cues of each: the rarer words first. */
const MOST_TELLING: readonly Topic[] = ['followUp', 'detection', 'action', 'impact', 'cause'];

/** A story starts with what happened or how it came to light, whatever words it uses. */
const STARTS: readonly Topic[] = ['event', 'detection'];

/** Where a topic stands in a section; topics that do not belong there come first. */
export const rankIn = (section: SectionId, topic: Topic): number => SECTION_TOPICS[section].indexOf(topic);

/** What a section is about when no word says otherwise. */
export const mainTopic = (section: SectionId): Topic => SECTION_TOPICS[section][0];

/** A sentence that leans on the one before it must stay with it. */
const LEANS_BACK =
  /^(?:this|that|these|those|it|its|they|their|he|she|both|such|however|but|also|then|so|and|as a result|therefore|afterwards|instead|otherwise|in theory|although)\b/i;

/**
 * The topic of a sentence that follows one about `current`: the topic with the most cues, and `current`
 * on a draw, for want of cues, or when the sentence leans on the one before.
 */
export function topicOf(sentence: string, section: SectionId, current: Topic | undefined): Topic {
  const stay = current ?? mainTopic(section);
  if (current && LEANS_BACK.test(sentence)) return stay;
  let best = stay;
  let most = cuesIn(sentence, stay);
  const opensStory = current === undefined && mainTopic(section) === 'event';
  for (const topic of MOST_TELLING) {
    if (!SECTION_TOPICS[section].includes(topic) || (opensStory && !STARTS.includes(topic))) continue;
    const count = cuesIn(sentence, topic);
    if (count > most) {
      best = topic;
      most = count;
    }
  }
  return best;
}

const cuesIn = (sentence: string, topic: Topic): number =>
  topic === 'event' ? 0 : (sentence.match(CUES[topic])?.length ?? 0);

/** Headings and labels as authors write them. */
const LABEL_CUES: ReadonlyArray<[RegExp, Topic]> = [
  [/\b(?:caught|detect|identified|noticed|alert|monitor)/i, 'detection'],
  [/\b(?:impact|affect|severity|duration|scope|customers?|users?|damage)/i, 'impact'],
  [/\b(?:cause|why|problem|factor|trigger|culprit)/i, 'cause'],
  [/\b(?:follow|next|lesson|prevent|action items?|learn|improve)/i, 'followUp'],
  [/\b(?:resol|fix|mitigat|recover|repair|done|workaround|remedia|response|status)/i, 'action'],
  [/\b(?:happened|background|context|timeline|summary|description|event|symptom|overview)/i, 'event'],
];

/** The topic a heading or label announces, if it is one that is known. */
export const topicOfLabel = (label: string): Topic | undefined =>
  LABEL_CUES.find(([cue]) => cue.test(label))?.[1];
