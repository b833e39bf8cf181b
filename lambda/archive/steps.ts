import { type Enterable, enterablesOf } from '../../domain/archive/keys';
import { embeddedText } from '../../domain/archive/passage';
import { textsWithin } from '../../domain/secrets/everyText';
import { secretsIn } from '../../domain/sending';
import type { VectorToPut } from '../vectors';
import type { Collaborators } from './collaborators';

/** What is to be done about one document. Keys and nothing else: no word of it stays in the history of an execution. */
export interface Plan {
  /** Passages that the index is to hold and does not. */
  missing: string[];
  /** What it holds of the document and is not to. */
  stale: string[];
  /** Passages that the document has as it is now; none where it is not everybody's. */
  passages: number;
}

/** Bytes of keys in one plan: the result of a step may have 256 KB. What is over comes in the next round. */
const LONGEST_LIST = 100_000;

const wantedOf = async (
  { document }: Pick<Collaborators, 'document'>,
  documentId: string,
): Promise<Map<string, Enterable>> => {
  const stored = await document(documentId);
  return stored === null ? new Map() : enterablesOf(stored);
};

/**
 * `read-document`: compares the record, as it is at this moment, with what the index holds of it. That the index has a
 * key is asked of the index itself; what it may have beside those, the list that is kept of every document.
 * @param again enters what is there already too
 */
export async function planned(
  with_: Pick<Collaborators, 'document' | 'entered' | 'vectors'>,
  documentId: string,
  again: boolean,
): Promise<Plan> {
  const [wanted, entered] = await Promise.all([wantedOf(with_, documentId), with_.entered.of(documentId)]);
  const keys = [...wanted.keys()];
  const present = again ? new Set<string>() : await with_.vectors.present(keys);
  return {
    missing: within(keys.filter((key) => !present.has(key))),
    stale: within(entered.filter((key) => !wanted.has(key))),
    passages: wanted.size,
  };
}

function within(keys: readonly string[]): string[] {
  let letters = 0;
  return keys.filter((key) => {
    letters += key.length;
    return letters <= LONGEST_LIST;
  });
}

/** Passages that were embedded, each vector as base64 of its 32-bit numbers: a third of what JSON makes of them. */
export interface Embedded {
  embeddedBy: string;
  vectors: Record<string, string>;
}

/** `embed-passages`: those of these that the record still has, from the text that it has now. */
export async function embedded(
  with_: Pick<Collaborators, 'document' | 'embed'>,
  documentId: string,
  keys: readonly string[],
): Promise<Embedded> {
  const stored = await with_.document(documentId);
  const wanted = stored === null ? new Map<string, Enterable>() : enterablesOf(stored);
  const some = keys.flatMap((key) => wanted.get(key) ?? []);
  if (some.length === 0) return { embeddedBy: '', vectors: {} };
  const { vectors, embeddedBy } = await with_.embed(
    some.map(({ passage }) => embeddedText(passage)),
    // Of the whole record: this step may have only the passage in which a password stands bare.
    secretsIn(textsWithin(stored)),
  );
  const texts = some.map(({ key }, at) => [key, asText(vectors[at] as Float32Array)] as const);
  return { embeddedBy, vectors: Object.fromEntries(texts) };
}

/**
 * `put-passages`: those that the record still has. It reads the record before, so that nothing of what was withdrawn
 * meanwhile is put; and after, as a withdrawal wins that came between. The keys are written down before they are put:
 * what may be in the index is known whatever dies when.
 */
export async function put(
  with_: Collaborators,
  documentId: string,
  { embeddedBy, vectors }: Embedded,
): Promise<{ entered: number; isOvertaken: boolean }> {
  const before = await wantedOf(with_, documentId);
  const some = Object.entries(vectors).flatMap(([key, text]): VectorToPut[] => {
    const one = before.get(key);
    if (!one) return [];
    return [{ key, vector: asVector(text), metadata: { ...one.facts, embedder: embeddedBy } }];
  });
  if (some.length === 0) return { entered: 0, isOvertaken: true };
  const keys = some.map(({ key }) => key);
  await with_.entered.add(documentId, keys);
  await with_.vectors.put(some);
  const after = await wantedOf(with_, documentId);
  const gone = keys.filter((key) => !after.has(key));
  // They stay on the list: the next round takes them off it, once they are surely out.
  await with_.vectors.delete(gone);
  return { entered: keys.length - gone.length, isOvertaken: gone.length > 0 };
}

/**
 * `delete-what-is-stale`: those of these that the record has not. They are taken off the list first: whoever enters
 * one of them at the same time writes it down after that, and finds it missing if it is deleted then.
 */
export async function deleted(
  with_: Collaborators,
  documentId: string,
  stale: readonly string[],
): Promise<number> {
  const wanted = await wantedOf(with_, documentId);
  const keys = stale.filter((key) => !wanted.has(key));
  await with_.entered.remove(documentId, keys);
  await with_.vectors.delete(keys);
  return keys.length;
}

const asText = (vector: Float32Array): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');

function asVector(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64');
  // A copy: a view of 32-bit numbers must begin at a multiple of four bytes.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
