import type { ReactNode } from 'react';
import { OWN_TEXT, type Verdict, writerOf } from '../../../../domain/enhancement';
import { criteriaFor, HIGHEST_SCORE } from '../../../../domain/enhancement/criteria';
import type { ModelCall } from '../../../../domain/enhancement/modelCall';
import type { Enhancement } from '../../../data/types';
import { numberWords, say, translated } from '../../../language/say';
import { cost, span } from '../amounts';
import { capitalised, draftNames, isByRules } from '../names';

/** How the judge scored each text in each order, what it found without support, and what every call took. */
export function Numbers({ run }: { run: Enhancement }) {
  const { verdict } = run;
  return (
    <div className="stack">
      {verdict && verdict.scores.length > 0 && <ScoreTable run={run} verdict={verdict} />}
      {verdict && verdict.unsupportedClaims.length > 0 && <Unsupported run={run} verdict={verdict} />}
      <Calls run={run} />
    </div>
  );
}

/** The last words before the numbers: what they are, and what the run took. */
export const numbersSummary = (run: Enhancement): string =>
  billed(run)
    ? say('Scores, cost and time ({took})', { took: took(run) })
    : say('Scores and time ({took})', { took: took(run) });

/** Rules have neither tokens nor a price. */
const billed = ({ drafts, verdict }: Enhancement): boolean =>
  [...drafts, ...(verdict?.judges ?? [])].some((call) => !isByRules(call));

/** What the whole run took, from the click to the verdict: "$0.0034, 2.1 s". */
function took(run: Enhancement): string {
  const { costUsd, startedAt, finishedAt } = run;
  const price = billed(run) ? [cost(costUsd)] : [];
  if (finishedAt === null) return price.join('');
  const milliseconds = new Date(finishedAt).getTime() - new Date(startedAt).getTime();
  return [...price, span(Math.max(0, milliseconds))].join(', ');
}

const nameOf = ({ drafts }: Enhancement, number: number): string =>
  number === OWN_TEXT
    ? say('Yours')
    : (draftNames(drafts)[number - 1]?.short ?? say('Draft {n}', { n: number }));

const ordersOf = (scores: Verdict['scores']): number[] =>
  [...new Set(scores.map(({ order }) => order))].sort((a, b) => a - b);

/** A table that scrolls on a narrow screen; with the keyboard too, which needs the focus on it. */
const TableBox = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
  <section className="table-box" aria-label={label} tabIndex={0}>
    {children}
  </section>
);

function ScoreTable({ run, verdict }: { run: Enhancement; verdict: Verdict }) {
  const { scores, winner } = verdict;
  const orders = ordersOf(scores);
  const contestants = [...new Set(scores.map(({ draft }) => draft))].sort((a, b) => a - b);
  const columns = orders.flatMap((order) => contestants.map((draft) => ({ order, draft })));
  return (
    <TableBox label={say('Scores by criterion')}>
      <table className="scores">
        <caption>
          {say(
            'Scores by criterion, 1 to {most}. The judge read the texts in two orders, without knowing who wrote which.',
            { most: HIGHEST_SCORE },
          )}
        </caption>
        <thead>
          <tr>
            <td />
            {orders.map((order) => (
              <th key={order} scope="colgroup" colSpan={contestants.length}>
                {say('Order {n}', { n: order })}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">{say('Criterion')}</th>
            {columns.map(({ order, draft }) => (
              <th key={`${order}/${draft}`} scope="col">
                {nameOf(run, draft)}
                {draft === winner && <span className="soft"> {say('(chosen)')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteriaFor(run.theme).map(({ id, label, asks }) => (
            <tr key={id}>
              <th scope="row" title={translated(asks)}>
                {translated(label)}
              </th>
              {columns.map(({ order, draft }) => (
                <td key={`${order}/${draft}`}>
                  <Score
                    value={
                      scores.find((one) => one.order === order && one.draft === draft && one.criterion === id)
                        ?.score
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Score({ value }: { value: number | undefined }) {
  if (value === undefined) return <span className="soft">–</span>;
  return (
    <span className="score">
      {value}
      <span className="score-bar" style={{ width: `${(value / HIGHEST_SCORE) * 2}rem` }} />
    </span>
  );
}

function Unsupported({ run, verdict }: { run: Enhancement; verdict: Verdict }) {
  return (
    <div className="stack-tight">
      <h4>{say('What the judge found without support')}</h4>
      <ul className="stack-tight small">
        {verdict.unsupportedClaims.map(({ order, draft, quote }) => (
          <li key={`${order}/${draft}/${quote}`}>
            <q>{quote}</q>{' '}
            <span className="soft">
              {say('{draft}, order {order}', { draft: nameOf(run, draft), order })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Calls({ run }: { run: Enhancement }) {
  // An order whose judge did not answer has neither scores nor a call.
  const orders = ordersOf(run.verdict?.scores ?? []);
  const names = draftNames(run.drafts);
  const calls: Array<{ role: string; call: ModelCall }> = [
    ...run.drafts.map((call, index) => ({ role: capitalised(names[index]?.long ?? ''), call })),
    ...(run.verdict?.judges ?? []).map((call, index) => ({
      role: say('Judge, order {order}', { order: orders[index] ?? index + 1 }),
      call,
    })),
  ];
  if (calls.length === 0) return null;
  const hasPrice = billed(run);
  const sum = (of: (call: ModelCall) => number) => calls.reduce((total, { call }) => total + of(call), 0);
  return (
    <TableBox label={say('What each call took')}>
      <table className="scores">
        <caption>
          {say('What each call took. The whole run, from click to verdict: {took}', { took: took(run) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('Call')}</th>
            <th scope="col">{say('Answered by')}</th>
            <th scope="col">{say('Time|taken')}</th>
            {hasPrice && (
              <>
                <th scope="col">{say('Tokens in')}</th>
                <th scope="col">{say('Tokens out')}</th>
                <th scope="col">{say('Cost')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {calls.map(({ role, call }) => (
            <tr key={role}>
              <th scope="row">{role}</th>
              <td>{translated(writerOf(call))}</td>
              <td>{span(call.latencyMs)}</td>
              {hasPrice && (
                <>
                  <td>{numberWords(call.inputTokens)}</td>
                  <td>{numberWords(call.outputTokens)}</td>
                  <td>{cost(call.costUsd)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
        {hasPrice && (
          <tfoot>
            <tr>
              <th scope="row">{say('Total')}</th>
              <td />
              <td>
                <span className="soft">{say('some in parallel')}</span>
              </td>
              <td>{numberWords(sum(({ inputTokens }) => inputTokens))}</td>
              <td>{numberWords(sum(({ outputTokens }) => outputTokens))}</td>
              <td>{cost(run.costUsd)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </TableBox>
  );
}
