import type { ThemeId } from '../../../domain/themes';
import type { Topic } from './topics';

/*
 * Everything the drafter adds of its own, apart from questions. None of it may hold a figure, a name, a
 * time of day, a cause, a doubt or a "no": a test reads this stock for them. What was harmed is never the joke.
 */

/** The lead-ins of the structured draft. In Addams a tail follows, so that switching voices loses no word. */
export const LEAD_INS: Record<Topic, string> = {
  event: 'What happened',
  detection: 'Detection',
  impact: 'Impact',
  action: 'What was done',
  cause: 'Contributing factors',
  followUp: 'What follows',
};
export const QUESTIONS_LEAD_IN = 'Still open';

export const TAILS: Record<Topic | 'questions', readonly string[]> = {
  event: ['by lantern light', 'read aloud in the parlour', 'as told to the portraits'],
  detection: ['or the creak on the stairs', 'or the trembling bell pull', 'or the scratching at the door'],
  impact: ['in fresh black ink', 'entered in the family ledger', 'under a veil of black lace'],
  action: ['with shovel and lantern', 'by candlelight', 'with sleeves rolled up to the cobwebs'],
  cause: ['freshly exhumed', 'from under the floorboards', 'laid out on black velvet'],
  followUp: ['with garlic over the door', 'and fresh locks for the crypt', 'lest it walk again'],
  questions: ['like the crypt door', 'and draughty', 'and the ravens are waiting'],
};

/** Run-in openings of paragraphs in the compact draft, Addams only. */
export const RUN_INS: Record<Topic, readonly string[]> = {
  event: ['From the black ledger:', 'The tale, as whispered:'],
  detection: ['A creak on the stairs:', 'The bell pull trembles:'],
  impact: ['A chill in the parlour:', 'Entered in black ink:'],
  action: ['Shovels and lanterns:', 'Sleeves up, candles lit:'],
  cause: ['Under the floorboards:', 'Freshly exhumed:'],
  followUp: ['Garlic for the door:', 'Fresh locks for the crypt:'],
};

export const OPENINGS: readonly string[] = [
  'Draw the curtains and open the black ledger: the facts are the author’s, the cobwebs are ours.',
  'Pull up a coffin, dear reader; the machines have a tale to tell.',
  'Light the candelabra and mind the cobwebs: the machines are about to confess.',
  'A toast to entropy, ever the faithful guest of data centres.',
  'Dust off the organ; this is best read to slow and dreadful music.',
  'Every system carries a small tombstone in its pocket. Here is the inscription.',
];
export const CLOSINGS: readonly string[] = [
  'So it is written, and the ink is deliciously wet.',
  'Close the lid gently; the machines are light sleepers.',
  'Fold the shroud, snuff the candle, and leave the crypt tidier than you found it.',
  'Sleep well. Entropy is awake on our behalf.',
  'The ledger is closed; the spiders may resume.',
];

/** FNV-1a, 32 bit: the same text always gets the same phrases. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** Chooses phrases for one draft. */
export interface Voice {
  theme: ThemeId;
  /** A lead-in with its tail, if the voice has one, without a colon. */
  leadIn(topic: Topic): string;
  questionsLeadIn(): string;
  /** `*…* ` in front of a paragraph, or nothing. */
  runIn(topic: Topic): string;
  /** Lines of their own around the draft; `undefined` where the voice has none. */
  opening(): string | undefined;
  closing(): string | undefined;
}

/** The voice of a theme. `source` and `style` decide which phrases of the stock it uses. */
export function voiceOf(theme: ThemeId, source: string, style: string): Voice {
  const seed = hashOf(`${style}\n${source}`);
  const pick = (stock: readonly string[], salt: number): string => stock[(seed + salt) % stock.length] ?? '';
  const addams = theme === 'addams';
  const tailed = (words: string, tails: readonly string[]) =>
    addams ? `${words}, ${pick(tails, 1)}` : words;
  return {
    theme,
    leadIn: (topic) => tailed(LEAD_INS[topic], TAILS[topic]),
    questionsLeadIn: () => tailed(QUESTIONS_LEAD_IN, TAILS.questions),
    runIn: (topic) => (addams ? `*${pick(RUN_INS[topic], 2)}* ` : ''),
    opening: () => (addams ? `*${pick(OPENINGS, 3)}*` : undefined),
    closing: () => (addams ? `*${pick(CLOSINGS, 5)}*` : undefined),
  };
}
