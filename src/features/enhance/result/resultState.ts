import type { DraftFinding } from '../../../../domain/enhancement';

/** What the author is doing with a result. */
export type Step =
  | { kind: 'looking' }
  | { kind: 'editing' }
  /** `base` is the author's text that the changes are taken into; `taken` holds their groups. */
  | { kind: 'choosing'; base: string; taken: ReadonlySet<number> }
  /** `text` has open findings, and is taken only after each was looked at. */
  | { kind: 'confirming'; text: string; open: readonly DraftFinding[]; isCurrent: boolean; back: Step }
  /** The author has written on since the run began, and `text` would replace that. */
  | { kind: 'replacing'; text: string; back: Step };

export interface ResultState {
  /** The draft beside the author's text, by its number. */
  shown: number;
  /** Drafts as the author has edited them, by number. */
  edits: ReadonlyMap<number, string>;
  step: Step;
}

export type ResultEvent =
  | { type: 'show'; number: number }
  | { type: 'edit'; text: string }
  | { type: 'startEditing' }
  | { type: 'startChoosing'; base: string }
  | { type: 'choose'; taken: ReadonlySet<number> }
  | { type: 'lookAgain' }
  | { type: 'dropEdits' }
  | { type: 'confirm'; text: string; open: readonly DraftFinding[]; isCurrent: boolean }
  | { type: 'replace'; text: string }
  | { type: 'editInstead' }
  | { type: 'goBack' };

const LOOKING: Step = { kind: 'looking' };

export const firstState = (shown: number): ResultState => ({ shown, edits: new Map(), step: LOOKING });

/** The next state after what the author did. What does not fit the step changes nothing. */
export function nextState(state: ResultState, event: ResultEvent): ResultState {
  const { shown, step } = state;
  switch (event.type) {
    case 'show':
      return { ...state, shown: event.number, step: LOOKING };
    case 'edit':
      return { ...state, edits: new Map(state.edits).set(shown, event.text) };
    case 'startEditing':
      return { ...state, step: { kind: 'editing' } };
    case 'startChoosing':
      return { ...state, step: { kind: 'choosing', base: event.base, taken: new Set() } };
    case 'choose':
      return step.kind === 'choosing' ? { ...state, step: { ...step, taken: event.taken } } : state;
    case 'lookAgain':
      return { ...state, step: LOOKING };
    case 'dropEdits':
      return {
        ...state,
        edits: new Map([...state.edits].filter(([number]) => number !== shown)),
        step: LOOKING,
      };
    case 'confirm': {
      const { text, open, isCurrent } = event;
      return { ...state, step: { kind: 'confirming', text, open, isCurrent, back: step } };
    }
    case 'replace':
      return { ...state, step: { kind: 'replacing', text: event.text, back: step } };
    case 'editInstead':
      if (step.kind !== 'confirming') return state;
      return {
        ...state,
        edits: new Map(state.edits).set(shown, step.text),
        step: { kind: 'editing' },
      };
    case 'goBack':
      return { ...state, step: whereItBegan(step) };
  }
}

/** Both questions lead back to what the author was doing, and not to each other. */
function whereItBegan(step: Step): Step {
  return step.kind === 'confirming' || step.kind === 'replacing' ? whereItBegan(step.back) : step;
}
