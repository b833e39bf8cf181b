import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { unfence } from '../../../lambda/prompts/delimiter';
import { VERDICT_TOOL } from '../../../lambda/prompts/judge';
import { REMARKS_TOOL } from '../../../lambda/prompts/remarks';
import { type ModelName, verdict } from '../../lambda/enhance/scriptedModels';

/** What a model of the server does: its HTTP status and what the message holds. */
export interface ChatReply {
  status?: number;
  content?: string;
  /** Input of the verdict tool. */
  verdict?: unknown;
  /** Input of the tool for remarks. */
  remarks?: unknown;
}

type Script = Partial<Record<ModelName, ChatReply>>;

/** What the drafters put in front of the author's text, word for word. */
export const LEAD_IN = { micro: '**In short**', lite: '**Lite reading**' } as const;

/** Models that do well: faithful drafts, and a judge that prefers Lite's wherever it stands. */
function doingWell(model: ModelName, prompt: string): ChatReply {
  const fenced = unfence(prompt);
  if (model !== 'pro') return { content: `${LEAD_IN[model]}\n\n${fenced.get('SOURCE')}` };
  const shown = [...fenced].flatMap(([name, body]) => (name.startsWith('DRAFT') ? [body] : []));
  return { verdict: verdict(shown.findIndex((body) => body.includes(LEAD_IN.lite)) + 1) };
}

/** An OpenAI-compatible server whose models answer as told, counts who was asked, and can be held up. */
export async function startChatServer() {
  const asked: ModelName[] = [];
  const prompts: string[] = [];
  const script: Script = {};
  const held = new Map<ModelName, { opened: Promise<void>; open: () => void }>();

  const server = createServer(async (request, response) => {
    const { model, messages } = JSON.parse(await text(request)) as {
      model: ModelName;
      messages: Array<{ content: string }>;
    };
    asked.push(model);
    await held.get(model)?.opened;
    const {
      status = 200,
      content,
      verdict: judged,
      remarks,
    } = script[model] ?? doingWell(model, messages.at(-1)?.content ?? '');
    prompts.push(messages.map((message) => message.content).join('\n'));
    const [name, input] = remarks === undefined ? [VERDICT_TOOL, judged] : [REMARKS_TOOL, remarks];
    const call = { id: 'call-1', function: { name, arguments: JSON.stringify(input) } };
    const message = {
      role: 'assistant',
      content: content ?? null,
      ...(input !== undefined && { tool_calls: [call] }),
    };
    const answer = {
      choices: [{ message, finish_reason: input === undefined ? 'stop' : 'tool_calls' }],
      usage: { prompt_tokens: 100, completion_tokens: 50 },
    };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(status === 200 ? answer : { error: { message: 'The model has no memory left.' } }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;

  return {
    /** Environment that makes the local cloud use this server. */
    settings: {
      NEVERMORE_OPENAI_URL: `http://127.0.0.1:${port}/v1`,
      NEVERMORE_MODEL_MICRO: 'micro',
      NEVERMORE_MODEL_LITE: 'lite',
      NEVERMORE_MODEL_PRO: 'pro',
    },
    count: (model: ModelName) => asked.filter((one) => one === model).length,
    /** What it was asked, word for word, in order. */
    prompts,
    forgetCalls: () => asked.splice(0),
    /** Replaces what was scripted before; models that are left out do well. */
    answer: (next: Script) => {
      for (const model of ['micro', 'lite', 'pro'] as const) delete script[model];
      Object.assign(script, next);
    },
    /** Lets a model think until the returned function is called. */
    hold: (model: ModelName) => {
      let open = () => {};
      const opened = new Promise<void>((done) => {
        open = () => {
          held.delete(model);
          done();
        };
      });
      held.set(model, { opened, open });
      return open;
    },
    close: async () => {
      for (const { open } of held.values()) open();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
