import { lazy, Suspense, useRef, useState } from 'react';
import type { AnsweringModels } from '../../../domain/enhancement/modelRoles';
import { LIMITS } from '../../../domain/limits';
import type { DocumentSoFar } from '../../../domain/questions';
import type { Section } from '../../../domain/sections';
import { DEFAULT_THEME, type ThemeId, themeById } from '../../../domain/themes';
import { hasQuestions } from '../../../domain/todo';
import { Icon } from '../../components/Icon';
import { Problem } from '../../components/Problem';
import { SessionExpiredError } from '../../data/errors';
import { Decided, type Decision } from './Decided';
import { RunProgress } from './run/RunProgress';
import { isOver } from './run/runs';
import type { Enhancements } from './run/useEnhancements';
import { SensitiveWarning } from './sending/SensitiveWarning';
import { sensitiveMatter } from './sending/sensitive';
import './enhance.css';

/** Diffs, fact checks and tables are needed when a run is over, not when the page opens. */
const RunResult = lazy(() => import('./result/RunResult'));
const BeforeSending = lazy(() => import('./sending/BeforeSending'));
const WhatIsMissing = lazy(() => import('./questions/WhatIsMissing'));

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
  onText(text: string): void;
  onSessionExpired(): void;
}

/** "Enhance" below a section, from the click to what the author makes of it. */
export function EnhanceSection(props: Props) {
  const { section, theme, text, document, enhancements, models, prepare, onText, onSessionExpired } = props;
  const [asked, setAsked] = useState<{ id: string; at: string } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [decision, setDecision] = useState<Decision | null>(null);
  const [warning, setWarning] = useState<string | null>(null);
  const [reopened, setReopened] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const latest = enhancements.latest(section.id);
  const name = section.label.toLowerCase();

  const arrived = asked !== null && latest?.id === asked.id;
  const running = (asked !== null && !arrived) || (latest !== undefined && !isOver(latest));
  const result = latest && isOver(latest) && !running ? latest : undefined;
  // On another device nothing is known of the decision, but a draft that is the section's text was taken.
  const isTaken = result?.drafts.some((draft) => draft.text === text) ?? false;
  const decided =
    result !== undefined && result.id !== reopened && (enhancements.isDecided(result.id) || isTaken);

  const start = async (voice: ThemeId = theme) => {
    setWarning(null);
    const id = crypto.randomUUID();
    setAsked({ id, at: new Date().toISOString() });
    setProblem(null);
    setDecision(null);
    try {
      await prepare();
      await enhancements.start({ id, section: section.id, theme: voice, text });
    } catch (error) {
      if (error instanceof SessionExpiredError) onSessionExpired();
      else setProblem(error);
    }
    setAsked(null);
  };
  const startOrWarn = () => {
    const about = themeById(theme).jokes ? sensitiveMatter(text) : null;
    if (about === null) void start();
    else setWarning(about);
  };
  const decide = (kind: Decision['kind'], runId: string, after: string) => {
    setDecision({ kind, runId, before: text, after });
    if (after !== text) onText(after);
    setReopened(null);
    enhancements.decide(runId, true);
  };
  const undo = () => {
    if (!decision) return;
    if (decision.before !== decision.after) onText(decision.before);
    setReopened(decision.runId);
    enhancements.decide(decision.runId, false);
    setDecision(null);
    button.current?.focus({ preventScroll: true });
  };

  const tooLong = text.length > LIMITS.sectionLength;
  return (
    <div className="enhance stack">
      <div className="row">
        <button
          ref={button}
          type="button"
          className="button enhance-button"
          aria-disabled={running || tooLong}
          onClick={() => {
            if (!tooLong && !running) startOrWarn();
          }}
        >
          {running ? <span className="spinner" /> : <Icon name="enhance" />}
          <span>
            Enhance<span className="visually-hidden"> {name}</span>
          </span>
        </button>
        {decided && decision === null && (
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => setReopened(result.id)}
          >
            Show the last drafts<span className="visually-hidden"> of {name}</span>
          </button>
        )}
        <Suspense fallback={null}>
          <BeforeSending section={section} theme={theme} text={text} document={document} models={models} />
        </Suspense>
        {tooLong && <span className="small soft">Too long to enhance.</span>}
      </div>
      {warning !== null && (
        <SensitiveWarning
          about={warning}
          theme={themeById(theme)}
          onCalm={() => void start(DEFAULT_THEME.id)}
          onGoOn={() => void start()}
          onClose={() => setWarning(null)}
        />
      )}
      {/* A result on the screen asks its own questions. */}
      {hasQuestions(text) && (!result || decided) && (
        <Suspense fallback={null}>
          <WhatIsMissing where="in your text" text={text} onText={onText} />
        </Suspense>
      )}
      {problem !== null && (
        <Problem error={problem}>
          <button type="button" className="button" onClick={startOrWarn}>
            Try again
          </button>
        </Problem>
      )}
      {latest && (running || !decided) && enhancements.isColleagues(latest) && (
        <p className="small soft">A colleague who may edit this document asked for these drafts.</p>
      )}
      {running && (
        <RunProgress
          stage={latest && !isOver(latest) ? latest.stage : 'QUEUED'}
          startedAt={asked?.at ?? latest?.startedAt ?? new Date().toISOString()}
          drafts={latest && !isOver(latest) ? latest.drafts : []}
          models={models}
          interrupted={enhancements.interrupted}
          onCheckAgain={enhancements.checkAgain}
          onStartAgain={startOrWarn}
        />
      )}
      {result && !decided && (
        <Suspense fallback={<p className="soft">The drafts are here…</p>}>
          <RunResult
            key={result.id}
            run={result}
            text={text}
            otherVoice={enhancements.inOtherVoice(result)}
            onAccept={(draft) => decide('accepted', result.id, draft)}
            onKeepMine={() => decide('kept', result.id, text)}
            onTryAgain={enhancements.wouldRepeat(result, text, theme) ? null : startOrWarn}
          />
        </Suspense>
      )}
      {decision && <Decided decision={decision} text={text} onUndo={undo} />}
    </div>
  );
}
