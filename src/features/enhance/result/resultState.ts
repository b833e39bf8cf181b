import type { DraftFinding } from '../../../../domain/enhancement';

/** What the author is doing with a result. */
export type Step =
  | { kind: 'looking' }
  | { kind: 'editing' }
  /** `base` is the author's text that the changes are taken into; `taken` holds their groups. */
  | { kind: 'choosing'; base: string; taken: ReadonlySet<number> }
  /** `text` has open findings, and is taken only after each was looked at; `checked` are those by their keys. */
  | {
      kind: 'confirming';
      text: string;
      open: readonly DraftFinding[];
      checked: ReadonlySet<string>;
      isCurrent: boolean;
      back: Step;
    }
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
  /** Ticks a finding, or takes its tick away. */
  | { type: 'check'; key: string }
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
      return {
        ...state,
        step: { kind: 'confirming', text, open, checked: new Set(), isCurrent, back: step },
      };
    }
    case 'check':
      return step.kind === 'confirming'
        ? { ...state, step: { ...step, checked: toggled(step.checked, event.key) } }
        : state;
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

/** A set with this in it, or without it if it was there. */
export function toggled<One>(all: ReadonlySet<One>, one: One): ReadonlySet<One> {
  const next = new Set(all);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** Both questions lead back to what the author was doing, and not to each other. */
function whereItBegan(step: Step): Step {
  return step.kind === 'confirming' || step.kind === 'replacing' ? whereItBegan(step.back) : step;
}
