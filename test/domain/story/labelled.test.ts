import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Written here again, not imported: the labels must not follow when the rules' list of kinds changes. */
const KINDS = [
  'trigger',
  'symptom',
  'detection',
  'wrongTurn',
  'response',
  'mitigation',
  'recovery',
  'impact',
  'cause',
  'followUp',
] as const;

const kind = z.enum(KINDS);

const labelledSection = z.strictObject({
  id: z.string().regex(/^[\w-]+\/[A-Za-z]+$/),
  source: z.union([z.literal('written for this set'), z.url({ protocol: /^https$/ })]),
  licence: z.string().regex(/^(MIT|BSD-3-Clause|Apache-2\.0)\b/),
  section: z.enum(['description', 'summary', 'impact', 'rootCause', 'resolution', 'timeline', 'notes']),
  text: z.string().min(1),
  statements: z
    .array(
      z.strictObject({
        text: z.string().regex(/^\S[\s\S]*\S$/),
        kind: kind.nullable(),
        suspected: z.boolean(),
        alsoFine: z.array(kind),
      }),
    )
    .min(1),
});

type LabelledSection = z.infer<typeof labelledSection>;

const folder = join(__dirname, 'labelled');

function linesOf(file: string): unknown[] {
  return readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

const half = (file: string): LabelledSection[] => linesOf(file).map((line) => labelledSection.parse(line));
const seen = half('seen.jsonl');
const unseen = half('unseen.jsonl');
const all = [...seen, ...unseen];
const taught = readdirSync(join(folder, 'taught'))
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .flatMap((name) => half(join('taught', name)));

const incidentsOf = (sections: LabelledSection[]) => new Set(sections.map(({ id }) => id.split('/')[0]));
const statementsOf = (sections: LabelledSection[]) => sections.flatMap(({ statements }) => statements);
const written = (sections: LabelledSection[]) =>
  sections.filter(({ source }) => source === 'written for this set');
const countOf = (sections: LabelledSection[], wanted: string | null) =>
  statementsOf(sections).filter((statement) => statement.kind === wanted).length;

/** The statements that do not stand in their section's text, each after the one before it. */
function outOfPlace({ text, statements }: LabelledSection): string[] {
  let from = 0;
  return statements.flatMap((statement) => {
    const at = text.indexOf(statement.text, from);
    if (at < 0) return [statement.text];
    from = at + statement.text.length;
    return [];
  });
}

describe('labelled statements', () => {
  test.each(all.map((section) => [section.id, section] as const))(
    '%s holds its statements in the order of its text, none over another',
    (_, section) => {
      expect(outOfPlace(section)).toEqual([]);
    },
  );

  test('a statement that is not in the text, or comes too early, is noticed', () => {
    const [first] = seen;
    const statements = first?.statements ?? [];
    const one = { text: 'b c', kind: null, suspected: false, alsoFine: [] };
    expect(statements.length).toBeGreaterThan(0);
    expect(outOfPlace({ ...(first as LabelledSection), text: 'a b c', statements: [one] })).toEqual([]);
    expect(
      outOfPlace({
        ...(first as LabelledSection),
        text: 'a b c',
        statements: [one, { ...one, text: 'a b' }],
      }),
    ).toEqual(['a b']);
  });

  test('no incident is in both halves, and no section twice', () => {
    const both = [...incidentsOf(seen)].filter((incident) => incidentsOf(unseen).has(incident));
    expect(both).toEqual([]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  test.each([
    ['seen', seen],
    ['unseen', unseen],
  ] as const)('the %s half is large enough to measure with', (_, sections) => {
    expect(statementsOf(sections).length).toBeGreaterThanOrEqual(200);
    expect(written(sections).length).toBe(written(all).length / 2);
    for (const each of KINDS) expect([each, countOf(sections, each) >= 15]).toEqual([each, true]);
  });

  test('the halves are alike: no kind has a third more in one than in the other', () => {
    for (const each of [...KINDS, null]) {
      const [fewer = 0, more = 0] = [countOf(seen, each), countOf(unseen, each)].sort((a, b) => a - b);
      expect([each, more <= (fewer * 4) / 3]).toEqual([each, true]);
    }
  });

  test('a kind is never listed again beside itself, and a wrong turn is never a doubt', () => {
    for (const statement of statementsOf(all)) {
      expect(statement.alsoFine).not.toContain(statement.kind);
      expect(new Set(statement.alsoFine).size).toBe(statement.alsoFine.length);
      if (statement.kind === 'wrongTurn') expect(statement.suspected).toBe(false);
    }
  });

  test('a published section is the text of the case that it names, under the same licence', () => {
    const cases = readFileSync(join(__dirname, '../../cases/cases.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    for (const { id, source, licence, section, text } of all) {
      if (source === 'written for this set') {
        expect([id, licence]).toEqual([id, 'MIT']);
        continue;
      }
      const published = cases.find((each) => each.id === id.split('/')[0]);
      expect({ id, source, licence, text }).toEqual({
        id,
        source: published?.source,
        licence: published?.licence,
        text: published?.[section],
      });
    }
  });
});

describe('statements that were labelled to learn from', () => {
  test.each(taught.map((section) => [section.id, section] as const))(
    '%s holds its statements in the order of its text, none over another',
    (_, section) => {
      expect(outOfPlace(section)).toEqual([]);
    },
  );

  test('are of no incident that measures, and none is there twice', () => {
    const measuring = new Set([...incidentsOf(seen), ...incidentsOf(unseen)]);
    expect([...incidentsOf(taught)].filter((incident) => measuring.has(incident))).toEqual([]);
    expect(new Set(taught.map(({ id }) => id)).size).toBe(taught.length);
    const texts = new Set(all.map(({ text }) => text));
    expect(taught.filter(({ text }) => texts.has(text)).map(({ id }) => id)).toEqual([]);
  });

  test('name their source at a fixed commit, unless they were written for the set', () => {
    for (const { id, source, licence } of taught) {
      if (source === 'written for this set') expect([id, licence]).toEqual([id, 'MIT']);
      else expect([id, source]).toEqual([id, expect.stringMatching(/\/blob\/[0-9a-f]{40}\//)]);
    }
  });

  test('a kind is never listed again beside itself, and a wrong turn is never a doubt', () => {
    for (const { kind: told, alsoFine, suspected } of statementsOf(taught)) {
      expect(alsoFine).not.toContain(told);
      expect(told === 'wrongTurn' && suspected).toBe(false);
    }
  });
});
