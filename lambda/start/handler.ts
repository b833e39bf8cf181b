import { randomUUID } from 'node:crypto';
import { signedGraphql } from '../appsync';
import { dynamoDb } from '../dynamodb';
import { required } from '../environment';
import { houseRulesFrom } from '../memories/houseRules';
import { memoriesIn } from '../memories/store';
import { warn } from '../warn';
import { recordsThrough } from './records';
import { startRunThrough } from './run';
import { startEnhancement } from './start';

/** The Lambda function behind the mutation `startEnhancement`. */
export const handler = startEnhancement({
  records: recordsThrough(signedGraphql(required('GRAPHQL_URL'))),
  startRun: startRunThrough(required('ENHANCE_ARN')),
  houseRules: houseRulesFrom(memoriesIn(required('MEMORIES_TABLE'), dynamoDb())),
  newId: randomUUID,
  warn,
});
