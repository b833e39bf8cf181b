import { embeddedText, passagesOf } from '../../domain/archive/passage';
import {
  type Closest,
  closestByDocument,
  NEAR,
  type Pair,
  tellingPassages,
} from '../../domain/archive/shared';
import type { Caller } from '../../domain/postMortem/access';
import type { Stored } from '../../domain/postMortem/stored';
import { nearestTo } from './meaning';
import { passagesShown, type Retrieval } from './retrieve';

/** Passages of a document that others are looked for by: each is embedded, as it may be a draft that no index holds. */
const MOST_ASKED = 6;
const MOST_NEAR = 20;

/**
 * Published post-mortems with a passage that means nearly what one of this document does, the nearest first, with the
 * two that are closest. Whoever asks must be one who may read the document: its text is embedded and quoted back.
 */
export async function alikeInMeaning(
  subject: Stored,
  caller: Caller,
  retrieval: Retrieval,
): Promise<Map<string, Closest>> {
  const own = tellingPassages(passagesOf(subject), MOST_ASKED);
  if (own.length === 0) return new Map();
  const asked = { filters: {}, exceptDocument: String(subject.id) };
  const found = await nearestTo(
    own.map(embeddedText),
    { ...asked, issuer: caller.issuer, topK: MOST_NEAR },
    retrieval,
  );
  if (found.state === 'missing') {
    retrieval.warn('Similar post-mortems were looked for by words alone', found.why);
    return new Map();
  }
  const near = found.each.flatMap((places, at) =>
    places.filter(({ nearness }) => nearness >= NEAR).map((place) => ({ ...place, own: own[at] })),
  );
  const ids = [...new Set(near.map(({ documentId }) => documentId))];
  const passages = await passagesShown(ids, asked, caller, retrieval.words);
  return closestByDocument(
    near.flatMap(({ own: passage, documentId, place, nearness }): Pair[] => {
      const other = passages.get(`${documentId} ${place}`);
      return passage && other ? [{ own: passage, other, nearness }] : [];
    }),
  );
}
