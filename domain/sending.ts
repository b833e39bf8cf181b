import { withoutInvisible } from './invisible/withoutInvisible';
import { type Held, holdBack } from './secrets/holdBack';

/** What of an author's text goes to a model. */
export interface Sending {
  /** Without invisible characters, and with placeholders for secrets and personal data. */
  sent: string;
  held: Held[];
  /** How many invisible characters stayed here. */
  invisible: number;
}

/** Prepares the author's text. The stored text is never changed. */
export function prepareForSending(source: string): Sending {
  const { text, removed } = withoutInvisible(source);
  const { safe, held } = holdBack(text);
  return { sent: safe, held, invisible: removed };
}

/** A draft with the values of `held` hidden again, under the placeholders that the source was sent with. */
export function hideAgain(text: string, held: readonly Held[]): string {
  const longestFirst = [...held].sort((a, b) => b.value.length - a.value.length);
  return longestFirst.reduce(
    (hidden, { value, placeholder }) => hidden.replaceAll(value, placeholder),
    withoutInvisible(text).text,
  );
}
