import { bedrockEmbed } from '../bedrock/embed';
import { dynamoDb, patiently } from '../dynamodb';
import { required } from '../environment';
import { searchIndexIn } from '../search/index';
import { vectorIndexIn } from '../vectors';
import { warn } from '../warn';
import { EmptyIndexError } from './meaning';
import { type Retrieval, type Retrieve, retrieveWith } from './retrieve';

/** Somebody waits for the answer: words alone are better than a late one. */
const PATIENCE_MS = 4_000;

/** What retrieval works with, from the environment that `cdk/archiveRights.ts` sets. @throws MissingEnvironmentError */
export function retrievalOf(environment: NodeJS.ProcessEnv): Retrieval {
  const value = (variable: string) => required(variable, environment);
  return {
    words: searchIndexIn(patiently(dynamoDb()), {
      postMortems: value('POST_MORTEMS_TABLE'),
      entries: value('SEARCH_ENTRIES_TABLE'),
    }),
    vectors: vectorIndexIn(value('VECTOR_BUCKET'), value('VECTOR_INDEX')),
    embed: bedrockEmbed(Number(value('EMBEDDING_DIMENSIONS')), { maxAttempts: 2, timeoutMs: PATIENCE_MS }),
    warn: warnings(),
  };
}

/** Says what went wrong each time; that nothing was entered yet, which many a question finds, once. */
function warnings(): Retrieval['warn'] {
  let hasSaidEmpty = false;
  return (message, error) => {
    if (error instanceof EmptyIndexError && hasSaidEmpty) return;
    hasSaidEmpty ||= error instanceof EmptyIndexError;
    warn(message, error);
  };
}

/** The one way into the archive, for every function that asks it. @throws MissingEnvironmentError */
export const retrievalFrom = (environment: NodeJS.ProcessEnv): Retrieve =>
  retrieveWith(retrievalOf(environment));
