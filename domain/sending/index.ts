import { withoutInvisible } from '../invisible/withoutInvisible';
import { type Held, holdBackAll } from '../secrets/holdBack';
import { isSecret } from '../secrets/placeholders';
import { asWritten } from '../todo';
import { withoutPieces } from './pieces';
import { type Sendable, sealed } from './sendable';

/** What of an author's text goes to a model. */
export interface Sending {
  sent: Sendable;
  /** What else is drafted from; null when there is nothing. */
  material: Sendable | null;
  held: Held[];
  /** How many invisible characters stayed here. */
  invisible: number;
}

/**
 * Prepares the author's text, and what is drafted from beside it, together. The stored text is never changed.
 * @param named values that the rest of the document says are secrets, from `secretsIn`
 */
export function prepareForSending(
  source: string,
  material: string | null = null,
  named: readonly string[] = [],
): Sending {
  const { texts, held } = hide(material === null ? [source] : [source, material], [], { named });
  const [sent, other = null] = texts as [Sendable, Sendable?];
  return { sent, material: other, held, invisible: withoutInvisible(source).removed };
}

/** Texts that may leave, and everything that `putBack` needs for the answer to them. */
export interface Hidden {
  texts: Sendable[];
  /** Pieces cut out of them, as they may leave. */
  pieces: Sendable[];
  held: Held[];
}

/** What is hidden together with whole texts. */
interface With {
  /**
   * Pieces cut out of a text (the value of a finding, a sentence, a question that quotes the author). The cut may run
   * through a secret: what is left of it at an edge is hidden too.
   */
  pieces?: readonly string[];
  /** Texts that do not leave: what they say is a password is hidden in those that do. */
  beside?: readonly string[];
  /** Values that are secrets, whatever else is said of them. */
  named?: readonly string[];
}

/**
 * All that one request holds of texts, as it may leave: what one of them says is a secret is hidden in each, in
 * whatever order they stand. What is known keeps the placeholder that it has; what a model has made up itself (an
 * address, a key) gets one of its own. A placeholder that somebody typed stays what it is, so texts of one request
 * are hidden in one call.
 */
export function hide(
  texts: readonly string[],
  held: readonly Held[],
  { pieces = [], beside = [], named = [] }: With = {},
): Hidden {
  const visible = [...texts, ...pieces].map((text) => withoutInvisible(text).text);
  // A question about a key no longer says that it is one ("api key: [TODO: confirm …]"); the draft did.
  const others = beside.map((text) => withoutInvisible(text).text);
  const all = holdBackAll(visible, {
    known: held,
    beside: [...others, ...[...visible, ...others].flatMap(unasked)],
    named,
  });
  const known = together(
    held,
    all.flatMap((one) => one.held),
  );
  const safe = all.map((one) => one.safe);
  return {
    texts: safe.slice(0, texts.length).map(sealed),
    pieces: safe.slice(texts.length).map((text) => sealed(withoutPieces(text, known))),
    held: known,
  };
}

/** The secrets in some texts, each once. */
export function secretsIn(texts: readonly string[]): string[] {
  const held = holdBackAll(texts.map((text) => withoutInvisible(text).text)).flatMap((one) => one.held);
  return [...new Set(held.filter(({ placeholder }) => isSecret(placeholder)).map(({ value }) => value))];
}

/** Those secrets that stand in these texts: what a part of a document holds back although another part names it. */
export function standingIn(secrets: readonly string[], texts: readonly string[]): string[] {
  const seen = texts.map((text) => withoutInvisible(text).text);
  return secrets.filter((secret) => seen.some((text) => text.includes(secret)));
}

function unasked(text: string): string[] {
  const written = asWritten(text);
  return written === text ? [] : [written];
}

function together(known: readonly Held[], found: readonly Held[]): Held[] {
  const values = new Map([...known, ...found].reverse().map((one) => [one.value, one]));
  return [...known, ...found.filter((one) => values.get(one.value) === one)];
}
