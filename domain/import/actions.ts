import type { ActionItem } from '../postMortem';
import { ACTION_PRIORITIES, ACTION_TYPES, TICKET_STATES } from '../postMortem/choices';
import type { Row, Wanted } from './rows';

const named = <C extends { id: string; label: string }>(
  choices: readonly C[],
  text: string,
): C['id'] | undefined =>
  choices.find(({ id, label }) =>
    [id, label].some((name) => name.toLowerCase() === text.trim().toLowerCase()),
  )?.id;

const ISO_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const isDate = (text: string): boolean => ISO_DATE.test(text) && !Number.isNaN(Date.parse(text));

/** What stands in brackets behind an exported action item, from the first word on that is ours. */
const DETAILS = new RegExp(
  String.raw` \((?:(?<type>${ACTION_TYPES.map(({ label }) => label.toLowerCase()).join('|')})(?:, |(?=\)$)))?` +
    String.raw`(?:(?<priority>${ACTION_PRIORITIES.map(({ id }) => id).join('|')}) priority(?:, |(?=\)$)))?` +
    String.raw`(?:owner: (?<owner>.+?)(?:, (?=due \d|ticket: )|(?=\)$)))?` +
    String.raw`(?:due (?<due>\d{4}-\d{2}-\d{2})(?:, |(?=\)$)))?` +
    String.raw`(?:ticket: (?<ticket>.+?)(?:, (?<state>${TICKET_STATES.map(({ label }) => label.toLowerCase()).join('|')}))?)?\)$`,
);

/**
 * Action items out of rows; a line that is only a heading of others is one too, so that nothing is lost.
 * @returns also the lines that are none: rows without a text, and names of columns that no field says
 */
export function actionsFrom(rows: readonly Row[]): { items: ActionItem[]; rest: string[] } {
  const items: ActionItem[] = [];
  const rest: string[] = [];
  /** Once each, however many rows have a cell below it. */
  const columns = new Set<string>();
  for (const row of rows) {
    const { item, name } = row.cells.has('') ? { item: lineItem(row), name: '' } : tableItem(row);
    if (item.text !== '') items.push(item);
    else rest.push([...row.cells.values()].filter((cell) => cell !== '').join(', '));
    if (name !== '') columns.add(name);
  }
  return { items, rest: [...rest, ...columns].filter((line) => line !== '') };
}

function lineItem({ cells, done = false }: Row): ActionItem {
  const line = cells.get('') ?? '';
  const details = DETAILS.exec(line);
  const { type, priority, owner, due, ticket, state } = details?.groups ?? {};
  if (!details || !(type || priority || owner || due || ticket) || (due !== undefined && !isDate(due)))
    return { text: line, owner: '', dueDate: '', done };
  const item: ActionItem = {
    text: line.slice(0, details.index),
    owner: owner ?? '',
    dueDate: due ?? '',
    done,
    ...(type && { type: named(ACTION_TYPES, type) }),
    ...(priority && { priority: named(ACTION_PRIORITIES, priority) }),
    ...(ticket && { ticket }),
    ...(state && { ticketState: named(TICKET_STATES, state) }),
  };
  return item.text === '' ? { text: line, owner: '', dueDate: '', done } : item;
}

const TEXT =
  /^(?:action items?|actions?|tasks?|items?|what|description|follow.?ups?|todo|remediation|title|summary)$/;
const OWNER = /^(?:owners?|assignees?|who|responsible|dri|team|assigned to)$/;
const DUE = /^(?:due|due date|deadline|eta|target date|by when|when|date)$/;
const TICKET = /^(?:bugs?|tickets?|issues?|jira|links?|tracking|bug\/ticket|jira ticket|reference)$/;
const TYPE = /^(?:type|category|kind)$/;
const PRIORITY = /^(?:priority|prio|severity)$/;
const STATE = /^(?:status|state|done|complete|completed|progress)$/;
const IS_DONE =
  /^(?:done|closed|complete|completed|fixed|resolved|yes|x|\[x\]|(?:✅|☑|✔)\ufe0f?(?: ?done)?)$/iu;
const IS_OPEN = /^(?:open|todo|to do|not started|no|\[ ?\]|☐|)$/iu;

/** Whether a name is one of a column that has a field of its own. */
const isKnown = (name: string): boolean =>
  [TEXT, OWNER, DUE, TICKET, TYPE, PRIORITY, STATE].some((pattern) => pattern.test(name));

/** A table that names no column as we know it begins with an item where its first row holds a value of one. */
export const ACTIONS_ARE: Wanted = {
  isHead: (cells) =>
    cells.some((cell) => isKnown(cell.toLowerCase())) ||
    !cells.some((cell) => isDate(cell) || /^[A-Z]{2,10}-\d+$|^(?:done|open|todo)$|^https?:/i.test(cell)),
};

/** An item, and the name of the column of its text where no name of ours says that. */
function tableItem({ cells }: Row): { item: ActionItem; name: string } {
  const left = new Map(cells);
  let taken = '';
  const take = (pattern: RegExp, fits: (text: string) => boolean = () => true): string => {
    for (const [name, value] of left) {
      if (!pattern.test(name) || !fits(value)) continue;
      left.delete(name);
      taken = name;
      return value;
    }
    return '';
  };
  const hasText = [...cells.keys()].some((name) => TEXT.test(name));
  const fromName = take(TEXT);
  const owner = take(OWNER);
  const dueDate = take(DUE, (text) => text === '' || isDate(text));
  const type = take(TYPE, (text) => text === '' || named(ACTION_TYPES, text) !== undefined);
  const priority = take(PRIORITY, (text) => text === '' || named(ACTION_PRIORITIES, text) !== undefined);
  const state = take(STATE, (text) => IS_DONE.test(text) || IS_OPEN.test(text));
  const ticket = take(TICKET);
  taken = '';
  const first = hasText ? fromName : take(/^/);
  const name = /^column \d+$/.test(taken) ? '' : taken;
  const others = [...left].filter(([, value]) => value !== '').map(([of, value]) => `${of}: ${value}`);
  const item: ActionItem = {
    text: others.length > 0 ? `${first} (${others.join(', ')})`.trim() : first,
    owner,
    dueDate,
    done: IS_DONE.test(state),
    ...(named(ACTION_TYPES, type) && { type: named(ACTION_TYPES, type) }),
    ...(named(ACTION_PRIORITIES, priority) && { priority: named(ACTION_PRIORITIES, priority) }),
    ...(ticket && { ticket }),
  };
  return { item, name };
}
