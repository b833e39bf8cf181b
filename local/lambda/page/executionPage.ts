import type { ErrorObject } from '@aws-sdk/client-lambda';
import type { Execution } from '../execution';
import type { HistoryEvent } from '../history';
import type { OperationState } from '../operations';
import { type Html, html } from './html';
import { kindOf, momentOf, readable, spanOf, statusMark, waitsFor } from './telling';

/** Operations, and events, on one page; the API has all of them. */
const MOST_ROWS = 500;

/** One execution: how it stands, its operations as a tree, what it got and gave, and what happened in order. */
export function executionPage(execution: Execution, showsData: boolean, now: number): Html {
  const { started, status, endedAt, result, error } = execution;
  const fact = (term: string, content: Html | string | undefined) =>
    content && html`<div><dt>${term}</dt><dd>${content}</dd></div>`;
  return html`<p class="unseen" id="state" data-live role="status">${started.executionName}: ${status}</p>
<dl id="facts" data-live class="facts">
${fact('Status', statusMark(status))}
${fact('Function', `${started.functionName}, version ${started.version}`)}
${fact('Started', momentOf(started.at))}
${fact('Ended', endedAt === undefined ? undefined : momentOf(endedAt))}
${fact('Duration', spanOf((endedAt ?? now) - started.at))}
${fact('Invocations', String(execution.invocations))}
${fact('Waits for', waitsFor(execution, now))}
${fact('Ends at the latest', execution.open ? momentOf(execution.timesOutAt) : undefined)}
${fact('ARN', html`<code>${started.executionArn}</code>`)}
</dl>
<section aria-labelledby="operations-heading"><h2 id="operations-heading">Operations</h2>
<div id="operations" data-live>${operations(execution, showsData, now)}</div></section>
${
  showsData
    ? html`<section aria-labelledby="data-heading"><h2 id="data-heading">Input and result</h2>
<div id="data" data-live>${text('Input', 'input', started.input)}${text('Result', 'result', result)}${failure('error', error)}</div></section>`
    : ''
}
<section aria-labelledby="events-heading"><h2 id="events-heading">Events</h2>
<div id="events" data-live>${events(execution.history.events, showsData)}</div></section>`;
}

const text = (label: string, id: string, content: string | undefined): Html | undefined =>
  content === undefined
    ? undefined
    : html`<details id="${id}"><summary>${label}</summary><pre>${readable(content)}</pre></details>`;

function failure(id: string, error: ErrorObject | undefined): Html | undefined {
  if (!error) return undefined;
  const { ErrorType, ErrorMessage, ErrorData, StackTrace } = error;
  const told = [`${ErrorType ?? 'Error'}: ${ErrorMessage ?? ''}`, ErrorData, ...(StackTrace ?? [])];
  return html`<details id="${id}" open><summary>Error</summary><pre>${readable(told.filter(Boolean).join('\n'))}</pre></details>`;
}

function operations(execution: Execution, showsData: boolean, now: number): Html {
  const all = [...execution.operations.values()].filter(({ type }) => type !== 'EXECUTION');
  if (all.length === 0) return html`<p>None yet.</p>`;
  const shown = all.slice(0, MOST_ROWS);
  const known = new Set(shown.map(({ id }) => id));
  const below = new Map<string | undefined, OperationState[]>();
  for (const operation of shown) {
    const { parentId } = operation;
    const parent = parentId !== undefined && known.has(parentId) ? parentId : undefined;
    below.set(parent, [...(below.get(parent) ?? []), operation]);
  }
  const endOf = new Map(execution.pending().map(({ operation, until }) => [operation.id, until]));
  const tree = (parent: string | undefined): Html | undefined => {
    const children = below.get(parent);
    if (!children) return undefined;
    return html`<ol class="tree">${children.map(
      (one) => html`<li>${line(one, endOf.get(one.id), now)}${showsData && data(one)}${tree(one.id)}</li>`,
    )}</ol>`;
  };
  return html`${tree(undefined)}${rest(all.length - shown.length)}`;
}

const rest = (left: number): Html | undefined =>
  left > 0 ? html`<p>${left} more; GetDurableExecutionHistory has all of them.</p>` : undefined;

function line(operation: OperationState, until: number | undefined, now: number): Html {
  const { name, type, status, step, startedAt, endedAt } = operation;
  const attempts = (step?.attempt ?? 0) + (type === 'STEP' && status === 'STARTED' ? 1 : 0);
  return html`<p class="operation"><span class="kind">${kindOf(operation)}</span> ${name !== undefined && html`<strong>${name}</strong>`} ${statusMark(status)}
<span>${type === 'STEP' && `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}, `}started ${momentOf(startedAt)}, ${
    endedAt === undefined ? `${spanOf(now - startedAt)} so far` : spanOf(endedAt - startedAt)
  }${until !== undefined && html`, ends ${momentOf(until)}`}</span></p>`;
}

function data(operation: OperationState): Html {
  const { id, step, context, callback, chainedInvoke } = operation;
  const outcome = step ?? context ?? callback ?? chainedInvoke;
  return html`${text('Payload', `payload-${id}`, chainedInvoke?.payload)}${text('Result', `result-${id}`, outcome?.result)}${failure(`error-${id}`, outcome?.error)}${
    callback && operation.status === 'STARTED' && text('Callback id', `callback-${id}`, callback.id)
  }`;
}

function events(all: readonly HistoryEvent[], showsData: boolean): Html {
  const shown = all.slice(-MOST_ROWS);
  const row = (event: HistoryEvent) => {
    const details = showsData ? JSON.stringify(event[`${event.EventType}Details`]) : undefined;
    const cell = (label: string, content: Html | string) =>
      html`<td role="cell" data-label="${label}">${content}</td>`;
    return html`<tr role="row"><th role="rowheader" scope="row">${event.EventId}</th>${cell('Event', event.EventType)}${cell(
      'Time',
      momentOf(event.EventTimestamp * 1000),
    )}${cell('Name', event.Name ?? '–')}${cell(
      'Details',
      details === undefined || details === '{}'
        ? '–'
        : html`<details id="event-${event.EventId}"><summary>Details<span class="unseen"> of event ${event.EventId}</span></summary><pre>${readable(details)}</pre></details>`,
    )}</tr>`;
  };
  return html`${rest(all.length - shown.length)}<table role="table">
<caption class="unseen">What happened, in order</caption>
<thead role="rowgroup"><tr role="row">${['Number', 'Event', 'Time', 'Name', 'Details'].map(
    (heading) => html`<th role="columnheader" scope="col">${heading}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">${shown.map(row)}</tbody></table>`;
}
