import { type ReactNode, Suspense, useRef } from 'react';
import { canBeBuilt } from '../../../domain/enhancement/built';
import type { AnsweringModels } from '../../../domain/enhancement/modelRoles';
import type { Origin } from '../../../domain/history/revision';
import { LIMITS } from '../../../domain/limits';
import type { DocumentSoFar } from '../../../domain/questions';
import type { Section } from '../../../domain/sections';
import { DEFAULT_THEME, type ThemeId, themeById } from '../../../domain/themes';
import { hasQuestions } from '../../../domain/todo';
import { Icon } from '../../components/Icon';
import { Problem } from '../../components/Problem';
import { Decided } from './Decided';
import { type Decision, sectionState, shownOf } from './enhanceState';
import { originOf } from './originOf';
import { inOtherVoice, wouldRepeat } from './run/runs';
import type { Enhancements } from './run/useEnhancements';
import { SensitiveWarning } from './sending/SensitiveWarning';
import { sensitiveMatter } from './sending/sensitive';
import './enhance.css';
import { lazily } from '../../components/lazily';
import { say, translated } from '../../language/say';

/** Diffs, fact checks and tables are needed when a run is over, and its stages once one was asked for. */
const RunResult = lazily(() => import('./result/RunResult'));
const RunProgress = lazily(() => import('./run/RunProgress'));
const BeforeSending = lazily(() => import('./sending/BeforeSending'));
const BuildFrom = lazily(() => import('./building/BuildFrom'));
const WhatIsMissing = lazily(() => import('./questions/WhatIsMissing'));

interface Props {
  section: Section;
  theme: ThemeId;
  text: string;
  /** The post-mortem that the section stands in. */
  document: DocumentSoFar;
  enhancements: Enhancements;
  /** Who drafts and judges. */
  models: AnsweringModels;
  /** Saves what is unsaved, because a run belongs to a stored post-mortem. Rejects when that fails. */
  prepare(): Promise<void>;
  /** `from` is where the text came from, when it was not typed. */
  onText(text: string, from?: Origin): void;
  /** What else can be done with the section; stands beside the button. */
  tools?: ReactNode;
}

/** "Enhance" below a section, from the click to what the author makes of it. */
export function EnhanceSection(props: Props) {
  const { section, theme, text, document, enhancements, models, prepare, onText, tools } = props;
  const { state, userId, send } = enhancements;
  const { asked, problem, warning, decision } = sectionState(state, section.id);
  const shown = shownOf(state, section.id, text, Date.now());
  const button = useRef<HTMLButtonElement>(null);
  const name = translated(section.label).toLowerCase();
  const tooLong = text.length > LIMITS.sectionLength;
  const isRunning = shown.kind === 'running';

  /** What else the last one was drafted from: asking again asks for the same. */
  const lastMaterial = useRef<string | null>(null);
  const start = (voice: ThemeId = theme) => {
    const material = lastMaterial.current;
    void enhancements.start(
      { section: section.id, theme: voice, text, ...(material && { material }) },
      prepare,
    );
  };
  const startOrWarn = (material: string | null) => {
    lastMaterial.current = material;
    const about = themeById(theme).jokes ? sensitiveMatter(`${text}\n${material ?? ''}`) : null;
    if (about === null) start();
    else send({ type: 'warn', section: section.id, about });
  };
  const decide = (kind: Decision['kind'], runId: string, after: string, from?: Origin) => {
    if (after !== text) onText(after, from);
    enhancements.decide(section.id, { kind, runId, before: text, after });
  };
  const undo = () => {
    const undone = enhancements.undo(section.id);
    if (undone && undone.before !== undone.after) onText(undone.before, 'restored');
    button.current?.focus({ preventScroll: true });
  };

  const colleagues =
    (shown.kind === 'running' || shown.kind === 'result') && shown.run && shown.run.owner !== userId;
  return (
    <div className="enhance stack">
      <div className="row section-tools" data-busy={isRunning || undefined}>
        <button
          ref={button}
          type="button"
          className="button enhance-button"
          data-shortcut="enhance"
          aria-disabled={isRunning || tooLong}
          onClick={() => {
            if (!tooLong && !isRunning) startOrWarn(null);
          }}
        >
          {isRunning ? <span className="spinner" /> : <Icon name="enhance" />}
          <span>
            {say('Enhance')}
            <span className="visually-hidden"> {name}</span>
          </span>
        </button>
        {shown.kind === 'dealtWith' && decision === null && (
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => send({ type: 'reopen', section: section.id, runId: shown.run.id })}
          >
            {say('Show the last drafts')}
            <span className="visually-hidden"> {say('of {name}', { name })}</span>
          </button>
        )}
        {tools}
        <Suspense fallback={null}>
          {canBeBuilt(section.id, document) && !isRunning && !tooLong && (
            <BuildFrom
              section={section}
              theme={theme}
              text={text}
              document={document}
              models={models}
              onBuild={startOrWarn}
            />
          )}
          <BeforeSending section={section} theme={theme} text={text} document={document} models={models} />
        </Suspense>
        {tooLong && <span className="small soft">{say('Too long to enhance.')}</span>}
      </div>
      {warning !== null && (
        <SensitiveWarning
          about={warning}
          theme={themeById(theme)}
          onCalm={() => start(DEFAULT_THEME.id)}
          onGoOn={() => start()}
          onClose={() => send({ type: 'leaveWarning', section: section.id })}
        />
      )}
      {/* A result on the screen asks its own questions. */}
      {hasQuestions(text) && shown.kind !== 'result' && (
        <Suspense fallback={null}>
          <WhatIsMissing where={say('in your text')} text={text} onText={onText} />
        </Suspense>
      )}
      {problem !== null && (
        <Problem error={problem}>
          <button type="button" className="button" onClick={() => startOrWarn(lastMaterial.current)}>
            {say('Try again')}
          </button>
        </Problem>
      )}
      {colleagues && (
        <p className="small soft">{say('A colleague who may edit this document asked for these drafts.')}</p>
      )}
      {shown.kind === 'running' && (
        <Suspense fallback={<p className="soft">{say('Asking for drafts…')}</p>}>
          <RunProgress
            stage={shown.run?.stage ?? null}
            startedAt={shown.since}
            drafts={shown.run?.drafts ?? []}
            ahead={state.ahead.get(shown.run?.id ?? asked?.id ?? '') ?? 0}
            models={models}
            interrupted={state.interrupted}
            onCheckAgain={enhancements.checkAgain}
            onStartAgain={() => startOrWarn(shown.run?.material ?? lastMaterial.current)}
          />
        </Suspense>
      )}
      {shown.kind === 'result' && (
        <Suspense fallback={<p className="soft">{say('The drafts are here…')}</p>}>
          <RunResult
            key={shown.run.id}
            run={shown.run}
            text={text}
            otherVoice={inOtherVoice(state.runs, shown.run)}
            onAccept={(draft) => decide('accepted', shown.run.id, draft, originOf(draft, shown.run.drafts))}
            onKeepMine={() => decide('kept', shown.run.id, text)}
            onTryAgain={
              wouldRepeat(state.runs, shown.run, text, theme)
                ? null
                : () => startOrWarn(shown.run.material ?? null)
            }
          />
        </Suspense>
      )}
      {decision && <Decided decision={decision} text={text} onUndo={undo} />}
    </div>
  );
}
