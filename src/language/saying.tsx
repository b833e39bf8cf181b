import { Fragment, type ReactNode } from 'react';
import type { Phrase } from './italian';
import { type Filling, phraseFor } from './say';

/** A phrase with elements in it: names that bring their own direction, links, what is said louder. */
export function saying<English extends Phrase>(
  english: English,
  ...[values]: Filling<English, ReactNode>
): ReactNode {
  const parts = phraseFor(english).split(/\{(\w+)\}/);
  // Of a split by a group, every other part is what the group found.
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place in the phrase
    <Fragment key={place}>{place % 2 === 0 ? part : (values as Record<string, ReactNode>)[part]}</Fragment>
  ));
}
