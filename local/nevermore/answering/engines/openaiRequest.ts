import { type ConverseBody, type MessageBlock, textOf } from '../../../bedrock/converse';

/**
 * How a forced tool is asked for: OpenAI's way names the function; some servers know only the word
 * `required`, for which the list is cut down to the one tool. Others know no tools: they are asked for JSON,
 * held to the schema (`schema`: llama.cpp, vLLM, LM Studio, Ollama), to any object (`object`), or only by
 * being told (`words`).
 */
export const TOOL_STYLES = ['function', 'required', 'schema', 'object', 'words'] as const;
export type ToolStyle = (typeof TOOL_STYLES)[number];

/** Whether the answer is to come piece by piece, and with the tokens counted at its end. */
export type Streaming = 'no' | 'counted' | 'uncounted';

/** A Converse request as OpenAI's chat completions take it. */
export function chatRequest(
  model: string,
  body: ConverseBody,
  style: ToolStyle,
  streaming: Streaming = 'no',
): object {
  const { maxTokens, temperature, topP, stopSequences } = body.inferenceConfig ?? {};
  const system = textOf(body.system);
  return {
    model,
    messages: [
      ...(system ? [{ role: 'system', content: system }] : []),
      ...body.messages.flatMap(({ role, content }, index) =>
        chatMessages(
          role,
          content,
          index === body.messages.length - 1 ? jsonWanted(body.toolConfig, style) : '',
        ),
      ),
    ],
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(stopSequences?.length && { stop: stopSequences }),
    ...(usesTools(style) ? tools(body.toolConfig, style) : responseFormat(body.toolConfig, style)),
    stream: streaming !== 'no',
    ...(streaming === 'counted' && { stream_options: { include_usage: true } }),
  };
}

/** A message as the protocol has it: what tools answered are messages of their own, and come first. */
function chatMessages(role: 'user' | 'assistant', content: readonly MessageBlock[], more: string): object[] {
  const uses = content.flatMap(({ toolUse }) => toolUse ?? []);
  const results = content.flatMap(({ toolResult, text }) =>
    toolResult ? [{ role: 'tool', tool_call_id: toolResult.toolUseId, content: text }] : [],
  );
  const said = textOf(content.filter(({ toolUse, toolResult }) => !toolUse && !toolResult)) + more;
  const calls = uses.map(({ toolUseId, name, input }) => ({
    id: toolUseId,
    type: 'function',
    function: { name, arguments: JSON.stringify(input) },
  }));
  if (calls.length > 0) return [{ role, content: said || null, tool_calls: calls }];
  return said === '' && results.length > 0 ? results : [...results, { role, content: said }];
}

const usesTools = (style: ToolStyle): boolean => style === 'function' || style === 'required';

const forcedTool = (config: ConverseBody['toolConfig']) =>
  config?.tools.find(({ toolSpec }) => toolSpec.name === config.toolChoice?.tool?.name)?.toolSpec;

/** The tool's input asked for in words, for a server that knows no tools. */
function jsonWanted(config: ConverseBody['toolConfig'], style: ToolStyle): string {
  const tool = usesTools(style) ? undefined : forcedTool(config);
  if (!tool) return '';
  const schema = JSON.stringify(tool.inputSchema.json);
  return `\n\nThere is no tool here: answer with one JSON object and nothing else, of this JSON Schema:\n${schema}`;
}

function responseFormat(config: ConverseBody['toolConfig'], style: ToolStyle): object {
  const tool = forcedTool(config);
  if (!tool || style === 'words') return {};
  if (style === 'object') return { response_format: { type: 'json_object' } };
  const json_schema = { name: tool.name, schema: tool.inputSchema.json };
  return { response_format: { type: 'json_schema', json_schema } };
}

function tools(config: ConverseBody['toolConfig'], style: ToolStyle): object {
  if (!config) return {};
  const forced = config.toolChoice?.tool?.name;
  const offered = config.tools.filter(({ toolSpec }) => style === 'function' || toolSpec.name === forced);
  return {
    tools: offered.map(({ toolSpec: { name, description, inputSchema } }) => ({
      type: 'function',
      function: { name, ...(description && { description }), parameters: inputSchema.json },
    })),
    tool_choice: toolChoice(config.toolChoice, style),
  };
}

function toolChoice(choice: NonNullable<ConverseBody['toolConfig']>['toolChoice'], style: ToolStyle) {
  if (choice?.tool)
    return style === 'required' ? 'required' : { type: 'function', function: { name: choice.tool.name } };
  return choice?.any ? 'required' : 'auto';
}
