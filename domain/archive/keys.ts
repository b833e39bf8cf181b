import { fnv1a } from '../fnv';
import type { Stored } from '../postMortem/stored';
import { dayOf, serviceKey } from './filters';
import { embeddedText, type Passage, passagesOf } from './passage';
import { poolsOf } from './standing';

/** Grows when documents are cut, or passages embedded, in another way: everything is entered again then. */
export const CUTTING = '1';

/** What a vector can be filtered by. S3 Vectors has two kilobytes for it; a test holds the longest of everything. */
export interface PassageFacts {
  document: string;
  section: string;
  service: string;
  severity: string;
  /** Days since 1970, so that a time is a range of numbers. */
  day: number;
  /** The user pools whose people may find it: nobody else's query meets it. */
  pools: string[];
}

/** A passage with the vector's key and facts. */
export interface Enterable {
  key: string;
  passage: Passage;
  facts: PassageFacts;
}

/**
 * The passages that the index is to hold of a record as it is now, by their keys; none for what is not everybody's.
 * A key says all that its vector was made of: another text, or another filter, is another key.
 */
export function enterablesOf(stored: Stored): Map<string, Enterable> {
  const pools = poolsOf(stored);
  if (pools.length === 0) return new Map();
  const enterables = passagesOf(stored).map((passage): Enterable => {
    const facts: PassageFacts = {
      document: passage.documentId,
      section: passage.section,
      service: serviceKey(passage.service),
      severity: passage.severity,
      day: dayOf(stored),
      pools,
    };
    return { key: keyOf(passage, facts), passage, facts };
  });
  return new Map(enterables.map((one) => [one.key, one]));
}

/** Two hashes, as one of 32 bits meets another one in a large archive. */
function keyOf(passage: Passage, facts: PassageFacts): string {
  const made = JSON.stringify([embeddedText(passage), facts]);
  const print = fnv1a(made).toString(36) + fnv1a(`${made.length} ${made}`).toString(36);
  return [CUTTING, passage.documentId, passage.place, print].map(encodeURIComponent).join('|');
}

/** What the key of a vector says; null for one that this program has not made, or a cutting before this one. */
export function readKey(key: string): { documentId: string; place: string } | null {
  const [cutting, documentId, place, print, ...more] = key.split('|');
  if (cutting !== CUTTING || !documentId || !place || !print || more.length > 0) return null;
  try {
    return { documentId: decodeURIComponent(documentId), place: decodeURIComponent(place) };
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return null;
  }
}
