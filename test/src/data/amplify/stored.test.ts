import * as z from 'zod/mini';
import { postMortemContent } from '../../../../domain/postMortem/content';
import { readListing, readPostMortem } from '../../../../domain/postMortem/stored';
import { SECTION_IDS } from '../../../../domain/sections';
import fc from '../../../properties';

const FIELDS = [
  ...['id', 'title', 'severity', 'status', 'service', 'tags', 'owner', 'editors', 'revision', 'savedBy'],
  ...['startedAt', 'detectedAt', 'mitigatedAt', 'resolvedAt', 'createdAt', 'updatedAt'],
  ...['timeline', 'actionItems', ...SECTION_IDS],
];

it('opens what another client has written with nothing but what the schema requires', () => {
  const read = readPostMortem({ id: 'a', title: 't', severity: 'SEV1', status: 'DRAFT', revision: 1 });
  for (const id of SECTION_IDS) expect(read[id]).toBe('');
  expect(read).toMatchObject({
    timeline: [],
    actionItems: [],
    tags: [],
    editors: [],
    startedAt: null,
    revision: 1,
  });
});

it('opens a document written before a section existed, and one with every field null', () => {
  const nothing = Object.fromEntries(FIELDS.map((field) => [field, null]));
  expect(readPostMortem({ ...nothing, title: 'Kept', summary: 'Kept too.' })).toMatchObject({
    title: 'Kept',
    summary: 'Kept too.',
    resolution: '',
  });
});

it('tells no moment that a browser cannot read, and keeps the others as they are', () => {
  const read = readPostMortem({
    startedAt: '2026-01-01T00:00:00+01:00:30',
    resolvedAt: '2026-01-01T02:00:00+01:00',
    updatedAt: 'soon',
    createdAt: '2026-01-01T00:00:00Z',
  });
  expect(read).toMatchObject({
    startedAt: null,
    resolvedAt: '2026-01-01T02:00:00+01:00',
    updatedAt: '2026-01-01T00:00:00Z',
  });
  expect(() => new Intl.DateTimeFormat().format(new Date(readListing({}).updatedAt))).not.toThrow();
});

it('keeps every row of a list that can be read', () => {
  const read = readPostMortem({
    timeline: [null, { at: '10:00', text: 'Down' }, { at: null, text: 'Up' }, 'x'],
    actionItems: [{ text: 'Fix', owner: null, dueDate: null, done: null }],
    tags: ['a', null, 3],
  });
  expect(read.timeline).toEqual([
    { at: '10:00', text: 'Down' },
    { at: '', text: 'Up' },
  ]);
  expect(read.actionItems).toEqual([{ text: 'Fix', owner: '', dueDate: '', done: false }]);
  expect(read.tags).toEqual(['a']);
});

it('names who saved last only where a page of this app did', () => {
  const by = (savedBy: unknown) => readPostMortem({ savedBy }).savedBy;
  expect(by({ id: 'a', name: ' ada@nevermore.test ' })).toEqual({ id: 'a', name: 'ada@nevermore.test' });
  expect(by({ id: 'a', name: 'x'.repeat(5_000) })?.name).toHaveLength(320);
  for (const nobody of [null, undefined, 'ada', [], { id: 'a' }, { id: 'a', name: ' ' }]) {
    expect(by(nobody)).toBeNull();
  }
});

it('makes of any record one that the page can show, whatever stands in it', () => {
  const anything = fc.anything({ withNullPrototype: true });
  const record = fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(fc.constant(null), anything));
  const shape = z.partial(postMortemContent, { title: true });
  fc.assert(
    fc.property(record, (stored) => {
      const { id, owner, revision, createdAt, updatedAt, savedBy: _, ...content } = readPostMortem(stored);
      const found = shape.safeParse({ ...content, title: content.title.slice(0, 100) });
      // Lengths and due dates are the form's to judge; here only types count.
      const wrongTypes = found.success
        ? []
        : found.error.issues.filter(({ code }) => code === 'invalid_type' || code === 'invalid_value');
      return (
        wrongTypes.length === 0 &&
        typeof id === 'string' &&
        typeof owner === 'string' &&
        Number.isInteger(revision)
      );
    }),
    { numRuns: 2_000 },
  );
});
