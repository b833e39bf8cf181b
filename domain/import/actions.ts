import type { ActionItem } from '../postMortem';
import { ACTION_PRIORITIES, ACTION_TYPES, TICKET_STATES } from '../postMortem/choices';
import type { Row } from './rows';

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

/** Action items out of rows; a line that is only a heading of others is one too, so that nothing is lost. */
export const actionsFrom = (rows: readonly Row[]): ActionItem[] =>
  rows.map((row) => (row.cells.has('') ? lineItem(row) : tableItem(row))).filter(({ text }) => text !== '');

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
const IS_DONE = /^(?:done|closed|complete|completed|fixed|resolved|yes|x|\[x\]|✅.*|☑|✔.*)$/i;
const IS_OPEN = /^(?:open|todo|to do|not started|no|\[ ?\]|☐|)$/i;

function tableItem({ cells }: Row): ActionItem {
  const left = new Map(cells);
  const take = (pattern: RegExp, fits: (text: string) => boolean = () => true): string => {
    for (const [name, value] of left) {
      if (!pattern.test(name) || !fits(value)) continue;
      left.delete(name);
      return value;
    }
    return '';
  };
  const fromName = take(TEXT);
  const owner = take(OWNER);
  const dueDate = take(DUE, (text) => text === '' || isDate(text));
  const type = take(TYPE, (text) => text === '' || named(ACTION_TYPES, text) !== undefined);
  const priority = take(PRIORITY, (text) => text === '' || named(ACTION_PRIORITIES, text) !== undefined);
  const state = take(STATE, (text) => IS_DONE.test(text) || IS_OPEN.test(text));
  const ticket = take(TICKET);
  const first = fromName === '' ? take(/^/) : fromName;
  const others = [...left].filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  return {
    text: others.length > 0 ? `${first} (${others.join(', ')})`.trim() : first,
    owner,
    dueDate,
    done: IS_DONE.test(state),
    ...(named(ACTION_TYPES, type) && { type: named(ACTION_TYPES, type) }),
    ...(named(ACTION_PRIORITIES, priority) && { priority: named(ACTION_PRIORITIES, priority) }),
    ...(ticket && { ticket }),
  };
}
