import type { SourceLink } from '../../../domain/conversation/conversation';
import type { Caller } from '../../../domain/postMortem/access';
import { refused, type Tool, textOf } from './toolAnswer';

/** A passage that answers a question, of a post-mortem that the caller may read as it is now. */
export interface FoundPlace extends SourceLink {
  text: string;
}

/** Finds passages that the caller may read, and says whether meaning was compared. */
export type FindPlaces = (
  text: string,
  caller: Caller,
) => Promise<{ places: FoundPlace[]; meaning: 'used' | 'missing' }>;

const LONGEST_PASSAGE = 600;

/** Finds post-mortems by words and meaning, among those that the person may read. */
export const searchWith =
  (find: FindPlaces): Tool =>
  async (input, { caller }) => {
    const text = textOf(input.text);
    if (text === '') return refused('', 'Nothing was named to search for.');
    const { places, meaning } = await find(text, caller);
    const byWords = meaning === 'missing' ? ' By words only: there is no index of what they mean.' : '';
    if (places.length === 0) {
      const note = `Nothing was found for “${text}” among the post-mortems that you may read.${byWords}`;
      return { text: note, step: { about: text, outcome: 'DONE', note, links: [] } };
    }
    return {
      text: places
        .map(({ postMortemId, title, section, text: passage }) =>
          [
            `title: ${title}`,
            `id: ${postMortemId}`,
            `section: ${section}`,
            passage.slice(0, LONGEST_PASSAGE),
          ].join('\n'),
        )
        .join('\n\n'),
      step: {
        about: text,
        outcome: 'DONE',
        note: `${places.length} found.${byWords}`,
        links: places.map(({ postMortemId, title, section }) => ({ postMortemId, title, section })),
      },
    };
  };
