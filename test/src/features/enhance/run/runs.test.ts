import { type Draft, OUTCOMES, type Outcome, type Verdict } from '../../../../../domain/enhancement';
import { OFFLINE_DRAFTER } from '../../../../../domain/enhancement/modelRoles';
import type { Enhancement } from '../../../../../src/data/types';
import { cost, span } from '../../../../../src/features/enhance/amounts';
import { outcomeWords } from '../../../../../src/features/enhance/result/outcome';
import { Decisions } from '../../../../../src/features/enhance/run/decisions';
import {
  changedSince,
  inOtherVoice,
  latestRun,
  type Runs,
  winningText,
  withSnapshot,
  withSnapshots,
  wouldRepeat,
} from '../../../../../src/features/enhance/run/runs';
import { MemoryStorage } from '../../../fakes/memoryStorage';
import { run } from '../enhancement';
import { draft } from '../result/draft';

const NONE: Runs = new Map();

describe('snapshots of a run', () => {
  it('move the run forward', () => {
    const runs = withSnapshots(NONE, [run(0, 'QUEUED'), run(1, 'DRAFTING'), run(3, 'JUDGING')]);
    expect(runs.get('run')?.stage).toBe('JUDGING');
  });

  it('that come late do not move it back', () => {
    const runs = withSnapshots(NONE, [run(3, 'JUDGING'), run(1, 'DRAFTING')]);
    expect(runs.get('run')?.stage).toBe('JUDGING');
  });

  it('cannot reopen a run that is over', () => {
    const runs = withSnapshots(NONE, [run(4, 'FINISHED'), run(9, 'DRAFTING')]);
    expect(runs.get('run')?.stage).toBe('FINISHED');
  });

  it('that say nothing new do not redraw the screen', () => {
    const runs = withSnapshot(NONE, run(4, 'FINISHED'));
    expect(withSnapshot(runs, run(4, 'FINISHED'))).toBe(runs);
  });
});

it('shows the run that was started last, of that section', () => {
  const runs = withSnapshots(NONE, [
    run(4, 'FINISHED', { id: 'first' }),
    run(0, 'QUEUED', { id: 'second', startedAt: '2026-03-04T12:05:00.000Z' }),
    run(0, 'QUEUED', { id: 'elsewhere', section: 'impact', startedAt: '2026-03-04T13:00:00.000Z' }),
  ]);
  expect(latestRun(runs, 'description')?.id).toBe('second');
  expect(latestRun(runs, 'summary')).toBeUndefined();
});

it('notices that the author has rewritten the section since, but not a trailing line break', () => {
  expect(changedSince(run(0, 'QUEUED'), 'it broke again')).toBe(true);
  expect(changedSince(run(0, 'QUEUED'), 'it broke\n')).toBe(false);
});

const verdict = (outcome: Outcome, winner: number): Verdict => ({
  outcome,
  winner,
  reasoning: '',
  scores: [],
  unsupportedClaims: [],
  tieBreak: null,
  fallbackReason: null,
  judges: [],
});

describe('two voices', () => {
  const won = (id: string, more: Partial<Enhancement>) =>
    run(4, 'FINISHED', { id, drafts: [draft('It fell.')], verdict: verdict('JUDGED', 1), ...more });

  it('are compared when both started from the same text', () => {
    const here = won('here', {});
    const runs = withSnapshots(NONE, [
      here,
      won('there', { theme: 'addams' }),
      won('older text', { theme: 'addams', source: 'something else', startedAt: '2026-03-04T13:00:00.000Z' }),
      won('elsewhere', { theme: 'addams', section: 'impact', startedAt: '2026-03-04T13:00:00.000Z' }),
      run(1, 'DRAFTING', { id: 'not over', theme: 'addams', startedAt: '2026-03-04T13:00:00.000Z' }),
    ]);
    expect(inOtherVoice(runs, here)?.id).toBe('there');
  });

  it('are compared by what won, which may be the author’s own text', () => {
    expect(winningText(won('draft', {}))).toBe('It fell.');
    expect(winningText(won('own', { verdict: verdict('KEEP_YOURS', 0) }))).toBe('it broke');
    expect(winningText(run(4, 'FINISHED', { verdict: verdict('NO_DRAFT', 0) }))).toBeNull();
  });
});

describe('trying again', () => {
  const rules = { ...draft('It fell.'), writtenBy: OFFLINE_DRAFTER };
  const done = (id: string, drafts: Draft[], more: Partial<Enhancement> = {}) =>
    run(4, 'FINISHED', { id, drafts, verdict: verdict('JUDGED', 1), ...more });
  const later = { startedAt: '2026-03-04T12:05:00.000Z' };

  it('is not offered where rules would write the same again', () => {
    const only = done('a', [rules]);
    const runs = withSnapshots(NONE, [only]);
    expect(wouldRepeat(runs, only, 'it broke', 'professional')).toBe(true);
    expect(wouldRepeat(runs, only, 'it broke again', 'professional')).toBe(false);
    expect(wouldRepeat(runs, only, 'it broke', 'addams')).toBe(false);
  });

  it('is offered to a model, until it has answered twice alike', () => {
    const first = done('a', [draft('It fell.')]);
    const same = done('b', [draft('It fell.')], later);
    const other = done('c', [draft('It fell over.')], later);
    expect(wouldRepeat(withSnapshots(NONE, [first]), first, 'it broke', 'professional')).toBe(false);
    expect(wouldRepeat(withSnapshots(NONE, [first, same]), same, 'it broke', 'professional')).toBe(true);
    expect(wouldRepeat(withSnapshots(NONE, [first, other]), other, 'it broke', 'professional')).toBe(false);
  });

  it('is always offered after something failed', () => {
    const failed = done('a', [rules, { ...rules, text: null, error: 'throttled' }]);
    const unjudged = done('b', [rules], { verdict: verdict('JUDGE_FALLBACK', 1) });
    const nothing = done('c', [], { verdict: verdict('NO_DRAFT', 0) });
    for (const one of [failed, unjudged, nothing]) {
      expect(wouldRepeat(withSnapshots(NONE, [one]), one, 'it broke', 'professional')).toBe(false);
    }
  });
});

describe('a finished run', () => {
  const finished = (outcome: Outcome, winner = 0) =>
    run(4, 'FINISHED', { verdict: verdict(outcome, winner) });

  it.each(OUTCOMES)('that came to %s says what happened and what to do', (outcome) => {
    const { title, next } = outcomeWords(finished(outcome));
    expect(title).not.toBe('');
    expect(next).not.toBe('');
  });

  it('says so when the author’s own text won', () => {
    expect(outcomeWords(finished('KEEP_YOURS')).title).toContain('both orders prefer your own text');
    expect(outcomeWords(finished('TIE')).title).toContain('a rule chose your own text');
  });

  it('without a verdict says that the author’s text stands', () => {
    expect(outcomeWords(run(4, 'FINISHED')).next).toContain('Your own text stands');
  });
});

it('remembers on the device which results were dealt with, and forgets on request', () => {
  const storage = new MemoryStorage();
  new Decisions(storage, 'pm').add('a');
  new Decisions(storage, 'pm').add('b');
  expect([...new Decisions(storage, 'pm').all()]).toEqual(expect.arrayContaining(['a', 'b']));
  new Decisions(storage, 'pm').remove('a');
  expect(new Decisions(storage, 'pm').all().has('a')).toBe(false);
  expect(new Decisions(storage, 'other').all().has('b')).toBe(false);
});

it('writes small costs and time spans so that they can be compared', () => {
  expect(cost(0)).toBe('no cost');
  expect(cost(0.0034)).toBe('$0.0034');
  expect(cost(0.00001)).toBe('under $0.0001');
  expect(span(340)).toBe('340 ms');
  expect(span(1_240)).toBe('1.2 s');
  expect(span(125_000)).toBe('2 min 5 s');
});
