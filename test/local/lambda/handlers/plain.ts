import { setTimeout as pause } from 'node:timers/promises';

type Context = { awsRequestId: string; invokedFunctionArn: string; getRemainingTimeInMillis(): number };
let served = 0;

if (process.env.ANNOUNCE) console.log('loaded');

/** Answers with what it was given, and how often this process has been used. */
export const echo = async (event: unknown, context: Context) => {
  served += 1;
  return { event, served, pid: process.pid, arn: context.invokedFunctionArn };
};

export const environment = async () => ({ ...process.env });

export const remaining = async (_event: unknown, context: Context) => context.getRemainingTimeInMillis();

export const throws = async () => {
  throw new RangeError('too far');
};

/** Dies in whatever way the event names. */
export const dies = async (event: { by: string }) => {
  if (event.by === 'exit') process.exit(3);
  if (event.by === 'clean exit') process.exit(0);
  if (event.by === 'kill') process.kill(process.pid, 'SIGKILL');
  if (event.by === 'interrupt') process.kill(process.pid, 'SIGINT');
  if (event.by === 'loop') for (;;);
  if (event.by === 'never') await new Promise(() => setInterval(() => {}, 1000));
  if (event.by === 'rejection') {
    void Promise.reject(new Error('nobody listens'));
    await pause(1000);
  }
  return 'alive';
};

export const prints = async () => {
  console.log('one\ntwo');
  console.error('three');
};

export const callsBack = (_event: unknown, _context: unknown, callback: (e: null, r: string) => void) => {
  setTimeout(() => callback(null, 'called back'), 5);
};

/** Keeps its process busy for a moment. */
export const slow = async (event: { ms: number }) => {
  await pause(event.ms);
  return process.pid;
};

export const large = async (event: { bytes: number }) => 'x'.repeat(event.bytes);

/** Lambda's runtime brings the SDK along, so bundlers leave it out; this one may not see it either. */
export const borrows = async () => {
  const { LambdaClient } = await import(['@aws-sdk', 'client-lambda'].join('/'));
  return LambdaClient.name;
};
