import { useId, useState } from 'react';
import type { Draft, Outcome } from '../../../domain/enhancement';
import { LazyMarkdown } from '../../components/LazyMarkdown';
import { WordDiff } from '../../components/WordDiff';
import type { Enhancement } from '../../data/types';
import { changedSince } from './runs';
import { costAndTime, ScoresAndCost, VerdictText, WrittenBy } from './Verdict';

interface Props {
  run: Enhancement;
  /** The section as it stands now. */
  text: string;
  onAccept(text: string): void;
  onKeepMine(): void;
  onTryAgain(): void;
}

/** A finished run: the verdict, both drafts with the winner first, and what the author can do with them. */
export function RunResult({ run, text, onAccept, onKeepMine, onTryAgain }: Props) {
  const readable = drafts(run);
  const [shownNumber, setShownNumber] = useState(readable[0]?.number ?? 0);
  const [editing, setEditing] = useState<string | null>(null);
  const [confirming, setConfirming] = useState<string | null>(null);
  const shown = readable.find(({ number }) => number === shownNumber);

  // What the author wrote since then is not overwritten unseen.
  const accept = (accepted: string) => {
    if (changedSince(run, text)) setConfirming(accepted);
    else onAccept(accepted);
  };

  return (
    <div className="run stack">
      <VerdictText run={run} />
      {readable.length > 0 && (
        <DraftChoice run={run} readable={readable} shown={shownNumber} onShow={setShownNumber} />
      )}
      {shown && editing === null && confirming === null && (
        <DraftText draft={shown.draft} source={run.source} />
      )}
      {editing !== null && confirming === null && <EditBox text={editing} onChange={setEditing} />}
      {confirming !== null && (
        <TextChanged
          text={text}
          draft={confirming}
          onReplace={() => onAccept(confirming)}
          onAppend={() => onAccept(`${text.trimEnd()}\n\n${confirming}`)}
          onBack={() => setConfirming(null)}
        />
      )}
      {confirming === null && (
        <div className="row">
          {shown && (
            <button
              type="button"
              className="button button-primary"
              onClick={() => accept(editing ?? shown.draft.text)}
            >
              Accept
            </button>
          )}
          {shown && editing === null && (
            <button type="button" className="button" onClick={() => setEditing(shown.draft.text)}>
              Edit first
            </button>
          )}
          {editing !== null && (
            <button type="button" className="button" onClick={() => setEditing(null)}>
              Stop editing
            </button>
          )}
          <button type="button" className="button" onClick={onKeepMine}>
            Keep mine
          </button>
          <button type="button" className="button button-quiet" onClick={onTryAgain}>
            Try again
          </button>
        </div>
      )}
      {run.drafts.length > 0 && (
        <details>
          <summary>Scores, cost and time ({costAndTime(run)})</summary>
          <ScoresAndCost run={run} />
        </details>
      )}
    </div>
  );
}

interface Readable {
  /** 1-based position in the run's drafts. */
  number: number;
  draft: Draft & { text: string };
}

/** The drafts that have a text, the winner first. */
const drafts = (run: Enhancement): Readable[] =>
  run.drafts
    .map((draft, index) => ({ number: index + 1, draft }))
    .filter((one): one is Readable => one.draft.text !== null)
    .sort((a, b) => Number(b.number === run.verdict?.winner) - Number(a.number === run.verdict?.winner));

/** How the first draft came to be first. The two others have no draft to show. */
const WINNER_LABELS: Record<Outcome, string> = {
  JUDGED: 'Winner',
  ONLY_DRAFT: 'Only draft',
  JUDGE_FALLBACK: 'Chosen by rule',
  NOTHING_TO_ENHANCE: 'Draft',
  NO_DRAFT: 'Draft',
};

function DraftChoice(props: {
  run: Enhancement;
  readable: readonly Readable[];
  shown: number;
  onShow(number: number): void;
}) {
  const { run, readable, shown, onShow } = props;
  const failed = run.drafts.filter((draft) => draft.text === null);
  return (
    <div className="row">
      {readable.map(({ number, draft }) => (
        <button
          key={number}
          type="button"
          className="button button-quiet button-small draft-tab"
          aria-pressed={number === shown}
          onClick={() => onShow(number)}
        >
          {number === run.verdict?.winner ? WINNER_LABELS[run.verdict.outcome] : 'Other draft'}: {draft.model}
        </button>
      ))}
      {failed.map((draft) => (
        <span key={draft.modelId} className="chip chip-warn">
          {draft.model} did not answer
        </span>
      ))}
    </div>
  );
}

function DraftText({ draft, source }: { draft: Readable['draft']; source: string }) {
  const [comparing, setComparing] = useState(false);
  return (
    <div className="stack-tight">
      <div className="draft-text">
        {comparing ? <WordDiff before={source} after={draft.text} /> : <LazyMarkdown text={draft.text} />}
      </div>
      {draft.truncated && (
        <p>
          <span className="chip chip-warn">The model stopped at its limit: the end is missing</span>
        </p>
      )}
      <div className="row row-between">
        <WrittenBy verb="Written" call={draft} />
        <button
          type="button"
          className="button button-quiet button-small"
          aria-pressed={comparing}
          onClick={() => setComparing(!comparing)}
        >
          Compare with my text
        </button>
      </div>
    </div>
  );
}

function EditBox({ text, onChange }: { text: string; onChange(text: string): void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Draft to edit before accepting</label>
      <textarea
        id={id}
        rows={10}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the author has just asked to edit it
        autoFocus
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function TextChanged(props: {
  text: string;
  draft: string;
  onReplace(): void;
  onAppend(): void;
  onBack(): void;
}) {
  return (
    <div className="stack" role="alert">
      <p className="message message-warn">
        You have changed this section since the draft was written. This is what accepting would change:
      </p>
      <div className="draft-text">
        <WordDiff before={props.text} after={props.draft} />
      </div>
      <div className="row">
        <button type="button" className="button button-primary" onClick={props.onReplace}>
          Replace my text
        </button>
        <button type="button" className="button" onClick={props.onAppend}>
          Put it below my text
        </button>
        <button type="button" className="button" onClick={props.onBack}>
          Back
        </button>
      </div>
    </div>
  );
}
