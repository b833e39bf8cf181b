import {
  firstState,
  nextState,
  type ResultEvent,
  type ResultState,
} from '../../../../../src/features/enhance/result/resultState';
import { finding } from './draft';

const stateAfter = (...events: ResultEvent[]): ResultState => events.reduce(nextState, firstState(2));
const open = [finding('37 minutes', '37 minutes')];

describe('what an author does with a result', () => {
  it('begins with the draft that stands first, as it was written', () => {
    expect(stateAfter()).toMatchObject({ shown: 2, step: { kind: 'looking' } });
    expect(stateAfter().edits.size).toBe(0);
  });

  it('keeps the edits of each draft while another one is looked at', () => {
    const state = stateAfter(
      { type: 'edit', text: 'two' },
      { type: 'show', number: 1 },
      { type: 'edit', text: 'one' },
    );
    expect([...state.edits]).toEqual([
      [2, 'two'],
      [1, 'one'],
    ]);
    expect(nextState(state, { type: 'dropEdits' }).edits.get(2)).toBe('two');
    expect(nextState(state, { type: 'dropEdits' }).edits.has(1)).toBe(false);
  });

  it('takes changes only while changes are chosen', () => {
    const taken = new Set([3]);
    expect(stateAfter({ type: 'choose', taken }).step.kind).toBe('looking');
    const choosing = stateAfter({ type: 'startChoosing', base: 'mine' }, { type: 'choose', taken });
    expect(choosing.step).toEqual({ kind: 'choosing', base: 'mine', taken });
  });

  it('comes back from both questions to where it was, with what was ticked', () => {
    const taken = new Set([1]);
    const asked = stateAfter(
      { type: 'startChoosing', base: 'mine' },
      { type: 'choose', taken },
      { type: 'confirm', text: 'mix', open, isCurrent: true },
      { type: 'replace', text: 'mix' },
    );
    expect(asked.step.kind).toBe('replacing');
    expect(nextState(asked, { type: 'goBack' }).step).toEqual({ kind: 'choosing', base: 'mine', taken });
  });

  it('turns a text with open findings into an edit instead of taking it', () => {
    const state = stateAfter(
      { type: 'confirm', text: 'mix', open, isCurrent: false },
      { type: 'editInstead' },
    );
    expect(state.step.kind).toBe('editing');
    expect(state.edits.get(2)).toBe('mix');
    expect(stateAfter({ type: 'editInstead' }).edits.size).toBe(0);
  });

  it('ticks and unticks what was looked at, of a question that is asked', () => {
    const confirm: ResultEvent = { type: 'confirm', text: 'mix', open, isCurrent: false };
    const check: ResultEvent = { type: 'check', key: 'a' };
    expect(stateAfter(confirm, check).step).toMatchObject({ checked: new Set(['a']) });
    expect(stateAfter(confirm, check, check).step).toMatchObject({ checked: new Set() });
    expect(stateAfter(check).step.kind).toBe('looking');
  });

  it('leaves editing and choosing when another draft is looked at', () => {
    expect(stateAfter({ type: 'startEditing' }, { type: 'show', number: 1 }).step.kind).toBe('looking');
    expect(stateAfter({ type: 'startEditing' }, { type: 'lookAgain' }).step.kind).toBe('looking');
  });
});
