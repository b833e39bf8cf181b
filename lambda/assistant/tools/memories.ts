import { asksFor, isMadeOf } from '../../../domain/conversation/asked';
import { byWords } from '../../../domain/memory/find';
import { alreadyRemembered, kindOf, type Memory, sameness, wrongMemory } from '../../../domain/memory/memory';
import type { Caller } from '../../../domain/postMortem/access';
import type { FoundMemories } from '../../memories/find';
import type { MemoryStore } from '../../memories/store';
import { proposed, refused, type Tool, textOf } from './toolAnswer';

const MOST_TOLD = 20;

const lineOf = ({ text, isTeams, author }: Memory): string =>
  `- ${text} (${isTeams ? `of the team, by ${author.name}` : 'yours'})`;

/** Finds what is remembered for somebody. */
type Find = (text: string, caller: Caller) => Promise<FoundMemories>;

/** Tells what is remembered for the person and their team. */
export const recallWith =
  (store: Pick<MemoryStore, 'latest'>, find: Find): Tool =>
  async (input, { caller }) => {
    const text = textOf(input.text);
    const { items, meaning } =
      text === '' ? { items: await store.latest(caller), meaning: 'used' } : await find(text, caller);
    const note =
      items.length === 0
        ? text === ''
          ? 'Nothing is remembered for you or your team.'
          : `Nothing that is remembered says “${text}”.`
        : `${items.length} remembered.${items.length > MOST_TOLD ? ` The first ${MOST_TOLD} are told; all are on the page Memory.` : ''}${
            meaning === 'missing' ? ' By words only: there is no index of what they mean.' : ''
          }`;
    const told = items.slice(0, MOST_TOLD).map(lineOf);
    return {
      text: told.length === 0 ? note : told.join('\n'),
      step: { about: text, outcome: 'DONE', note, links: [] },
    };
  };

/** Proposes to remember a sentence of the person's. Nothing is stored before they click. */
export const rememberWith =
  (store: Pick<MemoryStore, 'latest'>): Tool =>
  async (input, { caller, words }) => {
    const text = textOf(input.text, 1_000);
    if (!asksFor('REMEMBER', words))
      return refused(text, 'Nothing was proposed to remember: your message does not ask for it.');
    const wrong = wrongMemory(text);
    if (wrong !== null) return refused(text, wrong);
    if (!isMadeOf(words, text))
      return refused(
        text,
        'Only what you have said yourself is proposed to remember, and this is something else.',
      );
    const isTeams = input.for === 'team';
    const known = alreadyRemembered(text, isTeams, await store.latest(caller));
    if (known) return refused(text, 'That is remembered already.');
    return {
      text: `Shall this be remembered ${isTeams ? 'for the team' : 'for you'}? “${text}” It is stored when you click.`,
      step: { about: text, outcome: 'DONE', note: 'It is stored when you click.', links: [] },
      proposal: proposed({ kind: 'REMEMBER', text, isTeams, memoryKind: kindOf(text) }),
    };
  };

/** Proposes to forget what the person has written. Nothing is taken away before they click. */
export const forgetWith =
  (store: Pick<MemoryStore, 'latest'>, find: Find): Tool =>
  async (input, { caller, words }) => {
    const text = textOf(input.text);
    if (!asksFor('FORGET', words))
      return refused(text, 'Nothing was proposed to forget: your message does not ask for it.');
    // The index is some moments late: what was remembered just now is among the latest.
    const [latest, { items }] = await Promise.all([store.latest(caller), find(text, caller)]);
    const own = [...latest, ...items].filter(({ author }) => author.id === caller.sub);
    const same = own.find((one) => sameness(one.text) === sameness(text));
    const [memory] = same ? [same] : byWords(text, own);
    if (!memory) return refused(text, `Nothing that you have had remembered says “${text}”.`);
    return {
      text: `Shall this be forgotten? “${memory.text}” It is gone when you click.`,
      step: {
        about: memory.text,
        outcome: 'DONE',
        note: 'It is forgotten when you click.',
        links: [],
      },
      proposal: proposed({
        kind: 'FORGET',
        text: memory.text,
        isTeams: memory.isTeams,
        memoryKind: memory.kind,
        memoryId: memory.id,
      }),
    };
  };
