import type { McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { emptyPostMortem, type PostMortem } from '../../../domain/postMortem';
import { NoSuchPostMortemError } from '../../../lambda/mcp/errors';
import type { Library } from '../../../lambda/mcp/library';
import { registerResources } from '../../../lambda/mcp/resources';

const documentOf = (id: string, more: object) =>
  ({
    ...emptyPostMortem('Checkout down'),
    ...{
      id,
      owner: 'poe',
      isPrivate: false,
      revision: 1,
      createdAt: '',
      updatedAt: `2026-03-04T10:00:0${id}Z`,
    },
    ...{ severity: 'SEV2', status: 'PUBLISHED', service: 'checkout', ...more },
  }) as unknown as PostMortem;

/** What a client is told that asks which resources there are. */
async function listed(documents: PostMortem[], hidden: string[] = []) {
  const library = {
    latest: async () => documents,
    document: async (id: string) => {
      if (hidden.includes(id)) throw new NoSuchPostMortemError(id);
      return documents.find((one) => one.id === id);
    },
  } as unknown as Library;
  const templates: ResourceTemplate[] = [];
  const server = {
    registerResource: (_name: string, at: ResourceTemplate | string) => {
      if (typeof at !== 'string') templates.push(at);
    },
  } as unknown as McpServer;
  registerResources(server, library);
  const answer = await templates[0]?.listCallback?.({} as never);
  return answer?.resources ?? [];
}

test('the list of resources tells no password that a title has bare and its document names, and says what it left out', async () => {
  const resources = await listed([
    documentOf('1', {
      title: 'Somebody pasted Winter2026!x',
      description: 'The admin password: Winter2026!x',
    }),
    documentOf('2', { title: 'Mail of jo@example.com got lost' }),
    documentOf('3', {}),
    documentOf('4', { title: 'We wrote [secret removed] everywhere' }),
  ]);
  expect(JSON.stringify(resources)).not.toMatch(/Winter2026|jo@example/);
  const without =
    ' · Something was left out of its name here, as it looks like a key, a password or an address.';
  expect(resources.map(({ uri, title, description }) => [uri.at(-1), title, description])).toEqual([
    ['4', 'We wrote [secret removed] everywhere', 'SEV2 · PUBLISHED · checkout'],
    ['3', 'Checkout down', 'SEV2 · PUBLISHED · checkout'],
    ['2', 'Mail of [e-mail address removed] got lost', `SEV2 · PUBLISHED · checkout${without}`],
    ['1', 'Somebody pasted [secret removed]', `SEV2 · PUBLISHED · checkout${without}`],
  ]);
});

test('what is no longer there to read is not in the list of resources', async () => {
  const resources = await listed([documentOf('1', {}), documentOf('2', {})], ['1']);
  expect(resources.map(({ name }) => name)).toEqual(['2']);
});
