import { fnv1a } from '../fnv';
import type { ActionItem } from '../postMortem';
import { folded } from '../text';

/** One message that is to go out. */
export interface PlannedFollowUp {
  key: string;
  /** As the actions name them; empty where they name nobody. */
  owner: string;
  actions: ActionItem[];
}

/** The next moment at which messages go out, and which. */
export interface Plan {
  /** ISO 8601. */
  sendAt: string;
  messages: PlannedFollowUp[];
}

/** The hour of the day (UTC) at which an action that is due is asked about: morning in Europe, night nowhere. */
const DUE_AT = 'T09:00:00.000Z';

/**
 * The next messages about open actions: each action is asked about once, on its due date, or at `firstAt` where it
 * has none or one that lies before. One message goes to each owner at each moment. What lies behind `asOf` is not
 * made up for, so the plan of a document that nobody changes comes to its end.
 * @param firstAt when the first ones go out (ISO 8601); `asOf` is the moment up to which messages have gone out
 * @param until the last moment that can be waited for: an execution lives a year
 */
function nextFollowUps(
  actions: readonly ActionItem[],
  { firstAt, asOf, until }: { firstAt: string; asOf: string; until: string },
): Plan | null {
  const open = actions.filter(({ text, done }) => !done && text.trim() !== '');
  const planned = open
    .map((action) => ({ action, sendAt: momentOf(action, firstAt) }))
    .filter(({ sendAt }) => sendAt > asOf && sendAt <= until);
  const [sendAt] = planned.map((one) => one.sendAt).sort();
  if (sendAt === undefined) return null;
  const owners = new Map<string, PlannedFollowUp>();
  for (const { action, sendAt: at } of planned) {
    if (at !== sendAt) continue;
    const owner = action.owner.trim();
    const name = folded(owner);
    const message = owners.get(name) ?? { key: keyOf(sendAt, name), owner, actions: [] };
    message.actions.push(action);
    owners.set(name, message);
  }
  return { sendAt, messages: [...owners.values()] };
}

/** More of them are a plan that nobody reads. */
const MOST_COMING = 20;

/** What will be asked if nobody changes anything, in its order; each moment with its messages. */
export function comingFollowUps(
  actions: readonly ActionItem[],
  { firstAt, asOf, until }: { firstAt: string; asOf: string; until: string },
): Plan[] {
  const coming: Plan[] = [];
  let from = asOf;
  while (coming.length < MOST_COMING) {
    const next = nextFollowUps(actions, { firstAt, asOf: from, until });
    if (!next) break;
    coming.push(next);
    from = next.sendAt;
  }
  return coming;
}

/**
 * What of a plan still holds after the wait: actions that are done, gone or moved to another day meanwhile are
 * left out, and a message about none of them does not go.
 */
export function stillOpen(
  plan: Plan,
  actions: readonly ActionItem[],
  firstAt: string,
): { toSend: PlannedFollowUp[]; dropped: PlannedFollowUp[] } {
  const now = actions.filter(({ done }) => !done);
  const holds = (planned: ActionItem, owner: string) =>
    now.some(
      (action) =>
        action.text.trim() === planned.text.trim() &&
        folded(action.owner.trim()) === folded(owner) &&
        momentOf(action, firstAt) === plan.sendAt,
    );
  const looked = plan.messages.map((message) => ({
    message,
    left: message.actions.filter((action) => holds(action, message.owner)),
  }));
  return {
    toSend: looked.flatMap(({ message, left }) => (left.length > 0 ? [{ ...message, actions: left }] : [])),
    dropped: looked.flatMap(({ message, left }) => (left.length > 0 ? [] : [message])),
  };
}

/** Whether some open action is due later than can be waited for. */
export const anyBeyond = (actions: readonly ActionItem[], until: string): boolean =>
  actions.some((action) => !action.done && action.text.trim() !== '' && dueAt(action) > until);

/** When it is due; empty where it does not say so. */
const dueAt = ({ dueDate }: ActionItem): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(dueDate) ? `${dueDate}${DUE_AT}` : '';

const momentOf = (action: ActionItem, firstAt: string): string => {
  const due = dueAt(action);
  return due > firstAt ? due : firstAt;
};

/** Short, and the same for the same person on the same day: what is sent under it is sent once. */
const keyOf = (sendAt: string, owner: string): string =>
  `follow-up-${sendAt.slice(0, 10)}-${fnv1a(`${sendAt} ${owner}`).toString(16).padStart(8, '0')}`;
