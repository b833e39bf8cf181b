import type { SimilarPostMortem } from '../../data/types';
import { say } from '../../language/say';

/** Why two incidents are alike, in a line: “Same service. Both tagged #queue. Both say HikariPool, 7f9c.” */
export function whyAlike({
  words,
  sameService,
  sameTags,
}: Pick<SimilarPostMortem, 'words' | 'sameService' | 'sameTags'>): string {
  const reasons = [
    sameService && say('Same service.'),
    sameTags.length > 0 &&
      say('Both tagged {tags}.', { tags: sameTags.map((tag) => `#${isolated(tag)}`).join(', ') }),
    words.length > 0 && say('Both say {words}.', { words: words.map(isolated).join(', ') }),
  ];
  return reasons.filter((reason) => reason !== false).join(' ');
}

/** A word of another direction must not turn the line around. */
const isolated = (word: string): string => `\u2068${word}\u2069`;
