import { withoutInvisible } from '../invisible/withoutInvisible';
import { type Held, holdBack } from '../secrets/holdBack';
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

/** Prepares the author's text. The stored text is never changed. */
export function prepareForSending(source: string, material: string | null = null): Sending {
  const { text, removed } = withoutInvisible(source);
  const { safe, held } = holdBack(text);
  if (material === null) return { sent: sealed(safe), material, held, invisible: removed };
  const beside = hide([material], held);
  return { sent: sealed(safe), material: beside.texts[0] as Sendable, held: beside.held, invisible: removed };
}

/** Texts that may leave, and everything that `putBack` needs for the answer to them. */
export interface Hidden {
  texts: Sendable[];
  held: Held[];
}

/**
 * Whole texts (drafts) as they may leave: what is known keeps the placeholder that the source was sent with,
 * and what a model has made up itself (an address, a key) gets one of its own.
 */
export function hide(texts: readonly string[], held: readonly Held[]): Hidden {
  let known: readonly Held[] = held;
  const hidden = texts.map((text) => {
    const visible = withoutInvisible(text).text;
    // A question about a key no longer says that it is one ("api key: [TODO: confirm …]"); the draft did.
    known = together(known, holdBack(asWritten(visible), known).held);
    const { safe, held: found } = holdBack(visible, known);
    known = together(known, found);
    return sealed(safe);
  });
  return { texts: hidden, held: [...known] };
}

const together = (known: readonly Held[], found: readonly Held[]): readonly Held[] => [
  ...known,
  ...found.filter(({ value }) => !known.some((one) => one.value === value)),
];

/**
 * Pieces cut out of a text (the value of a finding, a sentence, a question that quotes the author) as they
 * may leave. The cut may run through a secret: what is left of it at an edge is hidden too.
 */
export function hidePieces(pieces: readonly string[], held: readonly Held[]): Hidden {
  const hidden = hide(pieces, held);
  return {
    texts: hidden.texts.map((text) => sealed(withoutPieces(text, hidden.held))),
    held: hidden.held,
  };
}
