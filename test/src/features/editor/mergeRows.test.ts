import type { Row } from '../../../../src/features/editor/cells';
import { mergeLabels, mergeRows } from '../../../../src/features/editor/mergeRows';
import fc from '../../../properties';

const row = (at: string, text: string, more: Row = {}): Row => ({ at, text, ...more });
const DEPLOY = row('14:02', 'Deploy of 2.9.0');
const ALERT = row('14:06', 'Alert fired');
const GREEN = row('14:25', 'All green');
const BASE = [DEPLOY, ALERT, GREEN];

describe('two people at one timeline', () => {
  it('who each add a row at its end have both, the stored one first', () => {
    const [mine, theirs] = [row('14:30', 'Customers told'), row('14:31', 'Status page closed')];
    expect(mergeRows(BASE, [...BASE, mine], [...BASE, theirs])).toEqual([...BASE, theirs, mine]);
  });

  it('of whom one adds rows between others while one mends a row have both where they belong', () => {
    const added = row('14:04', 'First errors');
    const mended = row('14:06', 'Alert fired, second page');
    expect(mergeRows(BASE, [DEPLOY, added, ALERT, GREEN], [DEPLOY, mended, GREEN])).toEqual([
      DEPLOY,
      added,
      mended,
      GREEN,
    ]);
  });

  it('who mend different cells of one row have both', () => {
    const mine = row('14:06', 'Alert fired', { kind: 'detection' });
    const theirs = row('14:07', 'Alert fired');
    expect(mergeRows([ALERT], [mine], [theirs])).toEqual([
      row('14:07', 'Alert fired', { kind: 'detection' }),
    ]);
  });

  it('who both import the same thread have it once', () => {
    const thread = [row('14:10', 'rolling back'), row('14:12', 'rolled back')];
    expect(mergeRows(BASE, [...BASE, ...thread], [...BASE, ...thread])).toEqual([...BASE, ...thread]);
  });

  it('of whom one mends the last row and goes on below it keep the order of each', () => {
    const mended = row('14:25', 'All green again');
    const [mine, theirs] = [row('14:40', 'Reviewed'), row('14:27', 'Pages closed')];
    expect(mergeRows(BASE, [DEPLOY, ALERT, mended, mine], [...BASE, theirs])).toEqual([
      DEPLOY,
      ALERT,
      mended,
      theirs,
      mine,
    ]);
  });

  it('of whom one sorts the rows while one writes in them have them sorted, with what was written', () => {
    const late = [GREEN, DEPLOY, ALERT];
    expect(mergeRows(late, BASE, [GREEN, row('14:02', 'Deploy of 2.9.1'), ALERT])).toEqual([
      row('14:02', 'Deploy of 2.9.1'),
      ALERT,
      GREEN,
    ]);
  });

  it('who both begin a row have one each', () => {
    const blank = row('', '');
    expect(mergeRows(BASE, [...BASE, blank], [...BASE, blank])).toHaveLength(4);
    expect(mergeRows(BASE, [blank, ...BASE], [...BASE, blank])).toEqual([blank, ...BASE, blank]);
    expect(
      mergeRows([...BASE, blank], [...BASE, row('15:00', 'Mine')], [...BASE, blank, row('', 'Theirs')]),
    ).toEqual([...BASE, row('15:00', 'Mine'), row('', 'Theirs')]);
  });

  it('whose cells were filled in another order have changed nothing by that', () => {
    const typed = { text: 'Alert fired', at: '14:06' };
    expect(mergeRows([ALERT], [{ ...typed, kind: 'detection' }], [typed])).toEqual([
      { at: '14:06', text: 'Alert fired', kind: 'detection' },
    ]);
    expect(mergeRows([typed], [], [ALERT])).toEqual([]);
  });

  it.each([
    [
      'write one cell differently',
      [row('14:03', 'Deploy of 2.9.0'), ALERT, GREEN],
      [row('14:01', 'Deploy of 2.9.0'), ALERT, GREEN],
    ],
    ['mend and take out one row', [DEPLOY, row('14:06', 'Alert at last'), GREEN], [DEPLOY, GREEN]],
    ['who move rows to different places', [GREEN, DEPLOY, ALERT], [ALERT, DEPLOY, GREEN]],
  ])('who %s have to choose', (_, mine, theirs) => {
    expect(mergeRows(BASE, mine, theirs)).toBeNull();
    expect(mergeRows(BASE, theirs, mine)).toBeNull();
  });
});

describe('two people at one list of actions', () => {
  const item = (text: string, owner: string, more: Row = {}): Row => ({
    text,
    owner,
    dueDate: '',
    done: false,
    ...more,
  });
  const old = item('Fix the DNS TTL', 'Ann');

  it.each([
    ['puts another in the place of one', [item('Write a runbook', 'Bob')], [{ ...old, done: true }]],
    [
      'takes one out and adds another of the same owner',
      [item('Write a runbook', 'Ann')],
      [{ ...old, done: true, ticket: 'OPS-1', ticketState: 'CLOSED' }],
    ],
  ])(
    'are asked, where one %s and the other finishes the first: nothing new is done by that',
    (_, mine, theirs) => {
      expect(mergeRows([old], mine, theirs)).toBeNull();
      expect(mergeRows([old], theirs, mine)).toBeNull();
    },
  );

  it('are asked where one changes the ticket and the other its state', () => {
    const base = { ...old, ticket: 'OPS-1', ticketState: 'OPEN' };
    const [mine, theirs] = [
      { ...base, ticket: 'OPS-2' },
      { ...base, ticketState: 'CLOSED' },
    ];
    expect(mergeRows([base], [mine], [theirs])).toBeNull();
  });

  it('have both where one says it better and the other finishes it', () => {
    const said = { ...old, text: 'Fix the TTL of DNS records' };
    expect(mergeRows([old], [said], [{ ...old, done: true }])).toEqual([{ ...said, done: true }]);
  });
});

describe('whatever two people do to a list', () => {
  const cell = fc.constantFrom('', '14:02', 'Deploy', 'Alert', 'Rolled back', 'Page');
  const rows = fc.array(fc.record({ at: cell, text: cell, owner: cell }), { maxLength: 6 });

  it('a version that nobody else changed stays as it is, and so does one that both made', () => {
    fc.assert(
      fc.property(rows, rows, (base, changed) => {
        expect(mergeRows(base, changed, base)).toEqual(changed);
        expect(mergeRows(base, base, changed)).toEqual(changed);
        expect(mergeRows(base, changed, changed)).toEqual(changed);
      }),
    );
  });

  /** What somebody does to a list: every cell that they write is told apart from all others. */
  const act = fc.tuple(fc.constantFrom('add', 'write', 'remove', 'move'), fc.nat(9), fc.nat(9), fc.boolean());
  const changed = (
    base: readonly Row[],
    author: string,
    acts: ReadonlyArray<[string, number, number, boolean]>,
  ) =>
    acts.reduce<Row[]>(
      (list, [what, at, to, isTime], index) => {
        const from = at % Math.max(1, list.length);
        const one = list[from];
        if (what === 'add')
          list.splice(to % (list.length + 1), 0, row(`${author}${index}`, `${author} ${index}`));
        else if (one === undefined) return list;
        else if (what === 'write')
          list[from] = {
            ...one,
            [isTime ? 'at' : 'text']: `${isTime ? one.at : one.text}, ${author} ${index}`,
          };
        else if (what === 'remove') list.splice(from, 1);
        else list.splice(to % list.length, 0, ...list.splice(from, 1));
        return list;
      },
      [...base],
    );
  const cells = (list: readonly Row[]) => new Set(list.flatMap((one) => Object.values(one)));

  it('what either wrote and what both left is in it once, and what either took out is not', () => {
    const base = Array.from({ length: 5 }, (_, index) => row(`b${index}`, `base ${index}`));
    const before = cells(base);
    let [asked, merges] = [0, 0];
    fc.assert(
      fc.property(fc.array(act, { maxLength: 4 }), fc.array(act, { maxLength: 4 }), (one, other) => {
        const [mine, theirs] = [changed(base, 'mine', one), changed(base, 'theirs', other)];
        const merged = mergeRows(base, mine, theirs);
        if (merged === null) {
          asked += 1;
          return;
        }
        merges += 1;
        const [here, there] = [cells(mine), cells(theirs)];
        const expected = [...new Set([...here, ...there])].filter(
          (cell) => !before.has(cell) || (here.has(cell) && there.has(cell)),
        );
        const all = merged.flatMap((each) => Object.values(each));
        expect([...all].sort()).toEqual([...expected].sort());
      }),
      { numRuns: 500 },
    );
    // A merge that always asks would keep everything, too.
    expect(merges).toBeGreaterThan(asked);
  });
});

test('labels of both are there once, and what either took off is gone', () => {
  expect(mergeLabels(['dns', 'eu'], ['dns', 'tls'], ['eu', 'dns', 'tls', 'us'])).toEqual([
    'dns',
    'tls',
    'us',
  ]);
});
