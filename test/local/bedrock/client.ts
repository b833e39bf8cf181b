import { BedrockRuntimeClient, type ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { SectionId } from '../../../domain/sections';
import { hide, prepareForSending } from '../../../domain/sending';
import type { ThemeId } from '../../../domain/themes';
import { draftPrompt } from '../../../lambda/prompts/draft';
import { judgePrompt, VERDICT_TOOL, verdictSchema } from '../../../lambda/prompts/judge';

/** AWS's own client, pointed at an endpoint. `http2` leaves its default transport as it is. */
export const bedrockClient = (endpoint: string, transport: 'http1' | 'http2' = 'http1') =>
  new BedrockRuntimeClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'secret' },
    maxAttempts: 1,
    ...(transport === 'http1' && { requestHandler: new NodeHttpHandler() }),
  });

export const SOURCE = 'mybinder.org was down at 0:59 CET. Probably a build used up all the memory.';

/** A request for a draft as the durable function makes it. */
export function draftRequest(
  changes: {
    source?: string;
    theme?: ThemeId;
    section?: SectionId;
    modelId?: string;
    questions?: string[];
  } = {},
): ConverseCommandInput {
  const {
    source = SOURCE,
    theme = 'professional',
    section = 'description',
    modelId = 'us.amazon.nova-micro-v1:0',
    questions = [],
  } = changes;
  const prompt = draftPrompt({
    enhancementId: 'e-1',
    section,
    theme,
    source: prepareForSending(source).sent,
    questions: hide([], [], { pieces: questions }).pieces,
  });
  return {
    modelId,
    system: [{ text: prompt.system }],
    messages: [{ role: 'user', content: [{ text: prompt.user }] }],
    inferenceConfig: { maxTokens: prompt.maxTokens, temperature: 0.3 },
    requestMetadata: { task: 'draft', section, theme },
  };
}

/** A request for a verdict as the durable function makes it, with the tool forced unless told otherwise. */
export function judgeRequest(drafts: string[], { forced = true } = {}): ConverseCommandInput {
  const theme = 'professional';
  const prompt = judgePrompt({
    enhancementId: 'e-1',
    section: 'description',
    theme,
    source: prepareForSending(SOURCE).sent,
    drafts: hide(drafts, []).texts,
  });
  const json = verdictSchema(theme, drafts.length) as never;
  return {
    modelId: 'us.amazon.nova-pro-v1:0',
    system: [{ text: prompt.system }],
    messages: [{ role: 'user', content: [{ text: prompt.user }] }],
    inferenceConfig: { maxTokens: prompt.maxTokens, temperature: 0 },
    requestMetadata: { task: 'judge', section: 'description', theme },
    ...(forced && {
      toolConfig: {
        tools: [
          { toolSpec: { name: VERDICT_TOOL, description: 'Records the verdict.', inputSchema: { json } } },
        ],
        toolChoice: { tool: { name: VERDICT_TOOL } },
      },
    }),
  };
}
