import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { bridge } from '../../../../local/nevermore/commandLine/mcpBridge';

/** A server that answers what it was asked. */
async function serving() {
  const answer = async (request: IncomingMessage) => {
    const { id, method } = JSON.parse(await text(request));
    return JSON.stringify({ jsonrpc: '2.0', id, result: { method, protocolVersion: '2025-11-25' } });
  };
  const server = createServer(async (request, response) => {
    response.end(await answer(request));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  return { url, close: () => new Promise((done) => server.close(done)) };
}

const said = async function* (...lines: string[]) {
  yield* lines;
};
const asks = (id: number, method: string) => JSON.stringify({ jsonrpc: '2.0', id, method });

test('what a script asks at once is answered, though its input ends before the answers come', async () => {
  const { url, close } = await serving();
  const told: { id: number }[] = [];
  await bridge(said(asks(1, 'initialize'), '', asks(2, 'tools/list')), (one) => told.push(one as never), {
    url,
    token: async () => 'token',
  });
  expect(told.map(({ id }) => id).sort()).toEqual([1, 2]);
  await close();
});

test('a line that is no message, and a server that is gone, are answers too', async () => {
  const { url, close } = await serving();
  await close();
  const told: object[] = [];
  const lines = said(
    'nonsense',
    '{"not":"one"}',
    asks(7, 'tools/list'),
    '{"jsonrpc":"2.0","method":"heard"}',
  );
  await bridge(lines, (one) => told.push(one), { url, token: async () => 'token' });
  expect(told).toEqual([
    expect.objectContaining({ id: null, error: { code: -32_700, message: 'This line is no message.' } }),
    expect.objectContaining({ id: null }),
    expect.objectContaining({
      id: 7,
      error: { code: -32_603, message: expect.stringMatching(/fetch failed/) },
    }),
  ]);
});
