import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { synthesize } from '../../local/assembly';
import { ACTIONS_OWNED, ACTIONS_PUBLISHED } from '../../src/data/amplify/actionDocuments';
import { LIST_OWNED, LIST_PUBLISHED } from '../../src/data/amplify/documents';

type Json = Record<string, unknown>;
interface Template {
  Resources?: Record<string, { Type: string; Properties?: Json }>;
}

let cacheDir: string;
let templates: Template[];

beforeAll(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'nevermore-backend-'));
  const offline = { ...process.env };
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  const { directory } = await synthesize({ projectDir: resolve(__dirname, '../..'), cacheDir });
  Object.assign(process.env, offline);
  templates = readdirSync(directory)
    .filter((file) => file.endsWith('template.json'))
    .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as Template);
}, 120_000);
afterAll(() => rmSync(cacheDir, { recursive: true, force: true }));

const resources = (type: string) =>
  templates.flatMap((template) =>
    Object.entries(template.Resources ?? {}).flatMap(([id, resource]) =>
      resource.Type === type ? [{ id, properties: resource.Properties ?? {} }] : [],
    ),
  );

/** Every policy statement of every role and policy, with the resource that it belongs to. */
function statements() {
  const documents = [
    ...resources('AWS::IAM::Policy').map(({ id, properties }) => ({
      id,
      document: properties.PolicyDocument,
    })),
    ...resources('AWS::IAM::Role').flatMap(({ id, properties }) =>
      ((properties.Policies ?? []) as Json[]).map((policy) => ({ id, document: policy.PolicyDocument })),
    ),
  ];
  return documents.flatMap(({ id, document }) =>
    (((document as Json | undefined)?.Statement ?? []) as Json[]).map((statement) => ({ id, statement })),
  );
}

it('synthesizes to CloudFormation offline and without credentials, as one deployment', () => {
  expect(resources('AWS::AppSync::GraphQLApi')).toHaveLength(1);
  expect(resources('AWS::Cognito::UserPool')).toHaveLength(1);
  expect(
    resources('Custom::AmplifyDynamoDBTable')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([
    'ArchiveAnswerTable',
    'CommentTable',
    'ConversationMessageTable',
    'ConversationTable',
    'EnhancementTable',
    'MembershipTable',
    'MemoryTable',
    'PostMortemTable',
    'ReviewTable',
    'RevisionTable',
    'SearchEntryTable',
    'TeamTemplateTable',
    'UpkeepTable',
  ]);
});

it('holds four durable functions, each with somebody who may start its alias and nothing else', () => {
  const durable = resources('AWS::Lambda::Function').filter(({ properties }) => properties.DurableConfig);
  expect(durable).toHaveLength(4);
  const [answer] = statements().filter(({ statement }) => statement.Sid === 'StartTheAnswer');
  expect(answer?.statement.Action).toBe('lambda:InvokeFunction');
  expect(JSON.stringify(answer?.statement.Resource)).toMatch(/^\{"Ref":"AssistantLive\w+"\}$/);
  const [desk] = statements().filter(({ statement }) => statement.Sid === 'StartTheReview');
  expect(desk?.statement.Action).toBe('lambda:InvokeFunction');
  expect(JSON.stringify(desk?.statement.Resource)).toMatch(/^\{"Ref":"ReviewLive\w+"\}$/);
  const [archivist] = statements().filter(({ statement }) => statement.Sid === 'StartEntering');
  expect(archivist?.statement.Action).toBe('lambda:InvokeFunction');
  expect(JSON.stringify(archivist?.statement.Resource)).toMatch(/^\{"Ref":"ArchiveLive\w+"\}$/);
  const [start] = statements().filter(({ statement }) => statement.Sid === 'StartTheRun');
  expect(start?.statement.Action).toBe('lambda:InvokeFunction');
  expect(JSON.stringify(start?.statement.Resource)).toMatch(/^\{"Ref":"EnhanceLive\w+"\}$/);
});

it('lets the searching function read documents by their ids and the index by its keys, and write neither', () => {
  const granted = (part: string) =>
    statements()
      .filter(({ id }) => id.startsWith(part))
      .map(({ statement }) => [statement.Sid, [statement.Action].flat().sort()]);
  expect(granted('SearchPermissions')).toEqual([
    ['Documents', ['dynamodb:BatchGetItem']],
    ['Index', ['dynamodb:BatchGetItem', 'dynamodb:Query']],
  ]);
  expect(granted('IndexerPermissions')).toEqual([
    ['Documents', ['dynamodb:GetItem', 'dynamodb:Scan']],
    ['Index', ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem']],
  ]);
});

it('lets those who keep memberships read a document and its members past the API, and write neither there', () => {
  const granted = (sid: string) =>
    statements()
      .filter(({ statement }) => statement.Sid === sid)
      .map(({ id, statement }) => [id.replace(/[A-Z0-9]{8}$/, ''), statement.Action]);
  const all = ['RepairMemberships', 'ReviewPermissions', 'SharePermissions'];
  for (const [sid, action] of [
    ['ReadOneAsItIs', 'dynamodb:GetItem'],
    ['ReadItsMembers', 'dynamodb:Query'],
  ] as const)
    expect(granted(sid).sort()).toEqual(all.map((id) => [id, action]));
  const asked = statements().filter(({ statement }) =>
    JSON.stringify(statement).includes('updateMembership'),
  );
  expect(asked).toHaveLength(all.length);
  for (const { statement } of asked) expect(JSON.stringify(statement)).not.toContain('listMemberships');
});

it('lets the assistant write nothing but the messages that it answers, and nobody but the API write memories', () => {
  const assistant = statements().filter(({ id }) => id.startsWith('AssistantPermissions'));
  const actions = assistant.flatMap(({ statement }) => [statement.Action].flat());
  const writing = actions.filter((action) =>
    /Put|Update|Delete|Write|Send|Invoke(?!Model)/.test(String(action)),
  );
  expect(writing).toEqual([]);
  const [told] = assistant.filter(({ statement }) => statement.Sid === 'ReadAndTell');
  const fields = JSON.stringify(told?.statement.Resource).match(/fields\/\w+/g);
  expect(fields?.filter((field) => !/fields\/(?:get|messagesBy)/.test(field))).toEqual([
    'fields/updateConversationMessage',
  ]);
  const onMemories = statements().filter(({ statement }) =>
    JSON.stringify(statement.Resource).includes('Memory'),
  );
  expect(onMemories.length).toBeGreaterThan(2);
  for (const { id, statement } of onMemories) {
    if (!/(?:Permissions|Policy)[A-Z0-9]+$/.test(id) || statement.Sid !== 'ReadMemories') continue;
    expect([statement.Action].flat().every((action) => /Query|BatchGetItem/.test(String(action)))).toBe(true);
  }
});

it('keeps the indexes of passages and of memories in a bucket of its own, and grants on exactly those and that embedder', () => {
  const [bucket, ...buckets] = resources('AWS::S3Vectors::VectorBucket');
  const [index, ofMemories, ...indexes] = resources('AWS::S3Vectors::Index');
  expect([buckets, indexes]).toEqual([[], []]);
  expect(ofMemories?.properties).toMatchObject({ IndexName: 'memories-256', Dimension: 256 });
  expect(bucket?.properties.VectorBucketName).toMatch(/^nevermore-[a-z0-9-]{1,53}$/);
  expect(index?.properties).toMatchObject({
    ...{ IndexName: 'passages-256', Dimension: 256, DistanceMetric: 'cosine', DataType: 'float32' },
    VectorBucketName: bucket?.properties.VectorBucketName,
  });
  const granted = statements()
    .filter(({ statement }) => JSON.stringify(statement.Action).includes('s3vectors:'))
    .map(({ id, statement }) => [
      id.replace(/[0-9A-F]{8}$/, ''),
      [statement.Action].flat().map((action) => String(action).replace('s3vectors:', '')),
      JSON.stringify(statement.Resource),
    ]);
  const itself = JSON.stringify({ 'Fn::GetAtt': [index?.id, 'IndexArn'] });
  const memories = JSON.stringify({ 'Fn::GetAtt': [ofMemories?.id, 'IndexArn'] });
  expect(granted.sort()).toEqual([
    ['ArchivePermissions', ['PutVectors', 'GetVectors', 'DeleteVectors'], itself],
    ['ArchivistPermissions', ['ListVectors'], itself],
    ['ArchivistPermissions', ['PutVectors', 'GetVectors', 'DeleteVectors'], itself],
    ['AskPermissions', ['QueryVectors', 'GetVectors'], itself],
    ['AssistantPermissions', ['QueryVectors', 'GetVectors'], memories],
    ['AssistantPermissions', ['QueryVectors', 'GetVectors'], itself],
    ['MemoryFinderPermissions', ['QueryVectors', 'GetVectors'], memories],
    ['MemoryIndexerPermissions', ['PutVectors', 'DeleteVectors', 'ListVectors'], memories],
    ['SearchTheArchive', ['QueryVectors', 'GetVectors'], itself],
  ]);
  const embedding = statements().filter(({ statement }) => statement.Sid === 'Embed');
  expect(embedding).toHaveLength(7);
  for (const { statement } of embedding) {
    expect(statement.Action).toBe('bedrock:InvokeModel');
    expect(JSON.stringify(statement.Resource)).toMatch(
      /\{"Ref":"AWS::Region"\},"::foundation-model\/amazon\.titan-embed-text-v2:0"/,
    );
  }
});

it('lets what enters the archive read a post-mortem by its id and write none', () => {
  const onTables = statements().filter(
    ({ id, statement }) =>
      /^Archiv/.test(id) &&
      JSON.stringify(statement.Action).includes('dynamodb:') &&
      statement.Resource !== '*',
  );
  expect(onTables.map(({ statement }) => [statement.Sid, [statement.Action].flat()])).toEqual(
    expect.arrayContaining([
      ['ReadTheDocument', ['dynamodb:GetItem']],
      ['KeepWhatIsEntered', ['dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem']],
      ['ReadAllDocuments', ['dynamodb:Scan']],
      ['KeepProgress', ['dynamodb:PutItem']],
    ]),
  );
});

it('lists by secondary index: an owner’s post-mortems, whole or as listings, the runs of and comments on one, and what somebody said', () => {
  const indexes = resources('Custom::AmplifyDynamoDBTable').flatMap(({ properties }) =>
    ((properties.globalSecondaryIndexes ?? []) as Json[]).map((index) => index.indexName),
  );
  expect(indexes.sort()).toEqual([
    'actionsByOwner',
    'actionsByStatus',
    'archiveAnswersByOwnerAndAskedAt',
    'archiveAnswersByStatusAndAskedAt',
    'commentsByAuthor',
    'commentsByPostMortemIdAndCreatedAt',
    'conversationsByOwner',
    'enhancementsByPostMortemIdAndStartedAt',
    'enhancementsByStatusAndStartedAt',
    'listingsByOwner',
    'listingsByStatus',
    'membershipsByPersonAndSharedAt',
    'memoriesByAuthor',
    'memoriesByWhose',
    'messagesByConversation',
    'messagesByStatus',
    'postMortemsByOwnerAndUpdatedAt',
    'reviewsByOwnerAndSubmittedAt',
    'reviewsByPostMortemIdAndSubmittedAt',
    'reviewsByStageAndSubmittedAt',
  ]);
});

/** What an index holds beside its keys. */
const heldBy = (name: string): string[] => {
  const [index] = resources('Custom::AmplifyDynamoDBTable')
    .flatMap(({ properties }) => (properties.globalSecondaryIndexes ?? []) as Json[])
    .filter(({ indexName }) => indexName === name);
  return ((index as Json).projection as { nonKeyAttributes: string[] }).nonKeyAttributes;
};

it.each([
  { index: 'listingsByOwner', document: LIST_OWNED, keys: ['id', 'owner', 'updatedAt'] },
  { index: 'listingsByStatus', document: LIST_PUBLISHED, keys: ['id', 'status', 'updatedAt'] },
])('keeps in $index every field that the page asks for, and those that access is judged by', (one) => {
  const [, selection = ''] = /items \{ (.*) \} nextToken/.exec(one.document) ?? [];
  // The fields of a record within a record come with it.
  const asked = selection.replace(/ \{[^}]*\}/g, '').split(' ');
  expect(asked.length).toBeGreaterThan(5);
  expect([...heldBy(one.index), ...one.keys]).toEqual(
    expect.arrayContaining([...asked, 'owner', 'editors', 'commenters', 'readers', 'audience']),
  );
});

it('keeps within what DynamoDB lets indexes hold: 20 attributes each, and 100 in all of a table', () => {
  const held = ['listingsByOwner', 'listingsByStatus', 'actionsByOwner', 'actionsByStatus'].map(
    (index) => heldBy(index).length,
  );
  for (const count of held) expect(count).toBeLessThanOrEqual(20);
  expect(held.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(100);
});

it.each([
  ['actionsByOwner', ACTIONS_OWNED],
  ['actionsByStatus', ACTIONS_PUBLISHED],
])('%s holds what the page of open actions asks for, and no text of a section', (name, document) => {
  const [index] = resources('Custom::AmplifyDynamoDBTable')
    .flatMap(({ properties }) => (properties.globalSecondaryIndexes ?? []) as Json[])
    .filter(({ indexName }) => indexName === name);
  const { nonKeyAttributes } = (index as Json).projection as { nonKeyAttributes: string[] };
  const asked = /items \{ (.*?) actionItems/.exec(document)?.[1]?.split(' ') ?? [];
  expect(asked).toContain('owner');
  expect([...nonKeyAttributes, 'id', 'owner', 'status', 'updatedAt']).toEqual(
    expect.arrayContaining([...asked, 'actionItems', 'editors', 'commenters', 'readers', 'audience']),
  );
  expect(nonKeyAttributes).not.toContain('summary');
});

it('gives no right on everything, to anybody, but the one that IAM cannot narrow', () => {
  const everything = statements().filter(({ statement }) => [statement.Resource].flat().includes('*'));
  expect(statements().length).toBeGreaterThan(10);
  // Lambda follows a stream only with a role that may list streams, and listing knows no resource.
  expect(everything.map(({ id, statement }) => [id.slice(0, 9), statement.Action])).toEqual([
    ['caretaker', 'dynamodb:ListStreams'],
    ['historian', 'dynamodb:ListStreams'],
    ['indexerla', 'dynamodb:ListStreams'],
    ['archivist', 'dynamodb:ListStreams'],
    ['memoryInd', 'dynamodb:ListStreams'],
  ]);
});
