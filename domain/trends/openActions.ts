import { AGES, type AgeId, ageOf } from '../actions/age';
import type { OpenAction } from '../actions/openActions';

/** Open actions of one age. */
export interface AgeCount {
  id: AgeId;
  label: string;
  count: number;
  /** As many of them were due before today. */
  overdue: number;
}

/** How old the open actions are, from the newest; an age that is not known is told only where there is one. */
export const openActionsByAge = (
  actions: readonly Pick<OpenAction, 'ageInDays' | 'isOverdue'>[],
): AgeCount[] =>
  AGES.map(({ id, label }) => {
    const those = actions.filter(({ ageInDays }) => ageOf(ageInDays) === id);
    return { id, label, count: those.length, overdue: those.filter(({ isOverdue }) => isOverdue).length };
  }).filter(({ id, count }) => id !== 'unknown' || count > 0);
