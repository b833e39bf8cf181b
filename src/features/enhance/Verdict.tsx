import { criteriaFor, HIGHEST_SCORE } from '../../../domain/criteria';
import type { ModelCall } from '../../../domain/enhancement';
import type { Enhancement } from '../../data/types';
import { cost, span, tokens } from './amounts';
import { outcomeWords } from './outcome';

/** What the run came to and why. */
export function VerdictText({ run }: { run: Enhancement }) {
  const { title, next, tone } = outcomeWords(run);
  const { verdict, message } = run;
  return (
    <div className={`message message-${tone}`} role="status">
      <p className="message-title">{title}</p>
      {message && <p>{message}</p>}
      {verdict && verdict.reasoning !== '' && <p>{verdict.reasoning}</p>}
      {verdict?.fallbackReason && <p className="small">Why: {verdict.fallbackReason}</p>}
      <p className="small soft">{next}</p>
    </div>
  );
}

/** Who really wrote or judged it, and what that took. Never hidden: a rule-based draft must say so. */
export function WrittenBy({ call, verb }: { call: ModelCall; verb: 'Written' | 'Judged' }) {
  const instead = call.writtenBy !== call.modelId;
  return (
    <p className="small soft">
      {verb} by <strong>{instead ? call.writtenBy : call.model}</strong>
      {instead ? `, standing in for ${call.model}` : ` (${call.modelId})`} · {span(call.latencyMs)} ·{' '}
      {tokens(call.inputTokens, call.outputTokens)} · {cost(call.costUsd)}
    </p>
  );
}

/** What the whole run took, from the click to the verdict: "$0.0034, 2.1 s". */
export function costAndTime({ costUsd, startedAt, finishedAt }: Enhancement): string {
  if (finishedAt === null) return cost(costUsd);
  const milliseconds = new Date(finishedAt).getTime() - new Date(startedAt).getTime();
  return `${cost(costUsd)}, ${span(Math.max(0, milliseconds))}`;
}

/** The scores per criterion, and what the judge took. */
export function ScoresAndCost({ run }: { run: Enhancement }) {
  const { verdict, drafts } = run;
  const scored = drafts
    .map((draft, index) => ({ name: draft.model, number: index + 1 }))
    .filter(({ number }) => verdict?.scores.some((score) => score.draft === number));
  return (
    <div className="stack-tight">
      {verdict && scored.length > 0 && (
        <div className="table-box">
          <table className="scores">
            <caption>Scores by criterion, 1 to {HIGHEST_SCORE}</caption>
            <thead>
              <tr>
                <th scope="col">Criterion</th>
                {scored.map(({ name, number }) => (
                  <th key={number} scope="col">
                    {name}
                    {number === verdict.winner && <span className="visually-hidden"> (winner)</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {criteriaFor(run.theme).map(({ id, label, asks }) => (
                <tr key={id}>
                  <th scope="row" title={asks}>
                    {label}
                  </th>
                  {scored.map(({ number }) => (
                    <td key={number}>
                      <Score
                        value={
                          verdict.scores.find((one) => one.draft === number && one.criterion === id)?.score
                        }
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {verdict?.judge && <WrittenBy verb="Judged" call={verdict.judge} />}
    </div>
  );
}

function Score({ value }: { value: number | undefined }) {
  if (value === undefined) return <span className="soft">–</span>;
  return (
    <span className="score">
      <span className="score-bar" style={{ width: `${(value / HIGHEST_SCORE) * 3}rem` }} />
      {value}
    </span>
  );
}
