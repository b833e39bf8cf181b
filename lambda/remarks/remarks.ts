import { mayRead } from '../../domain/postMortem/access';
import type { ReadWholeDocument } from '../wholeDocument';
import type { AskForRemarks, Remarked } from './asking';
import { NotYoursToReadError } from './errors';

/** What AppSync hands to a Lambda resolver, as far as it is used here. */
export interface RemarksEvent {
  arguments: Record<string, unknown>;
  identity: { sub?: string; issuer?: string } | null;
}

export interface Collaborators {
  document: ReadWholeDocument;
  ask: AskForRemarks;
  newId: () => string;
}

/**
 * Asks a model for remarks on a post-mortem, for whoever may read it. It changes nothing.
 *
 * The function's role reads every post-mortem: AppSync's owner rules do not apply to it. So it compares the signed-in
 * caller with the people and the audience of the record.
 * @throws RemarksRefusedError with a message for the reader
 */
export const remarkOnPostMortem =
  ({ document, ask, newId }: Collaborators) =>
  async ({ arguments: input, identity }: RemarksEvent): Promise<Remarked> => {
    const { sub, issuer } = identity ?? {};
    const { postMortemId } = input;
    if (!sub || !issuer || typeof postMortemId !== 'string') throw new NotYoursToReadError();
    const found = await document(postMortemId);
    if (!found || !mayRead({ ...found }, { sub, issuer })) throw new NotYoursToReadError();
    return ask(found, newId());
  };
