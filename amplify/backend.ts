import { defineBackend } from '@aws-amplify/backend';
import { Stack } from 'aws-cdk-lib';
import { guardrailFor } from '../cdk/guardrail';
import { askedGuardrail } from '../cdk/guardrailSettings';
import { NOVA } from '../domain/enhancement/modelRoles';
import { GUARDRAIL } from '../domain/guardrail/policies';
import { geographyOf, judgeOf } from '../lambda/models';
import { addArchive } from './archive';
import { archivist } from './archivist';
import { ask } from './ask';
import { addAsking } from './asking';
import { addAssisting } from './assisting';
import { auth } from './auth/resource';
import { bounces } from './bounces';
import { caretaker } from './caretaker';
import { conversationDesk } from './conversationDesk';
import { data } from './data/resource';
import { addDrafting } from './drafting';
import { historian } from './historian';
import { addHistories } from './histories';
import { indexer } from './indexer';
import { mcp } from './mcp';
import { addMcpServer } from './mcpServer';
import { memoryFinder } from './memoryFinder';
import { memoryIndexer } from './memoryIndexer';
import { remarks } from './remarks';
import { addRemembering } from './remembering';
import { reviewDesk } from './reviewDesk';
import { addReviews } from './reviews';
import { search } from './search';
import { addSearching } from './searching';
import { share } from './share';
import { addSharing } from './sharing';
import { start } from './start';
import { tablesOf } from './tables';

const backend = defineBackend({
  auth,
  data,
  start,
  share,
  reviewDesk,
  bounces,
  caretaker,
  historian,
  indexer,
  archivist,
  search,
  remarks,
  memoryFinder,
  mcp,
  ask,
  memoryIndexer,
  conversationDesk,
});

const { graphqlApi, cfnResources } = backend.data.resources;
// Same stack as the API: in stacks of their own the proxy, the API and the function would form a cycle.
const stack = Stack.of(graphqlApi);
const api = { graphqlUrl: cfnResources.cfnGraphqlApi.attrGraphQlUrl, graphqlApiArn: graphqlApi.arn };
const { userPool, userPoolClient } = backend.auth.resources;
const tables = tablesOf(backend.data.resources);

// CDK knows the region only while deploying; the profiles must be named before.
const geography = geographyOf(process.env.AWS_REGION ?? process.env.CDK_DEFAULT_REGION ?? 'us-east-1');
const judge = judgeOf(process.env.NEVERMORE_JUDGE_MODEL, geography);
const guardrail = guardrailFor(stack, askedGuardrail(process.env), GUARDRAIL);
const { caretaker: caretakerFunction } = backend;

addDrafting({
  ...{ stack, ...api, geography, judge, guardrail },
  start: backend.start,
  caretaker: caretakerFunction,
  remarks: backend.remarks,
});
addSharing({ stack, ...api, userPool, tables, share: backend.share, caretaker: caretakerFunction });
addHistories({ stack, tables, historian: backend.historian });
const archive = addArchive({ stack, tables, archivist: backend.archivist });
const memory = addRemembering({
  ...{ stack, archive, memories: tables.memories, upkeep: tables.upkeep, start: backend.start },
  finder: backend.memoryFinder,
  indexer: backend.memoryIndexer,
});
addAssisting({
  ...{ stack, ...api, geography, guardrail, tables, memory },
  retrieval: archive.retrieval,
  desk: backend.conversationDesk,
  caretaker: caretakerFunction,
});
addSearching({
  ...{ stack, tables, retrieval: archive.retrieval },
  indexer: backend.indexer,
  search: backend.search,
});
addAsking({
  ...{ stack, ...api, geography, guardrail, ask: backend.ask },
  retrieval: archive.retrieval,
  caretaker: caretakerFunction,
});
const { waiting } = addReviews({
  ...{ stack, ...api, geography, guardrail, userPool, tables },
  desk: backend.reviewDesk,
  caretaker: caretakerFunction,
  bounces: backend.bounces,
});
const mcpServer = addMcpServer({
  ...{ stack, graphqlUrl: api.graphqlUrl, userPool, userPoolClient, tables },
  mcp: backend.mcp,
});

backend.addOutput({
  custom: {
    // So that the page can say who drafts; a local cloud puts in who answers there.
    models: { ...NOVA, pro: judge.name },
    // What `npm run reindex` calls, as whoever may.
    indexer: backend.indexer.resources.lambda.functionName,
    // And `npm run archive`.
    archivist: backend.archivist.resources.lambda.functionName,
    // And `npm run memories`.
    memoryIndexer: backend.memoryIndexer.resources.lambda.functionName,
    waiting,
    ...mcpServer,
  },
});
