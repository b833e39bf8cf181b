import { type ConverseBody, textOf } from '../converse';

/**
 * How a forced tool is asked for: OpenAI's way names the function; some servers know only the word
 * `required`, for which the list is cut down to the one tool.
 */
export type ForcedToolStyle = 'function' | 'required';

/** A Converse request as OpenAI's chat completions take it. */
export function chatRequest(model: string, body: ConverseBody, style: ForcedToolStyle): object {
  const { maxTokens, temperature, topP, stopSequences } = body.inferenceConfig ?? {};
  const system = textOf(body.system);
  return {
    model,
    messages: [
      ...(system ? [{ role: 'system', content: system }] : []),
      ...body.messages.map(({ role, content }) => ({ role, content: textOf(content) })),
    ],
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(stopSequences?.length && { stop: stopSequences }),
    ...tools(body.toolConfig, style),
    stream: false,
  };
}

function tools(config: ConverseBody['toolConfig'], style: ForcedToolStyle): object {
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

function toolChoice(choice: NonNullable<ConverseBody['toolConfig']>['toolChoice'], style: ForcedToolStyle) {
  if (choice?.tool)
    return style === 'required' ? 'required' : { type: 'function', function: { name: choice.tool.name } };
  return choice?.any ? 'required' : 'auto';
}
