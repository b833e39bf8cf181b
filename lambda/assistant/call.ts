import { type AssistantRequest, TOOLS, type ToolName } from '../../domain/conversation/conversation';
import type { ToolUse } from './collaborators';
import { refused, type Tool, type ToolAnswer } from './tools/toolAnswer';

/** What a tool that broke answers. */
export const brokenTool = ({ name }: ToolUse, why: string): ToolAnswer => ({
  text: `${name} could not be carried out: ${why}`,
  step: { about: '', outcome: 'FAILED', note: why, links: [] },
});

/** Calls a tool by the name that a model gave; one that there is not is refused. */
export const callWith =
  (tools: Readonly<Record<ToolName, Tool>>) =>
  async ({ name, input }: ToolUse, request: AssistantRequest): Promise<ToolAnswer> => {
    const known = TOOLS.find((one) => one === name);
    if (!known) return refused(name.slice(0, 60), `There is no tool called ${name.slice(0, 60)}.`);
    return tools[known](input, request);
  };
