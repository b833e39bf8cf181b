import type { Exchange, Proposal } from '../../../domain/conversation/conversation';
import type { Origin } from '../../../domain/history/revision';
import { parseSection } from '../../../domain/sections';
import { RefusedError } from '../../data/errors';
import type { MemoryStore } from '../../data/memories';
import { tellSavedBeside } from '../../data/savedBeside';
import type { PostMortemStore } from '../../data/types';
import { say } from '../../language/say';

/** Where a proposal is carried out, with the person's own rights. */
export interface Deeds {
  postMortems: PostMortemStore;
  memories(): Promise<MemoryStore>;
}

/** Under which id a proposed memory is stored: the same however often it is clicked. */
export const memoryIdOf = ({ id }: Exchange, { key }: Proposal): string => `${id}-${key}`.slice(0, 64);

/**
 * Does what is proposed, as if the person had done it by hand. An edit is saved on the revision that it was made of.
 * @throws the errors of `errors.ts`, such as RevisionConflictError
 */
export async function carryOut(
  exchange: Exchange,
  proposal: Proposal,
  { postMortems, memories }: Deeds,
): Promise<void> {
  const { kind, text, isTeams, memoryKind, memoryId } = proposal;
  switch (kind) {
    case 'EDIT':
      await edit(postMortems, proposal, 'assistant');
      return;
    case 'REMEMBER':
      await (await memories()).add({
        ...{ id: memoryIdOf(exchange, proposal), isTeams, kind: memoryKind ?? 'PREFERENCE', text },
        ...{ how: 'CONVERSATION', words: exchange.words.slice(0, 500) },
        ...{ conversationId: exchange.conversationId, postMortemId: exchange.postMortemId },
      });
      return;
    case 'FORGET':
      await (await memories()).remove({ id: memoryId ?? '', isTeams });
  }
}

/** Saves the section if it still says what the edit was made of, on whatever revision that is by now. */
async function edit(
  postMortems: PostMortemStore,
  { postMortemId, section, before, text }: Pick<Proposal, 'postMortemId' | 'section' | 'before' | 'text'>,
  from: Origin,
) {
  const field = parseSection(section);
  if (!field || postMortemId === null) throw new RefusedError(say('This proposal names no section.'));
  const { revision, [field]: now } = await postMortems.get(postMortemId);
  if (now !== before)
    throw new RefusedError(
      say('Somebody has changed this section since. Ask again, so that it is proposed anew.'),
    );
  await postMortems.update(postMortemId, revision, { [field]: text }, { [field]: from });
  tellSavedBeside(postMortemId);
}

/** Takes back what was done, where that can be done from here. */
export async function takeBack(
  exchange: Exchange,
  proposal: Proposal,
  { postMortems, memories }: Deeds,
): Promise<void> {
  if (proposal.kind === 'EDIT') {
    const { before, text } = proposal;
    await edit(postMortems, { ...proposal, before: text, text: before }, 'restored');
    return;
  }
  const store = await memories();
  const { text, isTeams, memoryKind, memoryId } = proposal;
  if (proposal.kind === 'REMEMBER') await store.remove({ id: memoryIdOf(exchange, proposal), isTeams });
  else
    await store.add({
      ...{ id: memoryId ?? memoryIdOf(exchange, proposal), isTeams, kind: memoryKind ?? 'PREFERENCE', text },
      ...{ how: 'CONVERSATION', words: text, conversationId: exchange.conversationId, postMortemId: null },
    });
}

/** Whether it was taken, dismissed, or is still to be decided. */
export function standingOf({ settled }: Exchange, { key }: Proposal): 'open' | 'taken' | 'dismissed' {
  if (settled.includes(`+${key}`)) return 'taken';
  return settled.includes(`-${key}`) ? 'dismissed' : 'open';
}
