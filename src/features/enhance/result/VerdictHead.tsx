import { Seal } from '../../../components/Seal';
import type { Enhancement } from '../../../data/types';
import { say, translated } from '../../../language/say';
import { isByRules, judgedItself, withDraftNames } from '../names';
import { outcomeWords } from './outcome';

interface Props {
  run: Enhancement;
  /** What code says of the draft in front, as the end of a sentence; null where there is none. */
  plain: { name: string; words: string } | null;
}

/** What the run came to, in plain words first: what won, what code can say of it, then the judge's reasons. */
export function VerdictHead({ run, plain }: Props) {
  const { title, next, tone } = outcomeWords(run);
  const { verdict, message, drafts } = run;
  const warning = judgedItself(drafts, verdict?.judges ?? []);
  return (
    <div className="verdict" data-tone={tone}>
      <Seal />
      <div className="stack-tight">
        <div className="stack-tight" role="status">
          <h3 className="verdict-title">{title}</h3>
          {message && <p className="verdict-lead">{translated(message)}</p>}
          {plain && (
            <p className="verdict-lead">
              {plain.name}: {plain.words}.
            </p>
          )}
        </div>
        {warning && <p className="verdict-warning">{warning}</p>}
        {verdict && <Reasons run={run} />}
        <p className="small soft">{next}</p>
      </div>
    </div>
  );
}

/** Why. What rules counted is there for who asks; a model's reasons are read by everybody. */
function Reasons({ run }: { run: Enhancement }) {
  const { verdict, drafts } = run;
  if (!verdict) return null;
  const { reasoning, tieBreak, fallbackReason, judges } = verdict;
  const byRules = judges.some(isByRules);
  // A judge’s own words stay as they are; without one, they are ours.
  const reasons = withDraftNames(judges.length === 0 ? translated(reasoning) : reasoning, drafts);
  return (
    <>
      {reasons !== '' && judges.length === 0 && <p>{reasons}</p>}
      {reasons !== '' && judges.length > 0 && !byRules && (
        <blockquote className="verdict-reasons" dir="auto">
          <span className="visually-hidden">{say('The judge:')} </span>
          {reasons}
        </blockquote>
      )}
      {reasons !== '' && byRules && (
        <details className="small">
          <summary>{say('Why, by the rules of the judge')}</summary>
          <p>{reasons}</p>
        </details>
      )}
      {tieBreak && <p className="small">{translated(tieBreak)}</p>}
      {fallbackReason && (
        <p className="small">
          {judges.length > 0 ? say('Note') : say('Why')}: {translated(fallbackReason)}
        </p>
      )}
    </>
  );
}
