import type { Retrieve } from '../retrieval/retrieve';
import type { SearchIndex } from '../search/index';
import { searchPostMortems } from '../search/search';
import type { FindPlaces, FoundPlace } from './tools/search';

const MOST = 6;

/**
 * Finds what the person may read: passages of the archive by words and meaning, and by words what is their own, or
 * shared with them, and not published. Each document once, by its best passage.
 */
export const placesIn =
  (index: SearchIndex, retrieve: Retrieve): FindPlaces =>
  async (text, caller) => {
    const [own, archive] = await Promise.all([
      searchPostMortems({ text, limit: MOST }, caller, index),
      retrieve({ text, limit: MOST }, caller),
    ]);
    const places: FoundPlace[] = [
      ...archive.passages.map(({ documentId, title, section, text: passage }) => ({
        ...{ postMortemId: documentId, title, section, text: passage },
      })),
      ...own.items.map(({ id, title, passage }) => ({
        ...{ postMortemId: id, title, section: passage.field, text: passage.text },
      })),
    ];
    const once = new Map<string, FoundPlace>();
    for (const place of places) if (!once.has(place.postMortemId)) once.set(place.postMortemId, place);
    return { places: [...once.values()].slice(0, MOST), meaning: archive.meaning };
  };
