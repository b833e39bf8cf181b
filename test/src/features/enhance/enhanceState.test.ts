import type { Enhancement } from '../../../../src/data/types';
import {
  type Decision,
  type EnhanceEvent,
  type EnhanceState,
  firstEnhanceState,
  nextEnhanceState,
  type Shown,
  sectionState,
  shownOf,
} from '../../../../src/features/enhance/enhanceState';
import { run } from './enhancement';
import { draft } from './result/draft';

const NOW = Date.parse('2026-03-04T12:00:10.000Z');
const AT = '2026-03-04T11:59:59.000Z';
const TEXT = 'it broke';
const section = 'description';

const stateAfter = (...events: EnhanceEvent[]): EnhanceState =>
  events.reduce(nextEnhanceState, firstEnhanceState(new Set()));
const shown = (state: EnhanceState, text = TEXT): Shown => shownOf(state, section, text, NOW);
const mine = (state: EnhanceState) => sectionState(state, section);

const ask: EnhanceEvent = { type: 'ask', section, id: 'run', at: AT };
const answered = (problem: unknown = null): EnhanceEvent => ({
  type: 'answered',
  section,
  id: 'run',
  problem,
});
const told = (one: Enhancement): EnhanceEvent => ({ type: 'told', run: one });
const done = run(4, 'FINISHED', { drafts: [draft('It fell.')] });
const decision: Decision = { kind: 'accepted', runId: 'run', before: TEXT, after: 'It fell.' };

describe('a section', () => {
  it('shows nothing before anything was asked', () => {
    expect(shown(stateAfter())).toEqual({ kind: 'nothing' });
  });

  it('is on its way from the click on, before the server has answered', () => {
    expect(shown(stateAfter(ask))).toEqual({ kind: 'running', run: null, since: AT });
  });

  it('follows its run through every stage to its result', () => {
    let state = stateAfter(ask);
    for (const [progress, stage] of [
      [0, 'QUEUED'],
      [1, 'DRAFTING'],
      [4, 'JUDGING'],
    ] as const) {
      const snapshot = run(progress, stage);
      state = nextEnhanceState(state, told(snapshot));
      expect(shown(state)).toMatchObject({ kind: 'running', run: snapshot });
      state = nextEnhanceState(state, answered());
      expect(shown(state)).toMatchObject({ kind: 'running', run: snapshot });
    }
    state = nextEnhanceState(state, told({ ...done, progress: 5 }));
    expect(shown(state)).toMatchObject({ kind: 'result', run: { stage: 'FINISHED' } });
  });

  it('counts from the moment the server tells when the page was opened later', () => {
    expect(shown(stateAfter(told(run(1, 'DRAFTING'))))).toMatchObject({
      since: run(1, 'DRAFTING').startedAt,
    });
  });

  it('does not show the last result while another run is asked for', () => {
    const state = stateAfter(told({ ...done, id: 'before' }), ask);
    expect(shown(state)).toEqual({ kind: 'running', run: null, since: AT });
  });

  it('shows what it showed before when a run could not be started, and why it could not', () => {
    const problem = new Error('no network');
    const state = stateAfter(told({ ...done, id: 'before' }), ask, answered(problem));
    expect(shown(state)).toMatchObject({ kind: 'result', run: { id: 'before' } });
    expect(mine(state).problem).toBe(problem);
    expect(mine(nextEnhanceState(state, ask)).problem).toBeNull();
  });

  it('takes no answer to a run that was given up for another one', () => {
    const again: EnhanceEvent = { type: 'ask', section, id: 'another', at: AT };
    const state = stateAfter(ask, again, answered(new Error('late')));
    expect(mine(state)).toMatchObject({ asked: { id: 'another' }, problem: null });
  });

  it('has ended, though unheard, when no execution can live any more', () => {
    const old = run(4, 'JUDGING', { startedAt: '2026-03-04T10:00:00.000Z' });
    expect(shown(stateAfter(told(old)))).toMatchObject({ kind: 'result', run: { verdict: null } });
  });

  it('knows nothing of what happens in another one', () => {
    const state = stateAfter({ type: 'ask', section: 'impact', id: 'other', at: AT });
    expect(shown(state)).toEqual({ kind: 'nothing' });
  });
});

describe('the warning before a joke', () => {
  const warn: EnhanceEvent = { type: 'warn', section, about: 'harm to people' };

  it('stands until the author goes on or leaves it', () => {
    expect(mine(stateAfter(warn)).warning).toBe('harm to people');
    expect(mine(stateAfter(warn, ask)).warning).toBeNull();
    expect(mine(stateAfter(warn, { type: 'leaveWarning', section })).warning).toBeNull();
  });

  it('starts nothing by itself', () => {
    expect(shown(stateAfter(warn))).toEqual({ kind: 'nothing' });
  });
});

describe('a decision', () => {
  const decide: EnhanceEvent = { type: 'decide', section, decision };
  const undo: EnhanceEvent = { type: 'undo', section };

  it('puts the result away, and undoing it brings it back as it was', () => {
    const state = stateAfter(told(done), decide);
    expect(shown(state, 'It fell.')).toEqual({ kind: 'dealtWith', run: done });
    expect(mine(state).decision).toBe(decision);
    const undone = nextEnhanceState(state, undo);
    expect(shown(undone)).toEqual({ kind: 'result', run: done });
    expect(undone.decided.has('run')).toBe(false);
    expect(mine(undone).decision).toBeNull();
  });

  it('that was undone shows the draft again even where it is the section’s text', () => {
    expect(shown(stateAfter(told(done), decide, undo), 'It fell.').kind).toBe('result');
  });

  it('cannot be undone once the author asks again', () => {
    const state = stateAfter(told(done), decide, { ...ask, id: 'next' } as EnhanceEvent);
    expect(nextEnhanceState(state, undo)).toBe(state);
  });

  it('of an earlier visit is remembered, and its drafts can be looked at again', () => {
    const state = nextEnhanceState(firstEnhanceState(new Set(['run'])), told(done));
    expect(shown(state).kind).toBe('dealtWith');
    expect(shown(nextEnhanceState(state, { type: 'reopen', section, runId: 'run' })).kind).toBe('result');
  });

  it('on another device shows by the text: what stands in the section was taken', () => {
    expect(shown(stateAfter(told(done)), 'It fell.').kind).toBe('dealtWith');
  });

  it('is made anew of every result', () => {
    const next = run(4, 'FINISHED', { id: 'next', startedAt: '2026-03-04T12:00:05.000Z' });
    expect(shown(stateAfter(told(done), decide, told(next))).kind).toBe('result');
  });
});

describe('what the page knows of runs', () => {
  it('is not redrawn by what says nothing new', () => {
    const state = stateAfter(told(done), { type: 'inLine', runId: 'run', ahead: 2 });
    for (const event of [
      told(done),
      { type: 'read', runs: [done] },
      { type: 'connected' },
      { type: 'inLine', runId: 'run', ahead: 2 },
    ] as EnhanceEvent[]) {
      expect(nextEnhanceState(state, event)).toBe(state);
    }
  });

  it('says that it could not be read until it is read', () => {
    const error = new Error('500');
    expect(stateAfter({ type: 'unreadable', error }).error).toBe(error);
    expect(stateAfter({ type: 'unreadable', error }, { type: 'read', runs: [] }).error).toBeNull();
  });

  it('says that live updates are cut off until they flow again', () => {
    expect(stateAfter({ type: 'interrupted' }).interrupted).toBe(true);
    expect(stateAfter({ type: 'interrupted' }, { type: 'connected' }).interrupted).toBe(false);
  });

  it('says how many wait before a run, as told last', () => {
    const state = stateAfter(
      { type: 'inLine', runId: 'run', ahead: 3 },
      { type: 'inLine', runId: 'run', ahead: 1 },
    );
    expect(state.ahead.get('run')).toBe(1);
  });
});
