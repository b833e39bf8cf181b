import type { SectionId } from '../../../domain/sections';
import type { Enhancement } from '../../data/types';
import { isOver, latestRun, type Runs, withSnapshots } from './run/runs';
import { asItMustBe } from './run/unheard';

/** What the author made of a result, and what it takes to go back. */
export interface Decision {
  kind: 'accepted' | 'kept';
  runId: string;
  before: string;
  after: string;
}

/** What the author did with one section since the page was opened. */
export interface SectionState {
  /** The run that was asked for, until the server has said whether there is one. `at` is by this device's clock. */
  asked: { id: string; at: string } | null;
  /** Why the last one could not be started, or null. */
  problem: unknown;
  /** What the section is about that does not go with dark humour, while the author is asked. */
  warning: string | null;
  /** The last decision, for as long as it can be undone. */
  decision: Decision | null;
  /** The result that was dealt with and that the author looks at again. */
  reopened: string | null;
}

/** Everything that "Enhance" knows of a document. What is done within one result is in `result/resultState.ts`. */
export interface EnhanceState {
  runs: Runs;
  /** Results that were dealt with, on this device. */
  decided: ReadonlySet<string>;
  /** How many of the author's own runs began before one that waits and still go on, by its id. */
  ahead: ReadonlyMap<string, number>;
  /** Live updates are cut off at the moment. */
  interrupted: boolean;
  /** Why the state of the runs could not be read, or null. */
  error: unknown;
  sections: Readonly<Partial<Record<SectionId, SectionState>>>;
}

export type EnhanceEvent =
  /** A live snapshot, or the answer to a start. */
  | { type: 'told'; run: Enhancement }
  /** The list was read, whole or only what is new in it. */
  | { type: 'read'; runs: readonly Enhancement[] }
  | { type: 'unreadable'; error: unknown }
  | { type: 'inLine'; runId: string; ahead: number }
  | { type: 'interrupted' }
  | { type: 'connected' }
  | { type: 'warn'; section: SectionId; about: string }
  | { type: 'leaveWarning'; section: SectionId }
  | { type: 'ask'; section: SectionId; id: string; at: string }
  /** The server has answered what was asked. `problem` is null when the run is there. */
  | { type: 'answered'; section: SectionId; id: string; problem: unknown }
  | { type: 'decide'; section: SectionId; decision: Decision }
  | { type: 'undo'; section: SectionId }
  | { type: 'reopen'; section: SectionId; runId: string };

const UNTOUCHED: SectionState = { asked: null, problem: null, warning: null, decision: null, reopened: null };

export const firstEnhanceState = (decided: ReadonlySet<string>): EnhanceState => ({
  runs: new Map(),
  decided,
  ahead: new Map(),
  interrupted: false,
  error: null,
  sections: {},
});

export const sectionState = (state: EnhanceState, section: SectionId): SectionState =>
  state.sections[section] ?? UNTOUCHED;

/** The next state after what happened. What does not fit changes nothing. */
export function nextEnhanceState(state: EnhanceState, event: EnhanceEvent): EnhanceState {
  switch (event.type) {
    case 'told':
      return withRuns(state, [event.run]);
    case 'read': {
      const read = withRuns(state, event.runs);
      return read.error === null ? read : { ...read, error: null };
    }
    case 'unreadable':
      return { ...state, error: event.error };
    case 'inLine':
      return state.ahead.get(event.runId) === event.ahead
        ? state
        : { ...state, ahead: new Map(state.ahead).set(event.runId, event.ahead) };
    case 'interrupted':
    case 'connected': {
      const interrupted = event.type === 'interrupted';
      return state.interrupted === interrupted ? state : { ...state, interrupted };
    }
    case 'warn':
      return change(state, event.section, { warning: event.about });
    case 'leaveWarning':
      return change(state, event.section, { warning: null });
    case 'ask': {
      const { id, at } = event;
      return change(state, event.section, {
        asked: { id, at },
        problem: null,
        warning: null,
        decision: null,
      });
    }
    case 'answered': {
      const { asked } = sectionState(state, event.section);
      if (asked?.id !== event.id) return state;
      return change(state, event.section, { asked: null, problem: event.problem });
    }
    case 'decide': {
      const { section, decision } = event;
      const decided = new Set(state.decided).add(decision.runId);
      return change({ ...state, decided }, section, { decision, reopened: null });
    }
    case 'undo': {
      const { decision } = sectionState(state, event.section);
      if (!decision) return state;
      const decided = new Set([...state.decided].filter((id) => id !== decision.runId));
      return change({ ...state, decided }, event.section, { decision: null, reopened: decision.runId });
    }
    case 'reopen':
      return change(state, event.section, { reopened: event.runId });
  }
}

function change(state: EnhanceState, section: SectionId, part: Partial<SectionState>): EnhanceState {
  return {
    ...state,
    sections: { ...state.sections, [section]: { ...sectionState(state, section), ...part } },
  };
}

function withRuns(state: EnhanceState, snapshots: readonly Enhancement[]): EnhanceState {
  const runs = withSnapshots(state.runs, snapshots);
  return runs === state.runs ? state : { ...state, runs };
}

/** What stands below a section. */
export type Shown =
  | { kind: 'nothing' }
  /** `run` is null until the server has answered. `since` is when it was asked for. */
  | { kind: 'running'; run: Enhancement | null; since: string }
  | { kind: 'result'; run: Enhancement }
  /** The author has dealt with it; it can be shown again. */
  | { kind: 'dealtWith'; run: Enhancement };

/** What a section shows of its runs, given its text and the time in milliseconds. */
export function shownOf(state: EnhanceState, section: SectionId, text: string, now: number): Shown {
  const { asked, reopened } = sectionState(state, section);
  const recorded = latestRun(state.runs, section);
  const run = recorded && asItMustBe(recorded, now);
  if (asked && run?.id !== asked.id) return { kind: 'running', run: null, since: asked.at };
  if (!run) return { kind: 'nothing' };
  if (!isOver(run)) return { kind: 'running', run, since: asked?.at ?? run.startedAt };
  if (run.id === reopened) return { kind: 'result', run };
  // On another device nothing is known of the decision, but a draft that is the section's text was taken.
  const isTaken = run.drafts.some((draft) => draft.text === text);
  return { kind: state.decided.has(run.id) || isTaken ? 'dealtWith' : 'result', run };
}
