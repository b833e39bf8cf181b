import { type RunningApi, startApi } from './runningApi';
import { productAssembly } from './synthesized';

const CREATE = `mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }`;
const LIST =
  'query L($nextToken: String) { listPostMortems(limit: 1, nextToken: $nextToken) { items { id } nextToken } }';

let running: RunningApi;
let owner: string;
let stranger: string;
const ids: string[] = [];

beforeAll(async () => {
  running = await startApi(await productAssembly(), async () => null);
  owner = await running.pool.accessToken('ada');
  stranger = await running.pool.accessToken('mallory');
  for (const title of ['One', 'Two', 'Three', 'Four']) {
    const input = { title, severity: 'SEV1', status: 'DRAFT', revision: 1 };
    ids.push((await running.ask(owner, CREATE, { input })).data.createPostMortem.id);
  }
}, 120_000);

afterAll(async () => {
  await running?.close();
});

/** Every page of the list, as one person sees it. */
async function pages(token: string) {
  const seen: { items: { id: string }[]; nextToken: string | null }[] = [];
  let nextToken: string | null = null;
  do {
    const { data } = await running.ask(token, LIST, { nextToken });
    seen.push(data.listPostMortems);
    nextToken = data.listPostMortems.nextToken;
  } while (nextToken !== null);
  return seen;
}

test('a list goes on page by page, and shows its owner everything', async () => {
  const seen = (await pages(owner)).flatMap(({ items }) => items.map(({ id }) => id));
  expect([...seen].sort()).toEqual([...ids].sort());
});

test('where a list goes on does not show whose records were passed over', async () => {
  const tokens = (await pages(stranger)).flatMap(({ items, nextToken }) => {
    expect(items).toEqual([]);
    return nextToken === null ? [] : [nextToken];
  });
  expect(tokens.length).toBeGreaterThanOrEqual(4);
  for (const token of tokens)
    for (const text of [
      token,
      ...(['base64', 'base64url', 'hex'] as const).map((code) => Buffer.from(token, code).toString('latin1')),
    ])
      for (const id of ids) expect(text).not.toContain(id);
});

test('a token that was changed, or that is for another list, is refused', async () => {
  const [first] = await pages(owner);
  const token = String(first?.nextToken);
  const refusal = { errors: [{ errorType: 'BadRequestException' }] };
  const flipped = `${token.slice(0, 40)}${token[40] === 'A' ? 'B' : 'A'}${token.slice(41)}`;
  for (const nextToken of [flipped, token.slice(0, 20), token.slice(0, -8), ' ', '{}'])
    expect(await running.ask(owner, LIST, { nextToken })).toMatchObject(refusal);
  const other = 'query L($nextToken: String) { listEnhancements(nextToken: $nextToken) { items { id } } }';
  expect(await running.ask(owner, other, { nextToken: token })).toMatchObject(refusal);
});
