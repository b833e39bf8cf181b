import type { JSONRPCMessage } from '@modelcontextprotocol/server';

/** Where a bridge leads, and as whom. */
export interface Server {
  url: string;
  token(): Promise<string>;
}

const PROTOCOL_VERSION = 'io.modelcontextprotocol/protocolVersion';

interface Params {
  name?: string;
  uri?: string;
  _meta?: Record<string, unknown>;
}
type Message = JSONRPCMessage & { id?: string | number; method?: string; params?: Params };

/**
 * Hands each message on to a server that answers over HTTP, and its answer back, several at a time. A server that
 * cannot be asked is an answer too: whoever waits for one gets the reason. The SDK's own transport gives up what is
 * asked when its input ends, and a script's input (`echo … | npm run mcp`) has ended before it is read.
 * @param near a message a line
 * @returns when the near side has ended, and has all its answers
 */
export async function bridge(
  near: AsyncIterable<string>,
  tell: (answer: object) => void,
  server: Server,
): Promise<void> {
  // Said once by clients of 2025, in `initialize`; those after them say it in each message.
  let agreed: string | undefined;
  const ask = async (message: Message): Promise<Message | undefined> => {
    const version = message.params?._meta?.[PROTOCOL_VERSION] ?? agreed;
    const isModern = message.params?._meta?.[PROTOCOL_VERSION] !== undefined;
    const name = message.params?.name ?? message.params?.uri;
    const response = await fetch(server.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await server.token()}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...(version !== undefined && { 'mcp-protocol-version': String(version) }),
        ...(isModern && message.method !== undefined && { 'mcp-method': message.method }),
        ...(isModern && name !== undefined && { 'mcp-name': name }),
      },
      body: JSON.stringify(message),
    });
    const text = await response.text();
    if (message.id === undefined) return undefined;
    const answer = parsed(text);
    if (answer?.jsonrpc === '2.0') return { ...answer, id: message.id } as Message;
    throw new Error(`The server answered ${response.status}: ${text.slice(0, 300)}`);
  };
  const answered = async (message: Message): Promise<void> => {
    const answer = await ask(message).catch((error: unknown) => failure(message, error));
    if (message.method === 'initialize') agreed = versionIn(answer) ?? agreed;
    if (answer) tell(answer);
  };
  const waiting = new Set<Promise<void>>();
  for await (const line of near) {
    if (line.trim() === '') continue;
    const message = parsed(line) as Message | undefined;
    if (message?.jsonrpc !== '2.0') tell(NO_MESSAGE);
    else {
      const asked = answered(message).finally(() => waiting.delete(asked));
      waiting.add(asked);
    }
  }
  await Promise.all(waiting);
}

/** What JSON-RPC answers to a line that is none of its messages: whose it was is not known. */
const NO_MESSAGE = {
  jsonrpc: '2.0',
  id: null,
  error: { code: -32_700, message: 'This line is no message.' },
};

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

const versionIn = (answer: Message | undefined): string | undefined =>
  (answer as { result?: { protocolVersion?: string } } | undefined)?.result?.protocolVersion;

function failure({ id }: Message, error: unknown): Message | undefined {
  if (id === undefined) return undefined;
  const { message, cause } = error as Error;
  const why = cause instanceof Error ? `${message} (${cause.message})` : message;
  return { jsonrpc: '2.0', id, error: { code: -32_603, message: why } };
}
