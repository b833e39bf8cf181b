import { labelOf } from '../../../../domain/archive/section';
import { asksFor } from '../../../../domain/conversation/asked';
import { type PlainRequest, plainRequestIn } from '../../../../domain/conversation/requests';
import { readPersonSays, readToolSays } from '../../../../lambda/prompts/assistant';
import type { ConverseBody, ReplyBlock } from '../../../bedrock/converse';

/** What it can be asked for, in the words that it understands. */
const EXAMPLES = [
  'search for certificate expiry',
  'open actions of Ligeia',
  'read this post-mortem',
  'remember that we say customer, not user',
  'what do you remember?',
  'forget that we say customer',
];

const NOT_UNDERSTOOD = [
  'I did not understand that. I answer by rules here, without a model, and know plain requests only:',
  ...EXAMPLES.map((example) => `- ${example}`),
].join('\n');

const CANNOT_WRITE =
  'I answer by rules here, without a model, and cannot write or change a text. Enhance on the section drafts it by rules; a model server (NEVERMORE_OPENAI_URL) makes me able to propose edits.';

type Use = Extract<ReplyBlock, { toolUse: unknown }>['toolUse'];

/**
 * Answers as the assistant by rules: chooses a tool for a plain request, and says word for word what the tool found.
 * What it does not understand it says so.
 */
export function assistantOffline({ messages }: Pick<ConverseBody, 'messages'>): ReplyBlock[] {
  const asked = messages.findLastIndex(
    ({ role, content }) => role === 'user' && content.some(({ toolResult }) => !toolResult),
  );
  const said = messages[asked]?.content.map(({ text }) => text).join('\n') ?? '';
  const { words, openId } = readPersonSays(said);
  const since = messages.slice(asked + 1);
  const uses = since.flatMap(({ content }) => content.flatMap(({ toolUse }) => toolUse ?? []));
  const results = since.flatMap(({ content }) =>
    content.flatMap(({ toolResult, text }) => (toolResult ? [readToolSays(text)] : [])),
  );
  const request = plainRequestIn(words);
  if (!request) return [{ text: asksFor('EDIT', words) ? CANNOT_WRITE : NOT_UNDERSTOOD }];
  if (results.length === 0) return [chosenFor(request, openId, 0)];
  // What is read by its title is looked for first.
  const found = /^id: ([\w-]+)$/m.exec(results[0] ?? '')?.[1];
  if (request.tool === 'read_post_mortem' && uses.length === 1 && uses[0]?.name === 'search' && found)
    return [toolUse('read_post_mortem', { id: found }, 1)];
  return [{ text: toRead(results.at(-1) ?? '') }];
}

/** The lines that name a document for a model, together: its title, then its id, then what else is told of it. */
const HEADING = /^title: (.+)\nid: .+((?:\n(?:section|severity|status): .+)*)/gm;

/** What a tool has found, as people read it: word for word, but for the lines that only a model needs. */
const toRead = (found: string): string =>
  found
    .replace(HEADING, (_, title: string, more: string) =>
      [title, ...more.split('\n').slice(1).map(toldOf)].join(' · '),
    )
    .replace(/^## (.+?)(?: \([A-Za-z]+\))?$/gm, '$1');

const toldOf = (line: string): string => {
  const value = line.slice(line.indexOf(': ') + 2);
  return line.startsWith('section: ') ? labelOf(value) : value;
};

const toolUse = (name: string, input: object, place: number): { toolUse: Use } => ({
  toolUse: { toolUseId: `tooluse_offline_${place}`, name, input },
});

function chosenFor(request: PlainRequest, openId: string | null, place: number): ReplyBlock {
  switch (request.tool) {
    case 'read_post_mortem':
      if (request.title !== null) return toolUse('search', { text: request.title }, place);
      if (openId === null)
        return { text: 'No post-mortem is open beside us. Say which one: read, and its title.' };
      return toolUse(
        'read_post_mortem',
        { id: openId, ...(request.section && { section: request.section }) },
        place,
      );
    case 'remember':
      return toolUse('remember', { text: request.text, for: request.isTeams ? 'team' : 'me' }, place);
    default: {
      const { tool, ...input } = request;
      return toolUse(tool, input, place);
    }
  }
}
