import { useId, useMemo, useState } from 'react';
import type { DraftFinding } from '../../../../domain/enhancement';
import type { Enhancement } from '../../../data/types';
import { count } from '../amounts';
import WhatIsMissing from '../questions/WhatIsMissing';
import { changedSince } from '../run/runs';
import { ChangeByChange } from './ChangeByChange';
import { ConfirmFindings } from './ConfirmFindings';
import { passages, withChanges } from './changes';
import { DraftChoice, DraftColumns, type View } from './DraftColumns';
import { foundInMix, isHard, stillStanding } from './findings';
import { type Readable, readableDrafts } from './readable';
import { Scores } from './Scores';
import { TextChanged } from './TextChanged';
import { costAndTime, VerdictText } from './Verdict';
import { VoicesCompared } from './VoicesCompared';

interface Props {
  run: Enhancement;
  /** The section as it stands now. */
  text: string;
  /** The last run of the other voice on the same text. */
  otherVoice: Enhancement | undefined;
  onAccept(text: string): void;
  onKeepMine(): void;
  onTryAgain(): void;
}

type Step =
  | { kind: 'looking' }
  | { kind: 'editing' }
  /** `base` is the author's text that the changes are taken into. */
  | { kind: 'choosing'; base: string; taken: ReadonlySet<number> }
  | { kind: 'confirming'; text: string; open: readonly DraftFinding[]; isCurrent: boolean; back: Step }
  | { kind: 'replacing'; text: string; back: Step };

const LOOKING: Step = { kind: 'looking' };

/** A finished run: the verdict, both drafts beside the author's text, and what the author can do with them. */
export default function RunResult({ run, text, otherVoice, onAccept, onKeepMine, onTryAgain }: Props) {
  const readable = useMemo(() => readableDrafts(run), [run]);
  const [shownNumber, setShownNumber] = useState(readable[0]?.number ?? 0);
  const [edits, setEdits] = useState<ReadonlyMap<number, string>>(new Map());
  const [step, setStep] = useState<Step>(LOOKING);
  const shown = readable.find(({ number }) => number === shownNumber);
  const [view, setView] = useState<View>(() =>
    readable.some(({ draft }) => draft.findings.some(isHard)) ? 'findings' : 'reading',
  );

  const current = ({ number, draft }: Readable) => {
    const edited = edits.get(number) ?? draft.text;
    return { text: edited, findings: stillStanding(draft, run.source, edited) };
  };
  const edit = (edited: string) => setEdits(new Map(edits).set(shownNumber, edited));
  const dropEdits = () => {
    setEdits(new Map([...edits].filter(([number]) => number !== shownNumber)));
    setStep(LOOKING);
  };

  const choosing = step.kind === 'choosing' ? step : null;
  const shownText = shown ? current(shown).text : '';
  const base = step.kind === 'choosing' ? step.base : null;
  const offered = useMemo(() => (base === null ? [] : passages(base, shownText)), [base, shownText]);
  const candidate = choosing ? withChanges(offered, choosing.taken) : shownText;
  const against = !shown
    ? []
    : base === null
      ? current(shown).findings
      : foundInMix(shown.draft, base, candidate);
  const open = against.filter(isHard);

  // What the author wrote since then is not overwritten unseen.
  const take = (taken: string, isCurrent: boolean) => {
    if (changedSince(run, text) && !isCurrent) setStep({ kind: 'replacing', text: taken, back: step });
    else onAccept(taken);
  };
  const accept = () => {
    const isCurrent = base === text;
    if (open.length > 0) setStep({ kind: 'confirming', text: candidate, open, isCurrent, back: step });
    else take(candidate, isCurrent);
  };

  const isAsking = step.kind === 'confirming' || step.kind === 'replacing';
  const draftWon = run.verdict !== null && run.verdict.winner > 0;
  return (
    <div className="run run-result stack" data-columns={readable.length + 1}>
      <VerdictText run={run} />
      {otherVoice && <VoicesCompared run={run} other={otherVoice} />}
      {readable.length > 0 && !isAsking && (
        <>
          <div className="row row-between">
            <DraftChoice
              run={run}
              readable={readable}
              shown={shownNumber}
              onShow={(number) => {
                setShownNumber(number);
                setStep(LOOKING);
              }}
            />
            {step.kind === 'looking' && <Views view={view} onView={setView} />}
          </div>
          {step.kind === 'looking' && (
            <DraftColumns run={run} readable={readable} shown={shownNumber} view={view} current={current} />
          )}
        </>
      )}
      {step.kind === 'editing' && <EditBox text={shownText} onChange={edit} />}
      {choosing && (
        <ChangeByChange
          passages={offered}
          taken={choosing.taken}
          onTaken={(taken) => setStep({ ...choosing, taken })}
        />
      )}
      {shown && (step.kind === 'looking' || step.kind === 'editing') && (
        <WhatIsMissing where={`in the text by ${shown.draft.model}`} text={shownText} onText={edit} />
      )}
      {step.kind === 'confirming' && (
        <ConfirmFindings
          findings={step.open}
          onAccept={() => take(step.text, step.isCurrent)}
          onEdit={() => {
            edit(step.text);
            setStep({ kind: 'editing' });
          }}
          onBack={() => setStep(step.back)}
        />
      )}
      {step.kind === 'replacing' && (
        <TextChanged
          text={text}
          draft={step.text}
          onReplace={() => onAccept(step.text)}
          onAppend={() => onAccept(`${text.trimEnd()}\n\n${step.text}`)}
          onBack={() => setStep(step.back.kind === 'confirming' ? step.back.back : step.back)}
        />
      )}
      {!isAsking && (
        <div className="row">
          {shown && (
            <button
              type="button"
              className={draftWon && open.length === 0 ? 'button button-primary' : 'button'}
              disabled={choosing !== null && choosing.taken.size === 0}
              onClick={accept}
            >
              {open.length > 0 ? `Accept with ${count(open.length, 'open finding')}…` : 'Accept'}
            </button>
          )}
          {shown && step.kind === 'looking' && (
            <>
              <button type="button" className="button" onClick={() => setStep({ kind: 'editing' })}>
                Edit first
              </button>
              <button
                type="button"
                className="button"
                onClick={() => setStep({ kind: 'choosing', base: text, taken: new Set() })}
              >
                Choose change by change
              </button>
            </>
          )}
          {(step.kind === 'editing' || choosing) && (
            <button type="button" className="button" onClick={() => setStep(LOOKING)}>
              {choosing ? 'Back to the whole draft' : 'Stop editing'}
            </button>
          )}
          {shown && !choosing && edits.has(shownNumber) && (
            <button type="button" className="button" onClick={dropEdits}>
              Drop my edits
            </button>
          )}
          <button
            type="button"
            className={draftWon ? 'button' : 'button button-primary'}
            onClick={onKeepMine}
          >
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
          <Scores run={run} />
        </details>
      )}
    </div>
  );
}

function Views({ view, onView }: { view: View; onView(view: View): void }) {
  const button = (one: View, label: string) => (
    <button
      type="button"
      className="button button-quiet button-small"
      aria-pressed={view === one}
      onClick={() => onView(view === one ? 'reading' : one)}
    >
      {label}
    </button>
  );
  return (
    <div className="row">
      {button('findings', 'Mark findings in the text')}
      {button('comparing', 'Compare with my text')}
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
