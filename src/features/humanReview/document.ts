import { fingerprintOf } from '../../../domain/humanReview';
import type { Member } from '../../../domain/postMortem/access';
import type { ThemeId } from '../../../domain/themes';
import { contentOf } from '../../data/content';
import { StandsOtherwiseError } from '../../data/reviewErrors';
import type { DocumentContent, PostMortemStore, SignedInUser } from '../../data/types';
import { say } from '../../language/say';

/** How a document is written or read on this page. */
export interface OpenDocument {
  readonly id: string;
  /** Saves what was written here. @throws what says why it could not */
  saved(): Promise<void>;
  /** Takes over what others have saved. */
  refresh(): Promise<void>;
  state(): { content: DocumentContent; revision: number };
}

/** The document that is reviewed, as the page shows it now. */
export interface Reviewed {
  document: OpenDocument;
  content: DocumentContent;
  owner: string;
  isPrivate: boolean;
  /** Whether this person writes in it; then what is shown here is only saved in a moment. */
  mayWrite: boolean;
  user: SignedInUser;
  theme: ThemeId;
  /** Whom it is shared with, by name; for those who write in it. */
  members(): Promise<Member[]>;
}

/**
 * The fingerprint of what is written here, once it is saved: of the record as the server has it, whose rows may
 * hold their cells in another order than the page does.
 * @throws why it is not saved, or StandsOtherwiseError when somebody else has saved in between
 */
export async function savedFingerprint(
  document: OpenDocument,
  postMortems: Pick<PostMortemStore, 'get'>,
): Promise<string> {
  await document.saved();
  const stored = await postMortems.get(document.id);
  if (stored.revision !== document.state().revision) {
    await document.refresh();
    throw new StandsOtherwiseError(say('Somebody else has saved it just now. Read what has changed.'), '');
  }
  return fingerprintOf(contentOf(stored));
}
