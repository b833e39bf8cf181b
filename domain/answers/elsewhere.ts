/** How assistants begin when they answer a person instead of doing what they were asked. */
const TALK =
  /(?:^|[.!?\n]\s*)(?:i(?:['’]m| am) (?:sorry|here to help|an ai|unable to|not able to)|i apologi[sz]e|as an ai\b|i (?:can(?:not|['’]t)|can) (?:help|assist) you|how (?:can|may) i (?:help|assist))/i;

/** Whether a model talks to whoever asked ("I'm sorry for the confusion"), where the author wrote nothing like it. */
export const talksToTheAuthor = (text: string, source: string): boolean =>
  TALK.test(text) && !TALK.test(source);

/** So few of the source's telling words in a draft, and it tells of something else. Measured: see the test. */
const LEAST_SHARED = 0.15;
/** A source with fewer telling words may well be said in others. */
const ENOUGH_WORDS = 8;

/**
 * Whether a draft has next to nothing of its source: figures can be checked one by one, and a text without
 * any would otherwise pass with every word of it gone.
 */
export function isAboutSomethingElse(text: string, source: string): boolean {
  // Without spaces between words there are none to count.
  if (WITHOUT_SPACES.test(source)) return false;
  const told = tellingWords(source);
  if (told.size < ENOUGH_WORDS) return false;
  const kept = tellingWords(text);
  let shared = 0;
  for (const word of told) if (kept.has(word)) shared += 1;
  return shared / told.size < LEAST_SHARED;
}

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Beginnings of words of four letters and more; "restarted" and "restarts" are one. */
const tellingWords = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 6)));
