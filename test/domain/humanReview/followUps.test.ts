import { anyBeyond, comingFollowUps, stillOpen } from '../../../domain/humanReview/followUps';
import type { ActionItem } from '../../../domain/postMortem';
import fc from '../../properties';

const action = (text: string, dueDate = '', more: Partial<ActionItem> = {}): ActionItem => ({
  ...{ text, dueDate, owner: '', done: false },
  ...more,
});
const WHEN = {
  firstAt: '2026-03-04T10:00:00.000Z',
  asOf: '2026-03-02T10:00:00.000Z',
  until: '2027-02-25T10:00:00.000Z',
};

it('asks on the due date, and two days after publication about what has none or is overdue', () => {
  const coming = comingFollowUps(
    [action('a', '2026-03-20'), action('b'), action('c', '2025-01-01'), action('d', '2026-03-04')],
    WHEN,
  );
  expect(
    coming.map(({ sendAt, messages }) => [
      sendAt,
      messages.flatMap((one) => one.actions.map(({ text }) => text)),
    ]),
  ).toEqual([
    ['2026-03-04T10:00:00.000Z', ['b', 'c', 'd']],
    ['2026-03-20T09:00:00.000Z', ['a']],
  ]);
});

it('sends one message to each owner at a time, however they write the name', () => {
  const [plan] = comingFollowUps(
    [action('a', '', { owner: 'Ligéia ' }), action('b', '', { owner: 'ligeia' }), action('c')],
    WHEN,
  );
  expect(plan?.messages.map(({ owner, actions }) => [owner, actions.length])).toEqual([
    ['Ligéia', 2],
    ['', 1],
  ]);
});

it('leaves out what is done, empty, or due later than can be waited for, and says that there is such', () => {
  const actions = [action('a', '', { done: true }), action('  '), action('c', '2028-01-01')];
  expect(comingFollowUps(actions, WHEN)).toEqual([]);
  expect([anyBeyond(actions, WHEN.until), anyBeyond([action('b')], WHEN.until)]).toEqual([true, false]);
});

it('drops from a plan what is done, gone, reworded, moved or given to somebody else, and keeps the rest', () => {
  const actions = ['a', 'b', 'c', 'd', 'e'].map((text) => action(text, '2026-03-20', { owner: 'Ben' }));
  const [plan] = comingFollowUps(actions, WHEN);
  if (!plan) throw new Error('There is no plan.');
  const [a, b, c, , e] = actions as [ActionItem, ActionItem, ActionItem, ActionItem, ActionItem];
  const now = [{ ...a, done: true }, { ...b, dueDate: '2026-04-01' }, { ...c, owner: 'Ann' }, e];
  const { toSend, dropped } = stillOpen(plan, now, WHEN.firstAt);
  expect([toSend.flatMap((one) => one.actions), dropped]).toEqual([[e], []]);
  expect(stillOpen(plan, [], WHEN.firstAt)).toMatchObject({ toSend: [], dropped: [{ owner: 'Ben' }] });
});

it('asks about every open action exactly once, at one moment each, whatever the actions are', () => {
  const dates = fc.constantFrom('', '2026-03-01', '2026-03-10', '2026-05-10', 'soon', '2030-01-01');
  const any = fc.record({
    text: fc.string(),
    dueDate: dates,
    owner: fc.constantFrom('', 'Ann', 'ann', 'Ben'),
    done: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (actions) => {
      const coming = comingFollowUps(actions, WHEN);
      const asked = coming.flatMap(({ messages }) => messages.flatMap((one) => one.actions));
      const open = actions.filter(
        ({ done, text, dueDate }) => !done && text.trim() !== '' && dueDate !== '2030-01-01',
      );
      expect(new Set(asked)).toEqual(new Set(open));
      expect(asked).toHaveLength(open.length);
      const moments = coming.map(({ sendAt }) => sendAt);
      expect(moments).toEqual([...new Set(moments)].sort());
      const keys = coming.flatMap(({ messages }) => messages.map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
