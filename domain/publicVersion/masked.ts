import type { AuthoredContent } from '../postMortem/fields';
import { mapWritten, writtenTexts } from '../postMortem/written';
import { type Masked, maskAll } from '../secrets/mask';

/** A document without what models do not see of it, and what that was. */
export interface MaskedDocument extends Pick<Masked, 'found' | 'secret'> {
  document: AuthoredContent;
}

/**
 * The document without keys, passwords and addresses: what one cell names as a password is taken out of all. Cell by
 * cell and not as Markdown, where the same value may be spelt with marks in one place and without in another.
 */
export function maskDocument(document: AuthoredContent): MaskedDocument {
  const { each, found, secret } = maskAll(writtenTexts(document));
  let next = 0;
  return { document: mapWritten(document, () => each[next++]?.text ?? ''), found, secret };
}
