import type { Execution } from '../execution';
import type { OperationState } from '../operations';
import { type Html, html } from './html';

/** Characters of an input, a result or an error that are shown; the API has all of it. */
const LONGEST_TEXT = 4000;

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** A span of time in its two largest units: `2 d 3 h`, `4.2 s`, `35 ms`. */
export function spanOf(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const at = UNITS.findIndex(([, length]) => ms >= length);
  const [unit, length] = UNITS[at] ?? UNITS[3];
  const [smaller, smallerLength] = UNITS[at + 1] ?? [];
  const rest = smallerLength ? Math.floor((ms % length) / smallerLength) : 0;
  return `${Math.floor(ms / length)} ${unit}${rest > 0 ? ` ${rest} ${smaller}` : ''}`;
}

/** A moment by this computer's clock. */
export function momentOf(ms: number): Html {
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString();
  return html`<time datetime="${new Date(ms).toISOString()}">${local.slice(0, 10)} ${local.slice(11, 19)}</time>`;
}

/** JSON as people read it, and anything else as it is; cut where it gets long. */
export function readable(text: string): string {
  let whole = text;
  try {
    whole = JSON.stringify(JSON.parse(text), null, 2);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const left = whole.length - LONGEST_TEXT;
  return left > 0 ? `${whole.slice(0, LONGEST_TEXT)}\n… ${left} more characters` : whole;
}

export const statusMark = (status: string): Html =>
  html`<span class="status ${status.toLowerCase()}">${status}</span>`;

/** What an operation is, as the console names it: `Step`, `Map`, `Wait for callback`. */
export function kindOf({ type, subType }: OperationState): string {
  const words = (subType ?? type)
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What an open execution waits for, and until when at most. */
export function waitsFor(execution: Execution, now: number): Html | undefined {
  if (!execution.open) return undefined;
  const pending = execution.pending();
  if (pending.length === 0) return html`nothing: it runs`;
  return html`<ul class="plain">${pending.map(({ operation, until }) => {
    const left =
      until === undefined
        ? ', without an end'
        : html`, ${operation.callback ? 'at most ' : ''}until ${momentOf(until)} (${until > now ? `in ${spanOf(until - now)}` : 'now'})`;
    const what = operation.step ? `Another attempt of step` : kindOf(operation);
    return html`<li>${what} <strong>${nearestName(operation, execution)}</strong>${left}</li>`;
  })}</ul>`;
}

/** Parts of an operation have no name of their own; the one that they belong to has. */
function nearestName(operation: OperationState, execution: Execution): string {
  for (let one: OperationState | undefined = operation; one; ) {
    if (one.name !== undefined) return one.name;
    one = one.parentId === undefined ? undefined : execution.operations.get(one.parentId);
  }
  return '(without a name)';
}
