/** One event of a streamed completion, as far as it is read. */
interface Chunk {
  choices?: Array<{
    delta?: {
      content?: unknown;
      tool_calls?: Array<{ index?: number; id?: string; function?: { name?: string; arguments?: string } }>;
    };
    finish_reason?: string | null;
  }>;
  usage?: object | null;
  error?: unknown;
}

/**
 * A completion put together from server-sent events, for servers and proxies that stream although
 * `stream: false` was asked.
 * @returns `undefined` when the text is no such stream
 */
export function completionOfStream(raw: string): object | undefined {
  const chunks = raw.split('\n').flatMap((line) => {
    const data = /^data:\s*(\{.*)$/.exec(line.trim())?.[1];
    return data === undefined ? [] : [data];
  });
  if (chunks.length === 0) return undefined;
  let content = '';
  let finish_reason: string | null = null;
  let usage: object | null = null;
  let error: unknown;
  const calls: Array<{ id?: string; function: { name: string; arguments: string } }> = [];
  for (const chunk of chunks) {
    let event: Chunk;
    try {
      event = JSON.parse(chunk);
    } catch {
      return undefined;
    }
    const [choice] = event.choices ?? [];
    if (typeof choice?.delta?.content === 'string') content += choice.delta.content;
    for (const call of choice?.delta?.tool_calls ?? []) {
      const at = call.index ?? 0;
      const known = calls[at] ?? { id: call.id, function: { name: '', arguments: '' } };
      calls[at] = known;
      known.function.name += call.function?.name ?? '';
      known.function.arguments += call.function?.arguments ?? '';
    }
    finish_reason = choice?.finish_reason ?? finish_reason;
    usage = event.usage ?? usage;
    error = event.error ?? error;
  }
  const message = { content, ...(calls.length > 0 && { tool_calls: calls }) };
  return {
    ...(error !== undefined && content === '' ? { error } : { choices: [{ message, finish_reason }] }),
    usage,
  };
}
