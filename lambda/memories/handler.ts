import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { answer } from './find';
import { memoriesIn } from './store';
import { findByIndexFrom } from './wiring';

/** The Lambda function behind the query `findMemories`. */
export const handler = answer({
  store: memoriesIn(required('MEMORIES_TABLE'), dynamoDb()),
  index: findByIndexFrom(),
});
