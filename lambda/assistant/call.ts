import { type AssistantRequest, TOOLS, type ToolName } from '../../domain/conversation/conversation';
import { textsWithin } from '../../domain/secrets/everyText';
import { secretsIn, standingIn } from '../../domain/sending';
import type { ReadWholeDocument } from '../wholeDocument';
import type { ToolUse } from './collaborators';
import { refused, type Tool, type ToolAnswer } from './tools/toolAnswer';

/** What a tool that broke answers. */
export const brokenTool = ({ name }: ToolUse, why: string): ToolAnswer => ({
  text: `${name} could not be carried out: ${why}`,
  step: { about: '', outcome: 'FAILED', note: why, links: [] },
});

/**
 * Calls a tool by the name that a model gave; one that there is not is refused. An answer that tells a part of a
 * post-mortem comes with what the rest of it says is a secret.
 */
export const callWith =
  (tools: Readonly<Record<ToolName, Tool>>, document: ReadWholeDocument) =>
  async ({ name, input }: ToolUse, request: AssistantRequest): Promise<ToolAnswer> => {
    const known = TOOLS.find((one) => one === name);
    if (!known) return refused(name.slice(0, 60), `There is no tool called ${name.slice(0, 60)}.`);
    const answer = await tools[known](input, request);
    const from = answer.from ?? answer.step.links.map(({ postMortemId }) => postMortemId);
    const documents = await Promise.all([...new Set(from)].map(document));
    const named = standingIn(secretsIn(textsWithin(documents)), [answer.text]);
    return named.length === 0 ? answer : { ...answer, named };
  };
