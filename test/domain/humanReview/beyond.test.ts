import { anyBeyond } from '../../../domain/humanReview/followUps';

const UNTIL = '2027-11-24T12:00:00.000Z';
const action = (dueDate: string, more = {}) => ({ text: 'Alert', owner: '', done: false, dueDate, ...more });

it('says that an action is due too late to be asked about only of one that has such a day', () => {
  expect(anyBeyond([action('2028-01-01')], UNTIL)).toBe(true);
  for (const near of ['', 'soon', '2027-11-01'])
    expect([near, anyBeyond([action(near)], UNTIL)]).toEqual([near, false]);
  expect(anyBeyond([action('2028-01-01', { done: true }), action('2028-01-01', { text: ' ' })], UNTIL)).toBe(
    false,
  );
});
