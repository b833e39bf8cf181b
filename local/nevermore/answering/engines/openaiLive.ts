import type { ConverseReply } from '../../../bedrock/converse';
import { readCompletion } from './openaiReply';

/** One event of a streamed completion, as far as it is read while it comes. */
interface Chunk {
  choices?: Array<{ delta?: { content?: unknown }; finish_reason?: string | null }>;
  usage?: object | null;
  error?: unknown;
}

/**
 * A completion while it comes, as server-sent events: its pieces, and the whole reply last. A server that sends all of it
 * at once is read as such.
 * @throws BedrockError for an error within it, or when there is no answer
 */
export async function* liveCompletion(
  raw: AsyncIterable<string>,
  model: string,
  started: number,
): AsyncGenerator<string | ConverseReply> {
  const done = (completion: object) =>
    readCompletion(completion, model, Math.round(performance.now() - started));
  let content = '';
  let finish_reason: string | null = null;
  let usage: object | null = null;
  let whole = '';
  for await (const line of linesOf(raw)) {
    const data = /^data:\s*(\{.*)$/.exec(line)?.[1];
    if (data === undefined) {
      if (!/^(?::|event:|id:|retry:|data:)/.test(line)) whole += `${line}\n`;
      continue;
    }
    const event = parsed(data) as Chunk | undefined;
    if (event?.error !== undefined) {
      yield done({ error: event.error });
      return;
    }
    const [choice] = event?.choices ?? [];
    finish_reason = choice?.finish_reason ?? finish_reason;
    usage = event?.usage ?? usage;
    const piece = choice?.delta?.content;
    if (typeof piece === 'string' && piece !== '') {
      content += piece;
      yield piece;
    }
  }
  // It answered in one piece although a stream was asked for.
  const completion = content === '' && whole.trim() !== '' ? parsed(whole.replace(/^\uFEFF/, '')) : undefined;
  const reply = done(
    (completion as object | undefined) ?? { choices: [{ message: { content }, finish_reason }], usage },
  );
  if (completion !== undefined)
    for (const block of reply.output.message.content) if ('text' in block) yield block.text;
  yield reply;
}

async function* linesOf(raw: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of raw) {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield line.trim();
  }
  if (rest.trim() !== '') yield rest.trim();
}

/** An event that cannot be read is left out: what it would have said is missing in the answer, and held against nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
