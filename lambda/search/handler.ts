import { retrievalOf } from '../retrieval/wiring';
import { answer } from './answer';

/** The Lambda function behind the queries `searchPostMortems`, `similarPostMortems` and `similarToText`. */
export const handler = answer(retrievalOf(process.env));
