import type { ActionItem, PostMortem } from '../postMortem';
import { ACTION_PRIORITIES } from '../postMortem/choices';
import { ageInDays, ageOf } from './age';

/** What is read of a post-mortem to list its actions. */
export type ActionListing = Pick<
  PostMortem,
  'id' | 'title' | 'severity' | 'status' | 'owner' | 'editors' | 'actionItems' | 'createdAt'
>;

/** An action that is not done, and where it stands. */
export interface OpenAction {
  postMortemId: string;
  title: string;
  severity: string;
  /** Its place among the rows of its document. */
  row: number;
  item: ActionItem;
  /** It was due before today. */
  isOverdue: boolean;
  /** Since its post-mortem was begun; null where nobody knows. */
  ageInDays: number | null;
  /** Whether this person may tick it. */
  mayEdit: boolean;
}

/** Which actions are shown; an empty text is any. */
export interface ActionFilter {
  owner: string;
  type: string;
  priority: string;
  age: string;
}

/**
 * The open actions of these documents: overdue ones first and by the day they were due, then those with a date,
 * then those without, the more urgent before the less.
 * @param today a calendar date where the reader is, `2026-03-01`
 * @param zone where that is, `Europe/Rome`
 */
export function openActionsOf(
  listings: readonly ActionListing[],
  userId: string,
  today: string,
  zone: string,
): OpenAction[] {
  return listings
    .flatMap(({ id, title, severity, owner, editors, actionItems, createdAt }) =>
      actionItems.flatMap((item, row) =>
        item.done || item.text.trim() === ''
          ? []
          : [
              {
                postMortemId: id,
                title,
                severity,
                row,
                item,
                isOverdue: item.dueDate !== '' && item.dueDate < today,
                ageInDays: ageInDays(createdAt, today, zone),
                mayEdit: owner === userId || editors.includes(userId),
              },
            ],
      ),
    )
    .sort(
      (a, b) =>
        order(dueOf(a), dueOf(b)) ||
        urgencyOf(a) - urgencyOf(b) ||
        order(a.severity, b.severity) ||
        a.row - b.row,
    );
}

/** Later than any date that is typed. */
const NEVER = '9999-99-99';
const dueOf = ({ item }: OpenAction): string => item.dueDate || NEVER;
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const RANKS: readonly (string | undefined)[] = ACTION_PRIORITIES.map(({ id }) => id);
const urgencyOf = ({ item }: OpenAction): number => {
  const rank = RANKS.indexOf(item.priority);
  return rank < 0 ? RANKS.length : rank;
};

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Those that fit; an owner by a part of the name, in any case. */
export const filterActions = (actions: readonly OpenAction[], filter: ActionFilter): OpenAction[] =>
  actions.filter(
    ({ item, ageInDays }) =>
      folded(item.owner).includes(folded(filter.owner)) &&
      (filter.type === '' || item.type === filter.type) &&
      (filter.priority === '' || item.priority === filter.priority) &&
      (filter.age === '' || ageOf(ageInDays) === filter.age),
  );
