import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import { demoPerson, finished, GET_RUN, newPerson, request, start, writePostMortem } from './people';
import { until } from './processes';

jest.setTimeout(90_000);

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.dispose());

/** The tables themselves, as their operator sees them. */
function tablesOf({ state }: Place, { endpoints }: ComposedCloud): DynamoDBClient {
  const { credentials, region } = JSON.parse(readFileSync(join(state, 'cloud.json'), 'utf8'));
  return new DynamoDBClient({ endpoint: endpoints.dynamoDb, region, credentials });
}

const DELETE = 'mutation Delete($id: ID!) { deletePostMortem(input: { id: $id }) { id } }';

const ADD_COMMENT = `mutation Add($pm: ID!, $id: ID!) {
  addComment(postMortemId: $pm, id: $id, place: rootCause, text: "Why?", name: "demo") { id }
}`;

test('runs and comments go with their post-mortem, whoever’s they are and whichever client deleted it', async () => {
  const cloud = await place.start();
  const owner = await demoPerson(cloud);
  const editor = await newPerson(cloud, 'editor@example.com');
  const id = await writePostMortem(owner, { editors: [editor.sub] });
  const kept = await writePostMortem(owner);
  const runs = [await start(owner, request(id)), await start(editor, request(id))];
  const other = await start(owner, request(kept));
  await finished(owner, runs[0]?.id ?? '');
  await finished(editor, runs[1]?.id ?? '');
  await finished(owner, other.id);

  for (const pm of [id, kept]) {
    expect((await owner.ask(ADD_COMMENT, { pm, id: 'c' })).data?.addComment).toEqual({ id: 'c' });
  }
  expect((await owner.ask(DELETE, { id })).errors).toBeUndefined();
  await until(async () => {
    const left = [
      await owner.ask(GET_RUN, { id: runs[0]?.id }),
      await editor.ask(GET_RUN, { id: runs[1]?.id }),
    ];
    return left.every(({ data }) => data.getEnhancement === null);
  });
  expect((await owner.ask(GET_RUN, { id: other.id })).data.getEnhancement).toMatchObject({ id: other.id });
  const { credentials, region } = JSON.parse(readFileSync(join(place.state, 'cloud.json'), 'utf8'));
  const dynamoDb = new DynamoDBClient({ endpoint: cloud.endpoints.dynamoDb, region, credentials });
  const scan = new ScanCommand({ TableName: 'Comment-nevermorelocal-NONE' });
  await until(async () => {
    const { Items = [] } = await dynamoDb.send(scan);
    return Items.length === 1 && Items[0]?.postMortemId?.S === kept;
  });
  dynamoDb.destroy();
});

test('a run that was recorded and never started begins after the next start, and a membership that is missing is made, without anybody’s click', async () => {
  const first = await place.start();
  const author = await demoPerson(first);
  const postMortemId = await writePostMortem(author);
  const model = await start(author, request(postMortemId));
  await finished(author, model.id);
  const dynamoDb = tablesOf(place, first);
  // Shared in the time before there were memberships.
  const shared = await writePostMortem(author, { readers: ['somebody'] });
  const membership = { postMortemId: { S: shared }, person: { S: 'somebody' } };
  const members = { TableName: 'Membership-nevermorelocal-NONE', Key: membership };
  await until(async () => (await dynamoDb.send(new GetItemCommand(members))).Item !== undefined);
  await dynamoDb.send(new DeleteItemCommand(members));
  const text = (value: string) => ({ S: value });
  await dynamoDb.send(
    new PutItemCommand({
      TableName: 'Enhancement-nevermorelocal-NONE',
      Item: {
        __typename: text('Enhancement'),
        id: text('orphan'),
        postMortemId: text(postMortemId),
        section: text('description'),
        theme: text('professional'),
        source: text('db fell over at 14:02'),
        owner: text(author.sub),
        status: text('RUNNING'),
        stage: text('QUEUED'),
        progress: { N: '0' },
        costUsd: { N: '0' },
        drafts: { L: [] },
        startedAt: text(new Date(Date.now() - 10 * 60_000).toISOString()),
        createdAt: text(new Date().toISOString()),
        updatedAt: text(new Date().toISOString()),
      },
    }),
  );
  await first.kill();
  // The laptop was off over a time at which the caretaker looks.
  const schedules = join(place.state, 'schedules.json');
  const names = Object.keys(JSON.parse(readFileSync(schedules, 'utf8')));
  writeFileSync(
    schedules,
    JSON.stringify(Object.fromEntries(names.map((name) => [name, Date.now() - 3_600_000]))),
  );

  await place.start();
  expect(await finished(author, 'orphan')).toMatchObject({ status: 'SUCCEEDED' });
  await until(async () => (await dynamoDb.send(new GetItemCommand(members))).Item !== undefined);
  dynamoDb.destroy();
});

test('what is in the bin keeps runs, history and members, and takes all of them with it after its time, whatever is killed meanwhile', async () => {
  const first = await place.start();
  const owner = await demoPerson(first);
  const editor = await newPerson(first, 'editor@example.com');
  const id = await writePostMortem(owner);
  const SHARE = `mutation Share($id: ID!, $person: String!) {
    sharePostMortem(postMortemId: $id, person: $person, role: EDITOR) { revision }
  }`;
  expect((await owner.ask(SHARE, { id, person: 'editor@example.com' })).errors).toBeUndefined();
  await finished(editor, (await start(editor, request(id))).id);
  const client = tablesOf(place, first);
  const left = async () => {
    const found = ['PostMortem', 'Enhancement', 'Revision', 'Membership'].map(async (model) => {
      const { Items = [] } = await client.send(
        new ScanCommand({ TableName: `${model}-nevermorelocal-NONE` }),
      );
      return Items.filter((item) => (item.postMortemId ?? item.id)?.S === id).length;
    });
    return Promise.all(found);
  };
  await until(async () => (await left())[2] === 2);
  const SHARED = `query Shared($person: String!) {
    membershipsByPerson(person: $person) { items { postMortemId role name sharedAt } }
  }`;
  const shared = async () =>
    (await editor.ask(SHARED, { person: editor.sub })).data.membershipsByPerson.items as object[];
  const before = await shared();
  expect(before).toEqual([expect.objectContaining({ name: 'editor@example.com', role: 'EDITOR' })]);

  const move = async (mutation: string) =>
    expect(
      (await owner.ask(`mutation Move($id: ID!) { ${mutation}(postMortemId: $id) { id } }`, { id })).errors,
    ).toBeUndefined();
  await move('binPostMortem');
  await until(async () => (await shared()).length === 0);
  expect(await left()).toEqual([1, 1, 2, 1]);
  await move('restorePostMortem');
  await until(async () => (await shared()).length === 1);
  // With the name, and in the place among what is shared, that it had.
  expect(await shared()).toEqual(before);
  // The record that lay in the bin goes after the one that is found again stands.
  await until(async () => String(await left()) === '1,1,2,1');

  await move('binPostMortem');
  await client.send(
    new UpdateItemCommand({
      TableName: 'PostMortem-nevermorelocal-NONE',
      Key: { id: { S: id } },
      UpdateExpression: 'SET goneAt = :past',
      ExpressionAttributeValues: { ':past': { N: String(Math.floor(Date.now() / 1_000) - 60) } },
    }),
  );
  await first.kill();
  // Killed again as soon as it is known to be gone: whoever forgets the rest may be in the middle of it.
  const second = await place.start();
  await until(async () => (await left())[0] === 0);
  await second.kill();
  await place.start();
  await until(async () => (await left()).every((count) => count === 0));
  client.destroy();
});
