import { once } from 'node:events';
import { WebSocket } from 'ws';
import { until } from '../cloud/processes';
import { type RunningApi, startApi } from './runningApi';
import { fixtureAssembly } from './synthesized';

jest.setTimeout(120_000);

let running: RunningApi;
let known: WebSocket;
const sockets: WebSocket[] = [];

async function start(strangersPatienceMs: number): Promise<void> {
  running = await startApi(await fixtureAssembly(), async () => null, { strangersPatienceMs });
  const header = Buffer.from(JSON.stringify({ Authorization: await running.pool.accessToken('ada') }));
  known = open(`header-${header.toString('base64url')}`);
  await once(known, 'open');
}

function open(...protocols: string[]): WebSocket {
  const socket = new WebSocket(running.api.realtimeEndpoint, ['graphql-ws', ...protocols]);
  socket.on('error', () => {});
  sockets.push(socket);
  return socket;
}

const openStrangers = async (count: number): Promise<WebSocket[]> => {
  const strangers = Array.from({ length: count }, () => open());
  await Promise.all(strangers.map((socket) => once(socket, 'open')));
  return strangers;
};

afterEach(async () => {
  // Whoever has shown good credentials stays.
  known.send(JSON.stringify({ type: 'connection_init' }));
  const [answer] = await once(known, 'message');
  expect(String(answer)).toContain('connection_ack');
  for (const socket of sockets.splice(0)) socket.terminate();
  await running.close();
});

test('a connection without credentials that says nothing is told so, and closed', async () => {
  await start(500);
  const [stranger] = await openStrangers(1);
  const told = once(stranger as WebSocket, 'message');
  const [code] = await once(stranger as WebSocket, 'close');
  expect(code).toBe(4401);
  expect(JSON.parse(String((await told)[0]))).toMatchObject({
    type: 'connection_error',
    payload: { errors: [{ errorType: 'UnauthorizedException' }] },
  });
});

test('of many connections without credentials the latest few stay until then', async () => {
  await start(3_600_000);
  const strangers = await openStrangers(300);
  const stillOpen = () => strangers.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
  await until(() => stillOpen() <= 50);
  expect(stillOpen()).toBe(50);
});
