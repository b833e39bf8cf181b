import type { Execution } from '../execution';
import type { ExecutionStatus } from '../records';
import { type Html, html } from './html';
import { momentOf, spanOf, statusMark, waitsFor } from './telling';

const STATUSES: readonly ExecutionStatus[] = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'STOPPED'];

/** Executions on one page; older ones are counted. */
const MOST_ROWS = 200;

/** What a list is narrowed to; an empty text is no filter. */
export type Filter = { functionName: string; status: string; name: string };

export const addressOf = ({ started }: Execution): string =>
  `/executions?${new URLSearchParams({ function: started.functionName, name: started.executionName })}`;

export const matching = (executions: readonly Execution[], filter: Filter): Execution[] =>
  executions
    .filter(
      ({ started, status }) =>
        (filter.functionName === '' || started.functionName === filter.functionName) &&
        (filter.name === '' || started.executionName === filter.name) &&
        (filter.status === '' || status === filter.status),
    )
    .sort((one, other) => other.started.at - one.started.at);

/**
 * The executions of all functions, newest first.
 * @param functionNames of all durable functions, with or without executions
 */
export function listPage(
  executions: readonly Execution[],
  functionNames: readonly string[],
  filter: Filter,
  now: number,
): Html {
  const found = matching(executions, filter);
  const running = found.filter(({ open }) => open).length;
  const shown = found.slice(0, MOST_ROWS);
  const isFiltered = filter.functionName !== '' || filter.status !== '' || filter.name !== '';
  return html`<form method="get" action="/executions">
${select('function', 'Function', 'All functions', functionNames, filter.functionName)}
${select('status', 'Status', 'All statuses', STATUSES, filter.status)}
<button type="submit">Show</button>
</form>
<p id="count" data-live role="status">${found.length} ${found.length === 1 ? 'execution' : 'executions'}, ${running} running${
    found.length > shown.length ? `; the newest ${shown.length} are shown` : ''
  }</p>
<div id="list" data-live>${shown.length === 0 ? empty(isFiltered) : table(shown, now)}</div>`;
}

const empty = (isFiltered: boolean): Html =>
  isFiltered
    ? html`<p>No execution fits. <a href="/executions">Show all</a></p>`
    : html`<p>Nothing has run yet. An execution appears here as soon as a durable function is invoked.</p>`;

function select(name: string, label: string, all: string, values: readonly string[], chosen: string): Html {
  const option = (value: string, text: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`;
  return html`<label>${label} <select name="${name}">${option('', all)}${values.map((value) => option(value, value))}</select></label>`;
}

/** Roles are written out: in a narrow window rows are laid out as blocks, and would lose them. */
const table = (executions: readonly Execution[], now: number): Html => html`<table role="table">
<caption class="unseen">Durable executions, newest first</caption>
<thead role="rowgroup"><tr role="row">${[
  'Name',
  'Function',
  'Status',
  'Started',
  'Duration',
  'Waits for',
].map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${executions.map((execution) => row(execution, now))}</tbody>
</table>`;

function row(execution: Execution, now: number): Html {
  const { started, status, endedAt } = execution;
  const cell = (label: string, content: Html | string) =>
    html`<td role="cell" data-label="${label}">${content}</td>`;
  return html`<tr role="row">
<th role="rowheader" scope="row"><a href="${addressOf(execution)}">${started.executionName}</a></th>
${cell('Function', html`${started.functionName}, version ${started.version}`)}
${cell('Status', statusMark(status))}
${cell('Started', momentOf(started.at))}
${cell('Duration', spanOf((endedAt ?? now) - started.at))}
${cell('Waits for', waitsFor(execution, now) ?? '–')}
</tr>`;
}
