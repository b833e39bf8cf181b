import { type ArchiveFilters, dayNumber, serviceKey } from '../../domain/archive/filters';
import { readKey } from '../../domain/archive/keys';
import type { Embed } from '../bedrock/embed';
import type { VectorFilter, VectorIndex } from '../vectors';

/** A place of a document whose vector is near; whether it is still there, its record says. */
export interface NearPlace {
  documentId: string;
  place: string;
  /** From -1 to 1. */
  nearness: number;
}

/** The index has nothing to compare with: nothing was entered yet, or it was by another embedder. */
export class EmptyIndexError extends Error {
  override name = 'EmptyIndexError';
  constructor(readonly embeddedBy: string) {
    super(
      `The index of meaning holds nothing that ${embeddedBy} has embedded. What is published enters it by itself, ` +
        'within minutes; `npm run archive -- --rebuild` does it now.',
    );
  }
}

/** What narrows a query before anything is compared. Whose archive it is follows from the caller's token alone. */
export function vectorFilter(
  { service, severities, from, to }: ArchiveFilters,
  with_: { issuer: string; embeddedBy: string; exceptDocument?: string | undefined },
): VectorFilter {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return {
    $and: [
      { pools: { $eq: with_.issuer } },
      { embedder: { $eq: with_.embeddedBy } },
      ...(service?.trim() ? [{ service: { $eq: serviceKey(service) } }] : []),
      ...(severities?.length ? [{ severity: { $in: [...severities] } }] : []),
      ...(first === null ? [] : [{ day: { $gte: first } }]),
      ...(last === null ? [] : [{ day: { $lte: last } }]),
      ...(with_.exceptDocument ? [{ document: { $ne: with_.exceptDocument } }] : []),
    ],
  };
}

/**
 * The places that are nearest to each of some texts, as the index tells it. It never fails: an archive is asked by
 * words alone while nobody embeds or there is no index, and the answer says so.
 */
export async function nearestTo(
  texts: readonly string[],
  asked: { filters: ArchiveFilters; issuer: string; exceptDocument?: string | undefined; topK: number },
  { vectors, embed }: { vectors: VectorIndex; embed: Embed },
): Promise<{ state: 'used'; each: NearPlace[][]; embeddedBy: string } | { state: 'missing'; why: unknown }> {
  try {
    const { vectors: made, embeddedBy } = await embed(texts);
    const filter = vectorFilter(asked.filters, { ...asked, embeddedBy });
    const each = await Promise.all(
      made.map(async (vector) => {
        const near = await vectors.query({ vector, topK: asked.topK, filter });
        return near.flatMap(({ key, distance }): NearPlace[] => {
          const told = readKey(key);
          return told ? [{ ...told, nearness: 1 - distance }] : [];
        });
      }),
    );
    if (each.every((near) => near.length === 0)) {
      const anything = await Promise.all(
        made
          .slice(0, 1)
          .map((vector) => vectors.query({ vector, topK: 1, filter: { embedder: { $eq: embeddedBy } } })),
      );
      if (anything.flat().length === 0) throw new EmptyIndexError(embeddedBy);
    }
    return { state: 'used', each, embeddedBy };
  } catch (why) {
    return { state: 'missing', why };
  }
}
