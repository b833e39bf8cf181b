import type { ModelCall } from '../../../../domain/enhancement';
import type { Enhancement } from '../../../data/types';
import { cost, span, tokens } from '../amounts';
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
      {verdict?.tieBreak && <p>{verdict.tieBreak}</p>}
      {verdict?.fallbackReason && (
        <p className="small">
          {verdict.judges.length > 0 ? 'Note' : 'Why'}: {verdict.fallbackReason}
        </p>
      )}
      <p className="small soft">{next}</p>
    </div>
  );
}

/** Who really wrote it, and what that took. Never hidden: a rule-based draft must say so. */
export function WrittenBy({ call }: { call: ModelCall }) {
  const instead = call.writtenBy !== call.modelId;
  return (
    <p className="small soft">
      Written by <strong>{instead ? call.writtenBy : call.model}</strong>
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
