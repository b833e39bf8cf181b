import type { Caller } from '../../domain/postMortem/access';
import type { Retrieval } from '../retrieval/retrieve';
import { NobodySearchesError, SearchRefusedError } from './errors';
import { searchPostMortems } from './search';
import { similarPostMortems } from './similar';
import { similarToText } from './similarToText';

/** What AppSync hands to a Lambda resolver, as far as it is used here. */
export interface SearchEvent {
  fieldName: string;
  arguments: Record<string, unknown>;
  identity: { sub?: string; issuer?: string } | null;
}

/** The queries that the function answers, by their names in the schema. */
const ANSWERS = {
  searchPostMortems: (input: Record<string, unknown>, caller: Caller, { words }: Retrieval) =>
    searchPostMortems(input, caller, words),
  similarPostMortems,
  similarToText,
};

/**
 * Answers a query of the schema. The function's role reads every post-mortem, and AppSync's owner rules do not
 * apply to it: whose part of the index is read, and which documents are shown, follows from the caller that AppSync
 * has verified, and from nothing in the arguments.
 * @throws SearchRefusedError with a message for the person
 */
export const answer =
  (retrieval: Retrieval) =>
  async ({ fieldName, arguments: input, identity }: SearchEvent): Promise<unknown> => {
    const caller = callerOf(identity);
    if (!(fieldName in ANSWERS)) throw new SearchRefusedError(`There is no search called ${fieldName}.`);
    return ANSWERS[fieldName as keyof typeof ANSWERS](input, caller, retrieval);
  };

function callerOf(identity: SearchEvent['identity']): Caller {
  const { sub, issuer } = identity ?? {};
  if (!sub || !issuer) throw new NobodySearchesError();
  return { sub, issuer };
}
