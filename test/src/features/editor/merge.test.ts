import { LIMITS } from '../../../../domain/limits';
import { FIELDS } from '../../../../domain/postMortem/fields';
import { emptyContent } from '../../../../src/data/content';
import type { DocumentContent } from '../../../../src/data/types';
import { asSent, changedFields, problemWith } from '../../../../src/features/editor/contentToSave';
import { defaultChoice, mergeVersions, resolveConflicts } from '../../../../src/features/editor/merge';

const content = (part: Partial<DocumentContent> = {}): DocumentContent => ({
  ...emptyContent(),
  title: 'Checkout down',
  summary: 'start',
  ...part,
});

describe('two people who changed different fields', () => {
  const merge = mergeVersions(content(), content({ summary: 'mine' }), content({ severity: 'SEV1' }));

  it('both have their change in the document, without a question', () => {
    expect(merge.merged).toEqual(content({ summary: 'mine', severity: 'SEV1' }));
    expect(merge.conflicts).toEqual([]);
  });

  it('are told which fields the other one changed', () => {
    expect(merge.taken).toEqual(['severity']);
  });
});

it('is no conflict when both wrote the same', () => {
  const merge = mergeVersions(content(), content({ summary: 'same' }), content({ summary: 'same' }));
  expect(merge).toEqual({ merged: content({ summary: 'same' }), conflicts: [], taken: [] });
});

describe('two people who changed the same field', () => {
  const mine = content({ summary: 'mine', impact: 'my impact' });
  const theirs = content({ summary: 'theirs', status: 'FINAL' });
  const { merged, conflicts } = mergeVersions(content(), mine, theirs);

  it('are asked about that field only', () => {
    expect(conflicts).toEqual(['summary']);
    expect(merged).toEqual(content({ summary: 'mine', impact: 'my impact', status: 'FINAL' }));
  });

  it.each([
    ['mine', 'mine'],
    ['theirs', 'theirs'],
    ['both', 'mine\n\ntheirs'],
  ] as const)('get %s when they choose so', (choice, expected) => {
    expect(resolveConflicts(merged, theirs, { summary: choice }).summary).toBe(expected);
  });

  it('lose neither text by default', () => {
    expect(defaultChoice('summary')).toBe('both');
    expect(defaultChoice('severity')).toBe('mine');
  });

  it('do not get a sentence twice', () => {
    const longer = content({ summary: 'mine and more' });
    expect(resolveConflicts(longer, content({ summary: 'mine' }), { summary: 'both' }).summary).toBe(
      'mine and more',
    );
  });
});

it('two people who wrote different rows of a timeline, and different tags, are not asked', () => {
  const shared = { at: '14:02', text: 'Deploy' };
  const mine = content({ timeline: [shared, { at: '14:06', text: 'Alert' }], tags: ['dns'] });
  const theirs = content({ timeline: [shared, { at: '14:25', text: 'Green' }], tags: ['tls'] });
  const { merged, conflicts, taken } = mergeVersions(content(), mine, theirs);
  expect({ conflicts, taken }).toEqual({
    conflicts: [],
    taken: expect.arrayContaining(['timeline', 'tags']),
  });
  expect(merged.timeline.map(({ at }) => at)).toEqual(['14:02', '14:25', '14:06']);
  expect(merged.tags).toEqual(['tls', 'dns']);
});

it('two who wrote the same cell choose, and get the entries of both by default, each once', () => {
  const base = content({ timeline: [{ at: '14:02', text: 'Deploy' }] });
  const mine = content({ timeline: [{ at: '14:02', text: 'Deploy of 2.9.0' }] });
  const theirs = content({ timeline: [{ at: '14:02', text: 'Deploy by Ana' }] });
  const { merged, conflicts } = mergeVersions(base, mine, theirs);
  expect(conflicts).toEqual(['timeline']);
  const resolved = resolveConflicts(merged, theirs, { timeline: 'both' });
  expect(resolved.timeline.map(({ text }) => text)).toEqual(['Deploy of 2.9.0', 'Deploy by Ana']);
});

describe('a document', () => {
  it('has every field of a post-mortem on the page', () => {
    expect(FIELDS.map(({ id }) => id).sort()).toEqual(Object.keys(emptyContent()).sort());
  });

  it('without a title is saved under a name that says so, and that is no change of its own', () => {
    expect(asSent(content({ title: '  ' })).title).toBe('Untitled post-mortem');
    expect(changedFields(content({ title: '' }), content({ title: 'Untitled post-mortem' }))).toEqual([]);
  });

  it('that is too long says which field and how long it may be', () => {
    expect(problemWith(content({ rootCause: 'x'.repeat(LIMITS.sectionLength + 1) }), content())).toMatch(
      /^Root cause: .*20,000/,
    );
    expect(problemWith(content({ title: 'x'.repeat(300) }), content())).toMatch(/^Title: .*200/);
    expect(problemWith(content(), content())).toBeNull();
  });

  const row = { at: '14:02', text: 'down' };
  const rows = (count: number) => Array.from({ length: count }, () => row);
  const promised = { text: 'fix', owner: 'us', dueDate: 'next week', done: false };

  it('with more than fits, or with what no form writes, because another client stored it, is saved all the same', () => {
    const stored = content({ timeline: rows(2_000), actionItems: [promised], title: 'x'.repeat(300) });
    expect(problemWith({ ...stored, summary: 'changed' }, stored)).toBeNull();
    expect(
      problemWith({ ...stored, timeline: [...rows(1_998), { at: '', text: 'joined' }] }, stored),
    ).toBeNull();
    expect(
      problemWith({ ...stored, actionItems: [promised, { ...promised, dueDate: '' }] }, stored),
    ).toBeNull();
  });

  it('larger than a database takes is told before it is saved, in bytes and not in characters', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ at: `${index}`, text: '€'.repeat(300) }));
    const large = content({ timeline: many });
    expect(problemWith(large, content())).toMatch(
      /^The document has \d+ KB, and 380 KB can be saved\. Nothing is/,
    );
    expect(problemWith({ ...large, summary: 'x'.repeat(2_000) }, large)).toMatch(/380 KB/);
    expect(problemWith({ ...large, timeline: many.slice(1) }, large)).toBeNull();
    expect(
      problemWith(content({ timeline: many.map((row) => ({ ...row, text: 'e'.repeat(300) })) }), content()),
    ).toBeNull();
  });

  it('does not grow beyond what fits, and takes in nothing more that no form writes', () => {
    const stored = content({ timeline: rows(LIMITS.timelineEntries), actionItems: [] });
    expect(problemWith({ ...stored, timeline: rows(LIMITS.timelineEntries + 1) }, stored)).toBe(
      'Timeline: Keep it to 500 entries.',
    );
    expect(problemWith({ ...stored, actionItems: [promised] }, stored)).toMatch(/^Action items: /);
  });
});
