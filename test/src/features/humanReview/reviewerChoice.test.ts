import { askedBy } from '../../../../src/features/humanReview/ReviewerChoice';

const LENORE = { id: 'sub-1', name: 'lenore@nevermore.test' };

it('asks those who were picked and those who stand in the field, each once, however they are separated', () => {
  const choice = { toAnybody: false, named: [LENORE], typed: 'a@b.test, A@B.test;c@d.test  e@f.test' };
  expect(askedBy(choice).map(({ id }) => id)).toEqual(['sub-1', 'A@B.test', 'c@d.test', 'e@f.test']);
});

it('asks nobody by name where any colleague may decide, whatever was typed before', () => {
  expect(askedBy({ toAnybody: true, named: [LENORE], typed: 'a@b.test' })).toEqual([]);
});
