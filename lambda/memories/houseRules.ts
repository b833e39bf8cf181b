import { houseRulesOf } from '../../domain/memory/houseRules';
import type { Caller } from '../../domain/postMortem/access';
import type { MemoryStore } from './store';

/** The house rules of whoever asks and of their team, from what was changed last. @throws DynamoDbError */
export const houseRulesFrom =
  (store: Pick<MemoryStore, 'latest'>) =>
  async (caller: Caller): Promise<string[]> =>
    houseRulesOf(await store.latest(caller));
