import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { answer } from './find';
import { memoriesIn } from './store';

/** The Lambda function behind the query `findMemories`. */
export const handler = answer({
  store: memoriesIn(required('MEMORIES_TABLE'), dynamoDb()),
  // There is no index of what memories mean yet.
  meaning: async () => undefined,
});
