import { sentencesOf } from '../reading/text/sentences';
import type { Sitting } from './sittings';

/** A sentence of a section as it stands, and the sitting in which it first stood there in these words. */
export interface WrittenSentence {
  text: string;
  /** Where it begins in the section. */
  at: number;
  /** Null for what no save holds yet. */
  sitting: Sitting | null;
}

/** Words are what was written; how they are spaced and wrapped is not. */
const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Who wrote each sentence of a section. A sentence that was taken out and came back is its first writer's; one in
 * which a word was changed is whose who changed it.
 * @param sittings of that section, the latest first
 */
export function whoWrote(section: string, text: string, sittings: readonly Sitting[]): WrittenSentence[] {
  const first = new Map<string, Sitting>();
  for (const sitting of sittings.toReversed()) {
    const stood: unknown = (sitting.after as Record<string, unknown>)[section];
    if (typeof stood !== 'string') continue;
    for (const sentence of sentencesOf(stood)) {
      const words = wordsOf(sentence.text);
      if (!first.has(words)) first.set(words, sitting);
    }
  }
  return sentencesOf(text).map(({ text: sentence, start }) => ({
    text: sentence,
    at: start,
    sitting: first.get(wordsOf(sentence)) ?? null,
  }));
}
