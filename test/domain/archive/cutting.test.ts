import { cutText, LONGEST_PASSAGE, runsOf } from '../../../domain/archive/cutting';
import { embeddedText, MOST_PASSAGES, passagesOf } from '../../../domain/archive/passage';
import { LIMITS } from '../../../domain/limits';
import { emptyPostMortem } from '../../../domain/postMortem';
import { SECTION_IDS } from '../../../domain/sections';
import { CASES } from '../../cases/cases';
import fc from '../../properties';

const squeezed = (text: string) => text.replace(/\s+/g, '');
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;
const record = (more: object = {}) => ({ ...emptyPostMortem('A big database'), id: 'd1', ...more });

/** Texts with paragraphs, long words, emoji and white space of every kind. */
const texts = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.lorem({ maxCount: 30, mode: 'sentences' }) },
      { weight: 2, arbitrary: fc.constantFrom('\n\n', '\n', ' \n \n ', '. ', '\r\n\r\n', '\u00a0') },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
      { weight: 1, arbitrary: fc.nat(3_000).map((length) => '😀'.repeat(length)) },
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

it('loses nothing but white space, repeats nothing, and keeps every piece within the bound', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: LONGEST_PASSAGE }), (text, most) => {
      const pieces = cutText(text, most);
      expect(pieces.map(squeezed).join('')).toBe(squeezed(text));
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(most);
        expect(piece.trim()).toBe(piece);
        expect(text).toContain(piece);
        expect(LONE_SURROGATE.test(piece) && !LONE_SURROGATE.test(text)).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});

it('cuts no word that fits into a passage', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const words = (from: string) =>
        from.split(/\s+/).filter((word) => word && word.length <= LONGEST_PASSAGE / 4);
      const held = new Set(cutText(text).flatMap(words));
      expect(words(text).filter((word) => !held.has(word))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('ends a passage with a paragraph where it can, else with a sentence, else with a word', () => {
  const sentence = `${'word '.repeat(19)}end. `;
  expect(cutText(`${'a'.repeat(60)}\n\n${'b'.repeat(60)}`, 100)).toEqual(['a'.repeat(60), 'b'.repeat(60)]);
  expect(cutText(sentence.repeat(3), 220)).toEqual([sentence.repeat(2).trim(), sentence.trim()]);
  expect(cutText('one two three', 8)).toEqual(['one two', 'three']);
  expect(cutText('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  expect(cutText('  \n ')).toEqual([]);
});

it('has every word of a published incident in some passage, whatever section it stands in', () => {
  for (const one of CASES) {
    const timeline = one.timeline.split('\n').map((text, at) => ({ at: `14:0${at}`, text }));
    const passages = passagesOf(
      record({ title: one.title, description: one.description, rootCause: one.rootCause, timeline }),
    );
    const held = new Set(passages.flatMap(({ text }) => text.split(/\s+/)));
    const said = [one.description, one.rootCause, one.timeline].join(' ').split(/\s+/).filter(Boolean);
    expect([one.id, said.filter((word) => !held.has(word))]).toEqual([one.id, []]);
    expect(passages.every(({ text }) => text.length <= LONGEST_PASSAGE)).toBe(true);
  }
});

it('cuts the same document the same, each passage at a place of its own', () => {
  const row = fc.record({ at: fc.string(), text: fc.lorem() });
  const action = fc.record({
    text: fc.constantFrom('Alert', 'Alert', 'Rotate the key', '', 'x'.repeat(5_000)),
    owner: fc.string(),
    dueDate: fc.constantFrom('', '2026-03-04'),
    done: fc.boolean(),
  });
  fc.assert(
    fc.property(texts, fc.array(row), fc.array(action), (text, timeline, actionItems) => {
      const sections = Object.fromEntries(SECTION_IDS.map((id, at) => [id, text.slice(at * 40)]));
      const stored = record({ ...sections, timeline, actionItems });
      const passages = passagesOf(stored);
      expect(passagesOf(JSON.parse(JSON.stringify(stored)))).toEqual(passages);
      expect(new Set(passages.map(({ place }) => place)).size).toBe(passages.length);
      for (const passage of passages) expect(passage.text.length).toBeLessThanOrEqual(LONGEST_PASSAGE);
    }),
    { numRuns: 50 },
  );
});

it('tells an action with its owner, its day and whether it is done, and names it by its words', () => {
  const actionItems = [
    { text: 'Alert on expiry', owner: 'Ligeia', dueDate: '2026-03-20', done: false, ticket: 'OPS-7' },
    { text: 'Rotate the key', owner: '', dueDate: '', done: true },
  ];
  const [first, second] = passagesOf(record({ actionItems }));
  expect(first).toMatchObject({
    section: 'actions',
    text: 'Alert on expiry\nOpen; owner: Ligeia; due: 2026-03-20; ticket: OPS-7',
  });
  expect(second?.text).toBe('Rotate the key\nDone');
  // Another before it changes neither's place.
  const more = passagesOf(record({ actionItems: [{ ...actionItems[0], text: 'New' }, ...actionItems] }));
  expect(more.map(({ place }) => place)).toEqual(expect.arrayContaining([first?.place, second?.place]));
});

it('puts entries of a timeline together in runs, and cuts none of them that fits', () => {
  const lines = Array.from({ length: 40 }, (_, at) => `14:${at} ${'word '.repeat(20)}`.trim());
  const runs = runsOf(lines);
  expect(runs.length).toBeGreaterThan(2);
  expect(runs.flatMap((run) => run.split('\n'))).toEqual(lines);
});

it('embeds a passage under its title, its service and its section', () => {
  const [passage] = passagesOf(record({ service: 'checkout', rootCause: 'A lock.' }));
  expect(passage && embeddedText(passage)).toBe('A big database · checkout\nRoot cause\nA lock.');
});

it('reads what another client has stored, and stays bounded', () => {
  expect(passagesOf({})).toEqual([]);
  expect(passagesOf({ id: 7, rootCause: null, timeline: 'no', actionItems: [null, 3] })).toEqual([]);
  const actionItems = Array.from({ length: 3_000 }, (_, at) => ({ text: `a${at}` }));
  expect(passagesOf(record({ actionItems }))).toHaveLength(MOST_PASSAGES);
  const long = passagesOf(record({ rootCause: 'word '.repeat(LIMITS.documentBytes / 5) }));
  expect(long.length).toBeLessThan(MOST_PASSAGES);
});
