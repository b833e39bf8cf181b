import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rebuildDamaged } from '../../../local/nevermore/rebuildIndexes';

const called: string[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  called.push(`${request.headers['x-amz-invocation-type']} ${request.url} ${body}`);
  response.writeHead(202).end();
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(() => called.splice(0));

const rebuilt = (damagedIndexes: string[]) =>
  rebuildDamaged({
    damagedIndexes,
    outputs: { custom: { archivist: 'archivist-1', memoryIndexer: 'memoryIndexer-1' } } as never,
    endpoints: { lambda: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } as never,
    operator: {
      region: 'us-east-1',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } as never,
    },
  });

test('an index that was damaged is made anew by who keeps it, and the start says so, with the command for it', async () => {
  expect(await rebuilt(['vectors/passages', 'vectors/memories'])).toEqual([
    expect.stringMatching(/vectors\/passages is being made anew.*npm run archive -- --rebuild/),
    expect.stringMatching(/vectors\/memories is being made anew.*npm run memories -- --rebuild/),
  ]);
  expect(called.sort()).toEqual([
    expect.stringMatching(/^Event .*archivist-1.* \{"rebuild":true\}$/),
    expect.stringMatching(/^Event .*memoryIndexer-1.* \{"rebuild":true\}$/),
  ]);
});

test('an index that nobody here keeps is named, and nothing is called; without damage nothing is said', async () => {
  expect(await rebuilt(['vectors/other'])).toEqual([
    'Nothing here makes the vector index vectors/other anew.',
  ]);
  expect(await rebuilt([])).toEqual([]);
  expect(called).toEqual([]);
});
