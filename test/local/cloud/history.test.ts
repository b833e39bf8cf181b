import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { fromWire } from '../../../domain/history/wire';
import { newPlace, type Place } from './composedCloud';
import { demoPerson, newPerson, type Person, writePostMortem } from './people';
import { until } from './processes';

jest.setTimeout(120_000);

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.dispose());

const REVISIONS = `query Revisions($postMortemId: ID!, $nextToken: String) {
  revisionsOfPostMortem(postMortemId: $postMortemId, nextToken: $nextToken) {
    items { place revision savedAt content } nextToken
  }
}`;
const UPDATE = `mutation Update($input: UpdatePostMortemInput!, $condition: ModelPostMortemConditionInput) {
  updatePostMortem(input: $input, condition: $condition) { id revision }
}`;
const DELETE = 'mutation Delete($id: ID!) { deletePostMortem(input: { id: $id }) { id } }';

interface Told {
  revision: number;
  changes: Record<string, unknown>;
}

async function history(person: Person, postMortemId: string): Promise<Told[]> {
  const { data, errors } = await person.ask(REVISIONS, { postMortemId });
  expect(errors).toBeUndefined();
  const items = data.revisionsOfPostMortem.items as { revision: number; content: string }[];
  return items.map(({ revision, content }) => ({
    ...(fromWire(gunzipSync(Buffer.from(content, 'base64')).toString()) as Pick<Told, 'changes'>),
    revision,
  }));
}

const save = async (person: Person, id: string, revision: number, changes: object) => {
  const { errors } = await person.ask(UPDATE, {
    input: { id, revision: revision + 1, ...changes },
    condition: { revision: { eq: revision } },
  });
  expect(errors).toBeUndefined();
};

test('whoever saves, each save is a revision; who may edit reads them, nobody else does, and they go with the document', async () => {
  const cloud = await place.start();
  const owner = await demoPerson(cloud);
  const editor = await newPerson(cloud, 'editor@example.com');
  const stranger = await newPerson(cloud, 'stranger@example.com');
  const id = await writePostMortem(owner, { editors: [editor.sub], summary: 'It fell over.' });
  await save(owner, id, 1, { summary: 'The database fell over.' });
  await save(editor, id, 2, { impact: 'Nobody could pay.' });

  const told = await until(async () => {
    const all = await history(editor, id);
    return all.length === 3 && all;
  });
  expect(told.map(({ revision }) => revision)).toEqual([3, 2, 1]);
  expect(told[0]?.changes).toEqual({ impact: 'Nobody could pay.' });
  expect(told[1]?.changes).toEqual({ summary: 'The database fell over.' });
  expect(told[2]?.changes).toMatchObject({ summary: 'It fell over.', editors: [editor.sub] });
  expect(await history(owner, id)).toHaveLength(3);
  expect(await history(stranger, id)).toEqual([]);

  const { credentials, region } = JSON.parse(readFileSync(join(place.state, 'cloud.json'), 'utf8'));
  const dynamoDb = new DynamoDBClient({ endpoint: cloud.endpoints.dynamoDb, region, credentials });
  const kept = new ScanCommand({ TableName: 'Revision-nevermorelocal-NONE' });
  expect((await dynamoDb.send(kept)).Items).toHaveLength(3);
  expect((await owner.ask(DELETE, { id })).errors).toBeUndefined();
  await until(async () => {
    const { Items = [] } = await dynamoDb.send(kept);
    return Items.every(({ postMortemId }) => postMortemId?.S !== id);
  });
  dynamoDb.destroy();
});

test('killed with -9 right after a save was answered, its revision is there after the next start', async () => {
  const first = await place.start();
  const owner = await demoPerson(first);
  const id = await writePostMortem(owner);
  await save(owner, id, 1, { summary: 'Saved, and then the lights went out.' });
  await first.kill();

  await place.start();
  const told = await until(async () => {
    const all = await history(owner, id);
    return all.length === 2 && all;
  });
  expect(told[0]).toMatchObject({
    revision: 2,
    changes: { summary: 'Saved, and then the lights went out.' },
  });
});

test.each(['createRevision', 'updateRevision', 'deleteRevision'])('the API has no %s', async (mutation) => {
  const cloud = await place.start();
  const owner = await demoPerson(cloud);
  const answer = await owner.ask(`mutation { ${mutation}(input: {}) { place } }`);
  expect(JSON.stringify(answer.errors)).toContain(mutation);
});
