import type { DocumentSoFar } from '../../../../domain/questions';
import { textsWithin } from '../../../../domain/secrets/everyText';
import { secretsIn, standingIn } from '../../../../domain/sending';

/** Every section of a page asks about the same document. */
const known = new WeakMap<DocumentSoFar, string[]>();

/** What the rest of a document says is a secret and stands in these texts. */
export function namedBeside(document: DocumentSoFar, texts: readonly string[]): string[] {
  let secrets = known.get(document);
  if (!secrets) {
    secrets = secretsIn(textsWithin(document));
    known.set(document, secrets);
  }
  return standingIn(secrets, texts);
}
