import { CRITERIA, HIGHEST_SCORE, isVeto, LOWEST_SCORE } from '../../domain/enhancement/criteria';
import { homeOf, isFor, SECTION_IDS, SECTIONS } from '../../domain/sections';
import { STATEMENT_KINDS } from '../../domain/story/statement';

it('names a section that exists, and another one, where a statement belongs elsewhere', () => {
  for (const { id } of SECTIONS) {
    const homes = STATEMENT_KINDS.flatMap((kind) => homeOf(kind, id) ?? []);
    expect(SECTION_IDS).toEqual(expect.arrayContaining(homes));
    expect(homes).not.toContain(id);
  }
});

it('has a section for every kind of statement', () => {
  for (const kind of STATEMENT_KINDS) expect(SECTION_IDS.some((id) => isFor(id, kind))).toBe(true);
});

it('rules a text out by the criteria that have a veto, and by no other', () => {
  expect(CRITERIA.filter(({ id }) => isVeto(id, LOWEST_SCORE)).map(({ id }) => id)).toEqual(['grounded']);
  expect(CRITERIA.filter(({ id }) => isVeto(id, HIGHEST_SCORE))).toEqual([]);
  expect([isVeto('grounded', 2), isVeto('grounded', 3)]).toEqual([true, false]);
});
