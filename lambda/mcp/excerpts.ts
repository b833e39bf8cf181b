import { maskWithin } from '../../domain/secrets/everyText';
import { contentOf } from './content';
import { NoSuchPostMortemError } from './errors';
import type { Library } from './library';

/** Part of one or two post-mortems that an answer tells. */
export interface Excerpt<Told> {
  /** Whose words it holds. */
  from: readonly string[];
  told: Told;
}

/** Each document is a request to the API of its own. */
const AT_ONCE = 10;

/**
 * Excerpts without keys, passwords and addresses, in their order. An excerpt does not say of a value that it is a
 * password where another part of its document does: each document is read whole for it, once. An excerpt of what is
 * no longer the caller's to read is left out.
 */
export async function maskedExcerpts<Told>(
  excerpts: readonly Excerpt<Told>[],
  library: Pick<Library, 'document'>,
): Promise<Told[]> {
  const ids = [...new Set(excerpts.flatMap(({ from }) => from))];
  const documents = new Map<string, unknown>();
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    await Promise.all(
      ids.slice(first, first + AT_ONCE).map(async (id) => {
        try {
          documents.set(id, contentOf(await library.document(id)));
        } catch (error) {
          if (!(error instanceof NoSuchPostMortemError)) throw error;
        }
      }),
    );
  }
  return excerpts
    .filter(({ from }) => from.every((id) => documents.has(id)))
    .map(({ from, told }) => {
      const documentsOf = from.map((id) => documents.get(id));
      return maskWithin(told, documentsOf).value;
    });
}
