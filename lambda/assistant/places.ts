import type { SearchIndex } from '../search/index';
import { searchPostMortems } from '../search/search';
import type { FindPlaces } from './tools/search';

const MOST = 5;

/** Finds by words what the person may read: their own, what is shared with them, and what is published. */
export const placesByWords =
  (index: SearchIndex): FindPlaces =>
  async (text, caller) => {
    const { items } = await searchPostMortems({ text, limit: MOST }, caller, index);
    return {
      meaning: 'missing',
      places: items.map(({ id, title, passage }) => ({
        postMortemId: id,
        title,
        section: passage.field,
        text: passage.text,
      })),
    };
  };
