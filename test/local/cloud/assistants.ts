import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as EarlierClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as EarlierTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { ComposedCloud } from './composedCloud';
import type { Person } from './people';

/** What a tool has answered. */
export interface ToolAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape.
  structuredContent?: any;
  content: { type: string; text: string }[];
  isError?: boolean;
}

/** An official client, of whichever generation, as far as tests use it. */
export interface Assistant {
  version: string | undefined;
  tools(): Promise<{ name: string; annotations?: object; outputSchema?: object }[]>;
  call(name: string, asked?: object): Promise<ToolAnswer>;
  resources(): Promise<{ uri: string }[]>;
  read(uri: string): Promise<string>;
  prompts(): Promise<string[]>;
  prompt(name: string, asked: Record<string, string>): Promise<string>;
  close(): Promise<void>;
}

/** What both generations have in common. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string; annotations?: object; outputSchema?: object }[] }>;
  callTool(asked: { name: string; arguments: Record<string, unknown> }): Promise<unknown>;
  listResources(): Promise<{ resources: { uri: string }[] }>;
  readResource(asked: { uri: string }): Promise<{ contents: unknown[] }>;
  listPrompts(): Promise<{ prompts: { name: string }[] }>;
  getPrompt(asked: { name: string; arguments: Record<string, string> }): Promise<{ messages: unknown[] }>;
  close(): Promise<void>;
}

export const assistantOf = (client: AnyClient, version?: string): Assistant => ({
  version,
  tools: async () => (await client.listTools()).tools,
  call: async (name, asked = {}) => (await client.callTool({ name, arguments: { ...asked } })) as ToolAnswer,
  resources: async () => (await client.listResources()).resources,
  read: async (uri) => JSON.stringify((await client.readResource({ uri })).contents),
  prompts: async () => (await client.listPrompts()).prompts.map(({ name }) => name),
  prompt: async (name, asked) =>
    JSON.stringify((await client.getPrompt({ name, arguments: asked })).messages),
  close: () => client.close(),
});

const IMPLEMENTATION = { name: 'test', version: '1.0.0' };
const bearer = ({ token }: Pick<Person, 'token'>) => ({
  requestInit: { headers: { authorization: `Bearer ${token}` } },
});
const addressOf = ({ endpoints }: ComposedCloud) => new URL(endpoints.mcp);

/** The official client of version 2, which speaks the protocol of 2026 if the server does. */
export async function assistantFor(cloud: ComposedCloud, person: Pick<Person, 'token'>): Promise<Assistant> {
  const client = new Client(IMPLEMENTATION, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(addressOf(cloud), bearer(person)));
  return assistantOf(client as unknown as AnyClient, client.getNegotiatedProtocolVersion());
}

/** The official client of version 1, as most assistants have it. */
export async function earlierAssistantFor(
  cloud: ComposedCloud,
  person: Pick<Person, 'token'>,
): Promise<Assistant> {
  const client = new EarlierClient(IMPLEMENTATION);
  const transport = new EarlierTransport(addressOf(cloud), bearer(person));
  await client.connect(transport as unknown as Parameters<typeof client.connect>[0]);
  return assistantOf(client as unknown as AnyClient, transport.protocolVersion);
}
