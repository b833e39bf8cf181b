import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { newPlace, type Place } from './composedCloud';
import { demoPerson, newPerson, writePostMortem } from './people';

jest.setTimeout(90_000);

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.dispose());

const ADD = `mutation Add($pm: ID!, $id: ID!, $threadId: ID, $text: String!, $name: String!) {
  addComment(postMortemId: $pm, id: $id, threadId: $threadId, place: rootCause, text: $text, name: $name) { id }
}`;
const UPDATE = 'mutation Update($input: UpdatePostMortemInput!) { updatePostMortem(input: $input) { id } }';
const MINE = 'query { myComments { items { id postMortemId text } nextToken } }';
const ERASE = 'mutation Erase($pm: ID!, $id: ID!) { eraseComment(postMortemId: $pm, id: $id) }';

test('who has left a document finds and erases what they said in it, and the table holds nothing of them after', async () => {
  const cloud = await place.start();
  const owner = await demoPerson(cloud);
  const ben = await newPerson(cloud, 'ben@example.com');
  const pm = await writePostMortem(owner, { commenters: [ben.sub] });
  const said = { pm, id: 'bens', text: 'Ask Ligeia about the pool.', name: 'ben@example.com' };
  expect((await ben.ask(ADD, said)).errors).toBeUndefined();
  const reply = { pm, id: 'reply', threadId: 'bens', text: 'She is away.', name: 'demo' };
  expect((await owner.ask(ADD, reply)).errors).toBeUndefined();
  expect((await owner.ask(UPDATE, { input: { id: pm, commenters: [] } })).errors).toBeUndefined();

  const found = { items: [{ id: 'bens', postMortemId: pm, text: said.text }], nextToken: null };
  expect((await ben.ask(MINE)).data.myComments).toEqual(found);
  expect((await ben.ask(ERASE, { pm, id: 'bens' })).data.eraseComment).toBe('bens');
  expect((await ben.ask(MINE)).data.myComments).toEqual({ items: [], nextToken: null });

  const { credentials, region } = JSON.parse(readFileSync(join(place.state, 'cloud.json'), 'utf8'));
  const dynamoDb = new DynamoDBClient({ endpoint: cloud.endpoints.dynamoDb, region, credentials });
  const { Items = [] } = await dynamoDb.send(new ScanCommand({ TableName: 'Comment-nevermorelocal-NONE' }));
  dynamoDb.destroy();
  expect(Items.map(({ id }) => id?.S).sort()).toEqual(['bens', 'reply']);
  const kept = JSON.stringify(Items);
  expect(kept).toContain(reply.text);
  for (const trace of [said.text, said.name, ben.sub]) expect(kept).not.toContain(trace);
});
