import type { ToolName } from '../../../domain/conversation/conversation';
import { SECTION_IDS } from '../../../domain/sections';
import type { DescribedTool } from '../../bedrock/told';

const text = (description: string) => ({ type: 'string', description });
const schema = (properties: Record<string, object>, required: string[]) => ({
  type: 'object',
  properties,
  required,
});
const section = { type: 'string', enum: [...SECTION_IDS], description: 'One section; leave it out for all.' };

const OFFERED: Record<ToolName, Omit<DescribedTool, 'name'>> = {
  search: {
    description: 'Finds passages of post-mortems that the person may read, by words and meaning.',
    schema: schema({ text: text('What to look for, in a few words.') }, ['text']),
  },
  read_post_mortem: {
    description: 'Reads one post-mortem, or a section of it, by its id.',
    schema: schema({ id: text('Its id.'), section }, ['id']),
  },
  list_open_actions: {
    description: 'Lists action items that are not done, over all post-mortems, overdue ones first.',
    schema: schema({ owner: text('A part of the name of who owns them; leave it out for everybody.') }, []),
  },
  check_facts: {
    description: 'Checks in code which values a draft adds to its source, loses or moves.',
    schema: schema({ source: text('The source.'), draft: text('The draft.') }, ['source', 'draft']),
  },
  recall: {
    description: 'Tells what the person and their team want remembered.',
    schema: schema({ text: text('About what; leave it out for all.') }, []),
  },
  propose_edit: {
    description: 'Proposes a new text for one section. The person sees the difference and decides.',
    schema: schema({ id: text('Its id.'), section, text: text('All of the new text, in Markdown.') }, [
      'id',
      'section',
      'text',
    ]),
  },
  remember: {
    description: 'Proposes to remember one sentence that the person has said in their last message.',
    schema: schema(
      { text: text('The sentence, in their words.'), for: { type: 'string', enum: ['me', 'team'] } },
      ['text'],
    ),
  },
  forget: {
    description: 'Proposes to forget one sentence that is remembered.',
    schema: schema({ text: text('The sentence.') }, ['text']),
  },
};

/** The tools as a model is told of them. */
export const OFFERED_TOOLS: readonly DescribedTool[] = Object.entries(OFFERED).map(([name, tool]) => ({
  name,
  ...tool,
}));
