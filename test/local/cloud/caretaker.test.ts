import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { newPlace, type Place } from './composedCloud';
import { demoPerson, finished, GET_RUN, newPerson, request, start, writePostMortem } from './people';
import { until } from './processes';

jest.setTimeout(90_000);

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.dispose());

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

test('a run that was recorded and never started begins after the next start, without anybody’s click', async () => {
  const first = await place.start();
  const author = await demoPerson(first);
  const postMortemId = await writePostMortem(author);
  const model = await start(author, request(postMortemId));
  await finished(author, model.id);
  const { credentials, region } = JSON.parse(readFileSync(join(place.state, 'cloud.json'), 'utf8'));
  const dynamoDb = new DynamoDBClient({ endpoint: first.endpoints.dynamoDb, region, credentials });
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
  dynamoDb.destroy();
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
});
