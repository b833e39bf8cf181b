import { useEffect, useState } from 'react';
import { type Draft, STAGES, type Stage } from '../../../../domain/enhancement';
import type { AnsweringModels } from '../../../../domain/enhancement/modelRoles';
import { Icon } from '../../../components/Icon';
import { LazyMarkdown } from '../../../components/LazyMarkdown';
import { count, span } from '../amounts';
import { draftNames, expectedDrafts } from '../names';
import { isStopped } from '../result/guardrailNotes';

/** A run that takes longer than this deserves a word. */
const LONG_RUN_MS = 60_000;

/** A run is taken within a second or two; what is queued for longer stands in a line. */
const LONG_QUEUE_MS = 5_000;

const LABELS: Record<Stage, string> = {
  QUEUED: 'Queued',
  DRAFTING: 'Drafting',
  JUDGING: 'Judging',
  FINISHED: 'Verdict',
};

interface Props {
  /** Null while the text is on its way to the server. */
  stage: Stage | null;
  startedAt: string;
  drafts: readonly Draft[];
  /** How many of the author's own runs began before this one and still go on. */
  ahead: number;
  /** Who was asked. */
  models: AnsweringModels;
  interrupted: boolean;
  onCheckAgain(): void;
  /** Gives up waiting for this run and starts another. */
  onStartAgain(): void;
}

/** A run on its way: which stage, which drafts are there, how long it has taken. */
export default function RunProgress(props: Props) {
  const { stage, startedAt, drafts, ahead, models, interrupted, onCheckAgain, onStartAgain } = props;
  const elapsed = useElapsed(startedAt);
  const current = STAGES.indexOf(stage ?? 'QUEUED');
  const names = draftNames(drafts);
  return (
    <div className="run stack">
      <p className="visually-hidden" role="status">
        {announcement(stage, drafts)}
      </p>
      <ol className="stages">
        {STAGES.map((one, index) => (
          <li
            key={one}
            className="stage"
            data-state={index < current ? 'done' : index === current ? 'current' : 'waiting'}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className="stage-mark">
              {index < current && <Icon name="check" />}
              {index === current && <span className="spinner" />}
            </span>
            {LABELS[one]}
          </li>
        ))}
      </ol>
      {current >= STAGES.indexOf('DRAFTING') && (
        <ul className="stack-tight small">
          {drafts.map((draft, index) => (
            <DraftRow key={draft.modelId} draft={draft} name={names[index]?.short ?? draft.model} />
          ))}
          {stage === 'DRAFTING' &&
            expectedDrafts(models, drafts).map((name) => (
              <li key={name} className="row soft">
                <span className="spinner" />
                <strong>{name}</strong> on its way…
              </li>
            ))}
        </ul>
      )}
      <p className="small" role="status">
        {placeInLine(stage, drafts, ahead, elapsed)}
      </p>
      <p className="small soft" aria-hidden="true">
        {span(Math.floor(elapsed / 1_000) * 1_000)
          .replace('.0', '')
          .replace('0 ms', '0 s')}{' '}
        so far
      </p>
      {(interrupted || elapsed > LONG_RUN_MS) && (
        <div className="row small soft">
          <span>
            {interrupted
              ? 'Live updates are interrupted; the run goes on by itself.'
              : 'This takes longer than usual. It goes on by itself, even if you leave this page.'}
          </span>
          <button type="button" className="button button-small" onClick={onCheckAgain}>
            Check again
          </button>
          {elapsed > LONG_RUN_MS && (
            <button type="button" className="button button-small" onClick={onStartAgain}>
              Start a new run
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function DraftRow({ draft, name }: { draft: Draft; name: string }) {
  return (
    <li className="stack-tight">
      <div className="row">
        <Icon name={draft.error === null ? 'check' : 'warning'} />
        <strong>{name}</strong>
        <span className="soft">
          {draft.error === null
            ? `draft ready after ${span(draft.latencyMs)}`
            : isStopped(draft)
              ? draft.error
              : `did not answer: ${draft.error}`}
        </span>
      </div>
      {draft.text !== null && (
        <details>
          <summary>Read it while the judge does</summary>
          <LazyMarkdown text={draft.text} headingAbove={2} />
        </details>
      )}
    </li>
  );
}

/**
 * Where a run stands that nobody works on yet, or null. Records tell what began earlier, and not what it waits
 * for: how many are worked on at a time is the business of whoever runs it.
 */
function placeInLine(
  stage: Stage | null,
  drafts: readonly Draft[],
  ahead: number,
  elapsed: number,
): string | null {
  if (stage === 'QUEUED' && ahead > 0) return `In line behind ${count(ahead, 'earlier run')} of yours.`;
  if (stage === 'QUEUED' && elapsed > LONG_QUEUE_MS)
    return 'In line; none of your earlier runs is before it.';
  if (stage === 'DRAFTING' && drafts.length === 0 && ahead > 0) {
    return `${count(ahead, 'earlier run')} of yours ${ahead === 1 ? 'goes' : 'go'} on too, and may have to finish first.`;
  }
  return null;
}

function announcement(stage: Stage | null, drafts: readonly Draft[]): string {
  switch (stage) {
    case null:
      return 'Your text is being sent.';
    case 'QUEUED':
      return 'Enhancement queued.';
    case 'DRAFTING':
      return drafts.length === 0
        ? 'The drafts are being written.'
        : `${draftNames(drafts)
            .map(({ short }) => short)
            .join(' and ')} finished drafting.`;
    case 'JUDGING':
      return 'The drafts are being judged.';
    case 'FINISHED':
      return 'The verdict is here.';
  }
}

/** Milliseconds since a moment, by this device's clock, renewed twice a second. */
function useElapsed(startedAt: string): number {
  const start = new Date(startedAt).getTime();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - start);
}
