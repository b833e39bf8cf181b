import { useDeferredValue, useId, useMemo } from 'react';
import { isHard } from '../../../../domain/facts/finding';
import type { Enhancement } from '../../../data/types';
import { draftNames } from '../names';
import WhatIsMissing from '../questions/WhatIsMissing';
import { changedSince } from '../run/runs';
import { Actions } from './Actions';
import { ChangeByChange } from './ChangeByChange';
import { ConfirmFindings } from './ConfirmFindings';
import { passages, withChanges } from './changes';
import { compare } from './comparison';
import { DraftTabs } from './DraftTabs';
import { foundInMix, stillStanding } from './findings';
import { GuardrailNotes } from './GuardrailNotes';
import { Numbers, numbersSummary } from './Numbers';
import { inPlainWords, measure } from './plainWords';
import { readableDrafts } from './readable';
import type { ResultEvent, ResultState } from './resultState';
import { Sheets } from './Sheets';
import { TextChanged } from './TextChanged';
import { VerdictHead } from './VerdictHead';
import { VoicesCompared } from './VoicesCompared';

export interface ResultProps {
  run: Enhancement;
  /** The section as it stands now. */
  text: string;
  /** The last run of the other voice on the same text. */
  otherVoice: Enhancement | undefined;
  onAccept(text: string): void;
  onKeepMine(): void;
  /** Null when another run would come to the same drafts. */
  onTryAgain: (() => void) | null;
}

interface Props extends ResultProps {
  /** What the author is doing with it. */
  state: ResultState;
  send(event: ResultEvent): void;
}

/** A finished run: the verdict, the draft beside the author's text, and what the author can do with them. */
export function ResultView(props: Props) {
  const { run, text, otherVoice, onAccept, onKeepMine, onTryAgain, state, send } = props;
  const { shown: number, edits, step } = state;
  const readable = useMemo(() => readableDrafts(run), [run]);
  const names = useMemo(() => draftNames(run.drafts), [run]);
  const shown = readable.find((one) => one.number === number);
  const name = names[number - 1];
  const shownText = edits.get(number) ?? shown?.draft.text ?? '';
  const standing = useMemo(
    () => (shown ? stillStanding(shown.draft, run, shownText) : []),
    [shown, run, shownText],
  );
  // A full section takes a tenth of a second to compare; it need not happen before a key is seen.
  const settled = useDeferredValue(shownText);
  const comparison = useMemo(() => compare(run.source, settled), [run.source, settled]);

  const base = step.kind === 'choosing' ? step.base : null;
  const offered = useMemo(() => (base === null ? [] : passages(base, shownText)), [base, shownText]);
  const candidate = step.kind === 'choosing' ? withChanges(offered, step.taken) : shownText;
  const against =
    shown && base !== null
      ? foundInMix(shown.draft, { source: base, material: run.material }, candidate)
      : standing;
  const open = against.filter(isHard);

  // What the author wrote since then is not overwritten unseen.
  const take = (taken: string, isCurrent: boolean) => {
    if (changedSince(run, text) && !isCurrent) send({ type: 'replace', text: taken });
    else onAccept(taken);
  };
  const accept = () => {
    const isCurrent = base === text;
    if (open.length > 0) send({ type: 'confirm', text: candidate, open, isCurrent });
    else take(candidate, isCurrent);
  };

  const isAsking = step.kind === 'confirming' || step.kind === 'replacing';
  const plain =
    shown && name
      ? { name: name.title, words: inPlainWords(measure(run.source, settled, standing, comparison)) }
      : null;
  return (
    <div className="run run-result stack">
      <VerdictHead run={run} plain={plain} />
      <GuardrailNotes run={run} />
      {otherVoice && <VoicesCompared run={run} other={otherVoice} />}
      {shown && name && !isAsking && (
        <>
          <DraftTabs
            run={run}
            readable={readable}
            names={names}
            shown={number}
            onShow={(one) => send({ type: 'show', number: one })}
          />
          {step.kind === 'choosing' ? (
            <ChangeByChange
              passages={offered}
              taken={step.taken}
              onTaken={(taken) => send({ type: 'choose', taken })}
            />
          ) : (
            <>
              <Sheets
                run={run}
                shown={shown}
                name={name}
                text={settled}
                findings={standing}
                comparison={comparison}
                editing={
                  step.kind === 'editing' ? (
                    <EditBox text={shownText} onChange={(edited) => send({ type: 'edit', text: edited })} />
                  ) : null
                }
              />
              <WhatIsMissing
                where={`in ${name.long}`}
                text={shownText}
                onText={(edited) => send({ type: 'edit', text: edited })}
              />
            </>
          )}
        </>
      )}
      {step.kind === 'confirming' && (
        <ConfirmFindings
          findings={step.open}
          checked={step.checked}
          onCheck={(key) => send({ type: 'check', key })}
          onAccept={() => take(step.text, step.isCurrent)}
          onEdit={() => send({ type: 'editInstead' })}
          onBack={() => send({ type: 'goBack' })}
        />
      )}
      {step.kind === 'replacing' && (
        <TextChanged
          text={text}
          draft={step.text}
          onReplace={() => onAccept(step.text)}
          onAppend={onAccept}
          onBack={() => send({ type: 'goBack' })}
        />
      )}
      <Actions
        step={step}
        hasDraft={shown !== undefined}
        draftWon={run.verdict !== null && run.verdict.winner > 0}
        hasEdits={edits.has(number)}
        open={open.length}
        length={candidate.length}
        ownText={text}
        onEvent={send}
        onAccept={accept}
        onKeepMine={onKeepMine}
        onTryAgain={onTryAgain}
      />
      {run.drafts.length > 0 && (
        <details className="numbers">
          <summary>{numbersSummary(run)}</summary>
          <Numbers run={run} />
        </details>
      )}
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
        dir="auto"
        className="edit-box"
        rows={10}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the author has just asked to edit it
        autoFocus
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
