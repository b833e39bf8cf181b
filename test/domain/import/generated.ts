import type { Imported } from '../../../domain/import';
import fc from '../../properties';

/** A document, and the words in it that are its author's. What names a part or a column is the template's. */
export interface Written {
  source: string;
  words: string;
}

/** Longer pieces that were left are told whole; shorter ones stand in the description too. */
const TOLD_WHOLE = 121;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const counted = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

/** The words that an imported document does not hold as often as they were written. Figures may be part of a moment. */
export function lostWords(words: string, { content, left }: Imported): string[] {
  const held = [...Object.values(content).map((value) => JSON.stringify(value).replace(/\\[nt"\\]/g, ' '))];
  const whole = left.filter((each) => each.length > TOLD_WHOLE);
  const told = [...held, ...whole].join(' ');
  const kept = counted(wordsOf(told));
  const isHeld = (word: string, times: number) =>
    /^\p{N}+$/u.test(word) ? told.includes(word) : (kept.get(word) ?? 0) >= times;
  return [...counted(wordsOf(words))].filter(([word, times]) => !isHeld(word, times)).map(([word]) => word);
}

const STEMS = 'queue cache shard ledger replica router beacon harbor lantern meadow pebble quartz'.split(' ');
/** Many, so that a word which is held twice seldom hides one that is lost. */
const WORDS = STEMS.flatMap((one) => STEMS.flatMap((other) => STEMS.map((third) => one + other + third)));
const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));
const clock = fc
  .tuple(fc.integer({ min: 10, max: 23 }), fc.integer({ min: 10, max: 59 }))
  .map((at) => at.join(':'));

/** A piece of a document with the words of its author in it. */
const piece = (parts: fc.Arbitrary<string>[], told: (words: string[]) => string): fc.Arbitrary<Written> =>
  fc.tuple(...parts).map((words) => ({ source: told(words), words: words.join(' ') }));
const joined = (pieces: readonly Written[], between: string): Written => ({
  source: pieces.map(({ source }) => source).join(between),
  words: pieces.map(({ words }) => words).join(' '),
});

const PROSE = fc.oneof(
  piece([phrase], ([a]) => `${a}.`),
  piece([phrase, phrase], ([a, b]) => `**${a}** and ${b}`),
  piece([phrase, phrase], ([a, b]) => `- ${a}\n  - ${b}`),
  piece([phrase, phrase], ([a, b]) => `1. ${a}\n\n   ${b}`),
  piece([phrase, phrase], ([a, b]) => `> ${a}\n>\n> > ${b}`),
  piece([phrase, phrase], ([a, b]) => `${a}: ${b}`),
  piece([phrase, phrase], ([a, b]) => `**${a}:** ${b}`),
  piece([phrase], ([a]) => `\`\`\`sh\n${a}\n\`\`\``),
  piece([phrase, phrase], ([a, b]) => `| ${a} | ${b} |\n| --- | --- |\n| ${b} | ${a} |`).map(
    ({ source, words }) => ({
      source,
      words: `${words} ${words}`,
    }),
  ),
  piece([phrase, phrase], ([a, b]) => `#### ${a}\n\n${b}`),
  piece([phrase, phrase], ([a, b]) => `${a}\n---\n\n${b}`),
  piece([phrase, phrase], ([a, b]) => `![${a}](https://x.test/a.png) [${b}](https://x.test/b)`),
  piece([phrase, phrase], ([a, b]) => `<details><summary>${a}</summary>${b}</details>`),
  piece([phrase, phrase], ([a, b]) => `${a}[^1]\n\n[^1]: ${b}`),
  piece([phrase, phrase], ([a, b]) => `[${a}][ref]\n\n[ref]: https://x.test/r "${b}"`),
  piece([phrase, phrase], ([a, b]) => `- [ ] ${a}\n- [x] ${b}`),
  piece([phrase, phrase], ([a, b]) => `<!-- ${a} -->\n\n<b>${b}</b>`),
  piece([phrase, phrase], ([a, b]) => `${a} \`${b}\` &amp; ~~more~~`),
  piece([phrase, phrase], ([a, b]) => `${a} (${b})\n: ${b}`),
  piece([phrase, phrase], ([a, b]) => `    ${a}\n\n***\n\n+ + ${b}`),
);

const HTML = fc.oneof(
  piece([phrase], ([a]) => `<p>${a}</p>`),
  piece([phrase, phrase], ([a, b]) => `<p><b>${a}</b><br>${b}</p>`),
  piece([phrase, phrase], ([a, b]) => `<ul><li>${a}<ol><li>${b}</li></ol></li></ul>`),
  piece([phrase, phrase], ([a, b]) => `<blockquote>${a}<blockquote><p>${b}</blockquote></blockquote>`),
  piece([phrase, phrase], ([a, b]) => `<table><caption>${a}</caption><tr><td>${b}</td></tr></table>`),
  piece([phrase, phrase], ([a, b]) => `<table><tr><th>${a}<th>${b}</table>`),
  piece([phrase, phrase], ([a, b]) => `<dl><dt>${a}</dt><dd>${b}</dd></dl>`),
  piece([phrase, phrase], ([a, b]) => `<pre><code>${a}\n${b}</code></pre>`),
  piece(
    [phrase, phrase],
    ([a, b]) => `<figure><img alt="${a}" src="x.png"><figcaption>${b}</figcaption></figure>`,
  ),
  piece([phrase, phrase], ([a, b]) => `<details><summary>${a}</summary>${b}</details>`),
  piece([phrase, phrase], ([a, b]) => `<div>${a}<div>${b}</div></div>`),
  piece([phrase, phrase], ([a, b]) => `${a} <a href="https://x.test/">${b}</a>`),
  piece([phrase, phrase], ([a, b]) => `<h4>${a}</h4><p>${b}`),
  piece([phrase, phrase], ([a, b]) => `<select><option>${a}</option></select><button>${b}</button>`),
);

const ENTRIES = {
  list: fc.oneof(
    piece(
      [clock, phrase, clock, phrase, phrase],
      ([at, a, then, b, c]) => `- ${at} ${a}\n- ${then} ${b}\n  - ${c}`,
    ),
    piece([phrase, clock, phrase], ([a, at, b]) => `### 4 March 2026, ${a}\n\n- **${at} UTC**: ${b}`),
    piece([phrase, clock, phrase], ([a, at, b]) => `- 2026-03-04 (${a})\n  - [${at}] ${b}`),
    piece([clock, phrase, phrase], ([at, a, b]) => `- ${at} ${a}\n\n  > ${b}\n`),
    piece([clock, phrase, phrase], ([at, a, b]) => `- ${at} ${a}\n\n  \`\`\`\n  ${b}\n  \`\`\`\n`),
    piece([clock, phrase, clock, phrase], ([at, a, then, b]) => `1. ${at} to ${then} ${a} - ${b}`),
  ),
  table: fc.oneof(
    piece(
      [clock, phrase, phrase, clock, phrase, phrase],
      ([at, a, b, then, c, d]) =>
        `| Time | Event | Where |\n| --- | --- | --- |\n| ${at} | ${a} | ${b} |\n| ${then} | ${c} | ${d} |`,
    ),
    piece(
      [clock, phrase, phrase, phrase],
      ([at, a, b, c]) => `| Date | Time (${a}) | ${b} |\n| --- | --- | --- |\n| 2026-03-04 | ${at} | ${c} |`,
    ),
    piece(
      [phrase, phrase, clock, phrase],
      ([a, b, at, c]) => `| ${a} | ${b} |\n| --- | --- |\n| ${at} | ${c} |`,
    ),
    piece([clock, phrase, phrase], ([at, a, b]) => `| ${at} | ${a} |\n| --- | --- |\n| ${b} | |`),
  ),
  lines: fc.oneof(
    piece([clock, phrase, phrase, clock, phrase], ([at, a, b, then, c]) => `${at} ${a}\n${b}\n${then} ${c}`),
    piece([phrase, clock, phrase], ([a, at, b]) => `2026-03-04 ${a}\n\n${at}Z ${b}`),
    piece([clock, phrase, phrase], ([at, a, b]) => `**${at}** *${a}*\\\n${b}`),
  ),
};
const ITEMS = {
  list: fc.oneof(
    piece([phrase, phrase, phrase], ([a, b, c]) => `- [ ] ${a}\n  - ${b}\n- ${c}`),
    piece([phrase, phrase, phrase], ([a, b, c]) => `- ${a} (owner: ${b}, ticket: ${c})`),
    piece([phrase, phrase], ([a, b]) => `- **${a}**\n\n  ${b}`),
  ),
  table: fc.oneof(
    piece(
      [phrase, phrase, phrase, phrase, phrase],
      ([a, b, c, d, e]) =>
        `| Action | Owner | Status | Confidence |\n| --- | --- | --- | --- |\n| ${a} | ${b} | ${c} | ${d} |\n| | ${e} | done | |`,
    ),
    piece(
      [phrase, phrase, phrase],
      ([a, b, c]) =>
        `| Type | Priority | Due | Ticket |\n| --- | --- | --- | --- |\n| ${a} | ${b} | ${c} | OPS-1 |`,
    ),
    // What stands there twice was meant twice.
    piece([phrase], ([a]) => `| Action | Owner |\n| --- | --- |\n| | ${a} |\n| | ${a} |`).map(
      ({ source, words }) => ({
        source,
        words: `${words} ${words}`,
      }),
    ),
  ),
  lines: piece([phrase, phrase], ([a, b]) => `${a}\n${b}`),
};
const PEOPLE = {
  list: piece([phrase, phrase, phrase], ([a, b, c]) => `- ${a}\n- ${b} (author)\n  - ${c}`),
  table: piece(
    [phrase, phrase, phrase],
    ([a, b, c]) => `| Name | Role | Since |\n| --- | --- | --- |\n| ${a} | ${b} | ${c} |`,
  ),
  lines: piece([phrase, phrase], ([a, b]) => `${a}, ${b}`),
};
const OPENINGS = {
  list: fc.oneof(
    piece([phrase, phrase, phrase], ([a, b, c]) => `- Service: ${a}\n- Severity: SEV2 ${b}\n- Status: ${c}`),
    piece(
      [phrase, phrase, phrase],
      ([a, b, c]) => `- Severity: SEV1\n- Severity: ${a}\n- ${b}\n  - Service: ${c}`,
    ),
    piece([phrase, phrase], ([a, b]) => `- **Tags (${a}):** ${b}`),
  ),
  table: fc.oneof(
    piece(
      [phrase, phrase],
      ([a, b]) => `| Field | Value |\n| --- | --- |\n| Severity | ${a} |\n| Owner | ${b} |`,
    ),
    piece([phrase, phrase], ([a, b]) => `| ${a} | Value |\n| --- | --- |\n| Status | ${b} |`),
  ),
  lines: fc.oneof(
    piece(
      [phrase, phrase, phrase],
      ([a, b, c]) => `**Authors:** ${a}\n**Started:** ${b}\n\n**Impact:** ${c}`,
    ),
    piece([phrase, phrase, phrase], ([a, b, c]) => `${a}\n**Owner:** ${b}\n${c}`),
    piece([phrase, phrase, phrase], ([a, b, c]) => `${a}\n===\n\nService (${b}): ${c}`),
  ),
};

const SECTIONS = [
  ...[
    'Summary',
    'Incident summary',
    'Impact',
    'Leadup',
    'Fault',
    'Detection',
    'Response',
    'Recovery',
    'Five Whys',
  ],
  ...[
    'Root cause',
    'What went well',
    'Where we got lucky',
    'Lessons learned',
    'Supporting information',
    'Glossary',
  ],
  ...['Severity', 'Started', 'Services', 'Owner', 'Backlog check', 'Why we were surprised'],
];
const LISTS = {
  Timeline: ENTRIES,
  Chronology: ENTRIES,
  'Action items': ITEMS,
  'Next steps': ITEMS,
  Participants: PEOPLE,
};

type Rows = 'list' | 'table' | 'lines';
const below = (content: fc.Arbitrary<Written>) =>
  fc.array(content, { maxLength: 3 }).map((pieces) => joined(pieces, '\n\n'));

const part = (rows: Rows): fc.Arbitrary<Written> => {
  const section = fc
    .tuple(fc.constantFrom(...SECTIONS), fc.constantFrom('##', '###', '#'), below(PROSE))
    .map(([name, marks, { source, words }]) => ({ source: `${marks} ${name}\n\n${source}`, words }));
  const list = fc.constantFrom(...(Object.keys(LISTS) as Array<keyof typeof LISTS>)).chain((name) =>
    below(fc.oneof({ weight: 2, arbitrary: LISTS[name][rows] }, PROSE)).map(({ source, words }) => ({
      source: `## ${name}\n\n${source}`,
      words,
    })),
  );
  return fc.oneof(section, list);
};

const page: fc.Arbitrary<Written> = fc
  .array(
    fc.oneof(
      HTML,
      fc.constantFrom(...SECTIONS).map((name) => ({ source: `<h2>${name}</h2>`, words: '' })),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => joined(pieces, '\n'));

/** A post-mortem as somebody's template has it: a title, what opens it, and its parts in any order. */
export const written = (rows: Rows | 'html'): fc.Arbitrary<Written> =>
  rows === 'html'
    ? page
    : fc
        .tuple(
          piece([phrase], ([title]) => `# ${title}`),
          fc.oneof(OPENINGS[rows], PROSE),
          fc.array(part(rows), { maxLength: 5 }),
        )
        .map(([title, opening, parts]) => joined([title, opening, ...parts], '\n\n'));
