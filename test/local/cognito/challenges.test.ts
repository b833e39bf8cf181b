import { Challenges } from '../../../local/cognito/challenges';

let now = 0;

beforeEach(() => {
  now = 0;
});

it('a challenge is answered once', () => {
  const challenges = new Challenges<string>(() => now);
  challenges.add('block', 'prove it');
  expect(challenges.take('block')).toBe('prove it');
  expect(challenges.take('block')).toBeUndefined();
});

it('a challenge is open for three minutes', () => {
  const challenges = new Challenges<string>(() => now);
  challenges.add('block', 'prove it');
  now = 3 * 60 * 1000 - 1;
  expect(challenges.find('block')).toBe('prove it');
  now += 1;
  expect(challenges.find('block')).toBeUndefined();
});

it('a flood of challenges pushes out the oldest, and does not grow without end', () => {
  const challenges = new Challenges<number>(() => now);
  for (let id = 0; id <= 1000; id += 1) challenges.add(String(id), id);
  expect(challenges.find('0')).toBeUndefined();
  expect(challenges.find('1')).toBe(1);
  expect(challenges.find('1000')).toBe(1000);
});
