import { type AssistantRequest, type Exchange, TOOLS } from '../../../domain/conversation/conversation';
import type { Memory } from '../../../domain/memory/memory';
import { emptyPostMortem } from '../../../domain/postMortem';
import { readPostMortem } from '../../../domain/postMortem/stored';
import { askWith } from '../../../lambda/assistant/ask';
import { callWith } from '../../../lambda/assistant/call';
import type { Collaborators } from '../../../lambda/assistant/collaborators';
import { openingWith } from '../../../lambda/assistant/opening';
import { tellThrough } from '../../../lambda/assistant/telling';
import { checkFactsTool } from '../../../lambda/assistant/tools/facts';
import { forgetWith, recallWith, rememberWith } from '../../../lambda/assistant/tools/memories';
import { openActionsWith } from '../../../lambda/assistant/tools/openActions';
import { proposeEditWith } from '../../../lambda/assistant/tools/proposeEdit';
import { readWith } from '../../../lambda/assistant/tools/read';
import { searchWith } from '../../../lambda/assistant/tools/search';
import { assistantWorkflow } from '../../../lambda/assistant/workflow';
import type { TurnsReply, TurnsRequest } from '../../../lambda/bedrock/converseTurns';
import { findMemories } from '../../../lambda/memories/find';
import type { MemoryStore } from '../../../lambda/memories/store';
import type { WholeDocument } from '../../../lambda/wholeDocument';
import { type Crash, DurableService, type Operation } from '../durableService';

export const ME = { sub: 'me', issuer: 'https://pool' };
const AT = '2026-11-29T10:00:00.000Z';

export const documentOf = (id: string, more: Partial<WholeDocument> = {}): WholeDocument => ({
  ...readPostMortem({ ...emptyPostMortem(`Title of ${id}`), id, owner: ME.sub, revision: 3 }),
  audience: [],
  ...more,
});

/** What a model does at its so-manieth turn. */
export type Turn = Partial<Pick<TurnsReply, 'text' | 'stopReason'>> & {
  uses?: { name: string; input: unknown }[];
};
export type Model = (request: TurnsRequest, turn: number) => Turn;

export interface Script {
  words: string;
  model: Model;
  documents?: WholeDocument[];
  memories?: Memory[];
  crash?: Crash;
  stored?: Operation[];
  spent?: AssistantRequest['spent'];
  caller?: AssistantRequest['caller'];
  /** Which tool's service breaks. */
  breaks?: 'search';
  /** After so many publications the person stops it. */
  stopsAfter?: number;
}

export const memoryOf = (id: string, text: string, more: Partial<Memory> = {}): Memory => ({
  ...{ id, text, isTeams: false, kind: 'PREFERENCE', how: 'PAGE', words: text, conversationId: null },
  ...{ postMortemId: null, author: { id: ME.sub, name: 'me' }, createdAt: AT, updatedAt: AT },
  ...more,
});

/** Runs one message to its end, as often as its process dies. */
export async function runMessage(script: Script) {
  const caller = script.caller ?? ME;
  const request: AssistantRequest = {
    ...{
      messageId: 'm-1',
      conversationId: 'c-1',
      caller,
      words: script.words,
      postMortemId: 'open',
      startedAt: AT,
    },
    spent: script.spent ?? { tokens: 0, costUsd: 0 },
  };
  const record = {
    ...{ id: 'm-1', conversationId: 'c-1', owner: caller.sub, words: script.words, postMortemId: 'open' },
    ...{ status: 'RUNNING', progress: 0, steps: [], proposals: [], settled: [], answer: '', unsupported: [] },
    ...{ model: '', writtenBy: '', inputTokens: 0, outputTokens: 0, costUsd: 0, message: '', startedAt: AT },
    finishedAt: null,
  } as Exchange;
  const publications: number[] = [];
  const sent: TurnsRequest[] = [];
  const documents = new Map((script.documents ?? []).map((one) => [one.id, one]));
  const all = script.memories ?? [];
  const mine = (one: Memory) => one.isTeams || one.author.id === caller.sub;
  const store: MemoryStore = {
    latest: async () => all.filter(mine),
    all: async () => ({ memories: all.filter(mine), isWhole: true }),
    some: async () => [],
  };
  const find = (text: string, who: AssistantRequest['caller']) =>
    findMemories(text, who, { store, index: async () => undefined });
  const document = async (id: string) => documents.get(id);
  const collaborators = (): Collaborators => ({
    opening: openingWith({ records: { messages: async () => [record] }, memories: store, document }),
    ask: askWith(
      async (asked) => {
        sent.push(asked);
        const turn = asked.turns.filter((one) => 'results' in one).length + 1;
        const { uses = [], ...reply } = script.model(asked, turn);
        return {
          ...{ text: '', stopReason: uses.length > 0 ? 'tool_use' : 'end_turn', writtenBy: asked.modelId },
          ...{ inputTokens: 100, outputTokens: 20, latencyMs: 1 },
          ...reply,
          uses: uses.map((use, place) => ({ id: `u${place}`, ...use })),
        };
      },
      'us',
      1_000,
    ),
    call: callWith(
      {
        search: searchWith(async (text) => {
          if (script.breaks === 'search') throw new Error('The table is on fire.');
          const found = [...documents.values()].filter(({ owner }) => owner === caller.sub);
          return {
            meaning: 'missing',
            places:
              text === 'nothing'
                ? []
                : found.map(({ id, title, summary }) => ({
                    postMortemId: id,
                    title,
                    section: 'summary',
                    text: summary,
                  })),
          };
        }),
        read_post_mortem: readWith(document),
        list_open_actions: openActionsWith(
          async () => ({
            listings: [...documents.values()].filter(({ owner }) => owner === caller.sub),
            isWhole: true,
          }),
          () => '2026-11-29',
        ),
        check_facts: checkFactsTool,
        recall: recallWith(store, find),
        propose_edit: proposeEditWith(document),
        remember: rememberWith(store),
        forget: forgetWith(store, find),
      },
      document,
    ),
    tell: tellThrough(
      {
        message: async () => structuredClone(record),
        change: async (_id, fields) => {
          if (record.status !== 'RUNNING' || record.progress >= Number(fields.progress)) return undefined;
          Object.assign(record, structuredClone(fields));
          publications.push(Number(fields.progress));
          if (script.stopsAfter === publications.length) record.status = 'STOPPED';
          return structuredClone(record);
        },
      },
      () => new Date(AT),
    ),
  });
  const service = new DurableService(request, script.crash, script.stored);
  for (let turn = 0; turn < 60; turn += 1) {
    const answer = await service.invoke(assistantWorkflow(collaborators()) as never);
    if (answer === 'died') continue;
    if (answer.Status !== 'PENDING') return { answer, record, service, sent, publications };
    service.letTimePass();
  }
  throw new Error('The message does not end.');
}

/** A model that uses these tools, one call a turn, and then says what the last one answered. */
export const usesThenSays =
  (...uses: { name: string; input: unknown }[]): Model =>
  ({ turns }, turn) => {
    const use = uses[turn - 1];
    if (use) return { uses: [use] };
    const last = turns.at(-1);
    return { text: last && 'results' in last ? `It says: ${last.results.at(-1)?.text}` : 'Nothing.' };
  };

export const ALL_TOOLS = TOOLS;
