import { randomUUID } from 'node:crypto';
import { signedGraphql } from '../appsync';
import { bedrockConverse } from '../bedrock/converse';
import { guardrailOf } from '../bedrock/guardrail';
import { required } from '../environment';
import type { Geography } from '../models';
import { wholeDocumentThrough } from '../wholeDocument';
import { askWith } from './asking';
import { remarkOnPostMortem } from './remarks';

/** AppSync waits for 30 s in all; what is left is for reading the document and for saying what went wrong. */
const LONGEST_ANSWER_MS = 24_000;

/** The Lambda function behind the mutation `remarkOnPostMortem`. */
export const handler = remarkOnPostMortem({
  document: wholeDocumentThrough(signedGraphql(required('GRAPHQL_URL'))),
  ask: askWith(
    bedrockConverse(guardrailOf(process.env)),
    required('MODEL_GEOGRAPHY') as Geography,
    LONGEST_ANSWER_MS,
  ),
  newId: randomUUID,
});
