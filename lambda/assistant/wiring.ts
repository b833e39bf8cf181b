import type { Caller } from '../../domain/postMortem/access';
import { signedGraphql } from '../appsync';
import { bedrockConverseTurns } from '../bedrock/converseTurns';
import { guardrailOf } from '../bedrock/guardrail';
import { conversationsThrough } from '../conversations/records';
import { dynamoDb, patiently } from '../dynamodb';
import { required } from '../environment';
import { findMemories } from '../memories/find';
import { memoriesIn } from '../memories/store';
import { findByIndexFrom } from '../memories/wiring';
import type { Geography } from '../models';
import { retrievalFrom } from '../retrieval/wiring';
import { searchIndexIn } from '../search/index';
import { wholeDocumentThrough } from '../wholeDocument';
import { actionsIn } from './actions';
import { askWith } from './ask';
import { callWith } from './call';
import type { Collaborators } from './collaborators';
import { openingWith } from './opening';
import { placesIn } from './places';
import { tellThrough } from './telling';
import { checkFactsTool } from './tools/facts';
import { forgetWith, recallWith, rememberWith } from './tools/memories';
import { openActionsWith } from './tools/openActions';
import { proposeEditWith } from './tools/proposeEdit';
import { readWith } from './tools/read';
import { searchWith } from './tools/search';

/** A model on a server of one's own may think for long; a model in the cloud has answered by then. */
const LONGEST_CALL_MS = 120_000;

/** What the assistant works with, from the environment of its function. Nothing here writes but `records`. */
export function collaboratorsOf(): Collaborators {
  const graphql = signedGraphql(required('GRAPHQL_URL'));
  const postMortems = required('POST_MORTEMS_TABLE');
  const records = conversationsThrough(graphql);
  const document = wholeDocumentThrough(graphql);
  const memories = memoriesIn(required('MEMORIES_TABLE'), dynamoDb());
  const index = searchIndexIn(patiently(dynamoDb()), {
    postMortems,
    entries: required('SEARCH_ENTRIES_TABLE'),
  });
  const now = () => new Date();
  const byIndex = findByIndexFrom();
  const find = (text: string, caller: Caller) =>
    findMemories(text, caller, { store: memories, index: byIndex });
  return {
    opening: openingWith({ records, memories, document }),
    ask: askWith(
      bedrockConverseTurns(guardrailOf(process.env)),
      required('MODEL_GEOGRAPHY') as Geography,
      LONGEST_CALL_MS,
    ),
    call: callWith(
      {
        search: searchWith(placesIn(index, retrievalFrom(process.env))),
        read_post_mortem: readWith(document),
        list_open_actions: openActionsWith(actionsIn(postMortems, dynamoDb()), () =>
          now().toISOString().slice(0, 10),
        ),
        check_facts: checkFactsTool,
        recall: recallWith(memories, find),
        propose_edit: proposeEditWith(document),
        remember: rememberWith(memories),
        forget: forgetWith(memories, find),
      },
      document,
    ),
    tell: tellThrough(records, now),
  };
}
