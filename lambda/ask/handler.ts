import { signedGraphql } from '../appsync';
import { guardrailOf } from '../bedrock/guardrail';
import { bedrockStream } from '../bedrock/stream';
import { required } from '../environment';
import type { Geography } from '../models';
import { retrievalFrom } from '../retrieval/wiring';
import { warn } from '../warn';
import { answerWith } from './answering';
import { askArchive } from './ask';
import { recordsThrough } from './records';

/** The function has 290 s in all; what is left is for finding passages and for saying what went wrong. */
const LONGEST_ANSWER_MS = 260_000;

/** The Lambda function behind the mutation `askArchive`. */
export const handler = askArchive({
  records: recordsThrough(signedGraphql(required('GRAPHQL_URL'))),
  retrieve: retrievalFrom(process.env),
  answer: answerWith(
    bedrockStream(guardrailOf(process.env)),
    required('MODEL_GEOGRAPHY') as Geography,
    LONGEST_ANSWER_MS,
  ),
  warn,
});
