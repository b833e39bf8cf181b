import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStatements, type Statement, type StatementKind } from '../../domain/story';
import type { Reading } from '../../domain/story/classify';
import { type Place, signsOf } from '../../domain/story/signs';

/** A labelled text; see the README beside the files for what the kinds mean and who labelled them. */
export interface Labelled {
  id: string;
  source: string;
  section: NonNullable<Parameters<typeof readStatements>[1]>;
  text: string;
  statements: Array<{ text: string; kind: StatementKind | null; alsoFine: StatementKind[] }>;
}

/** A labelled statement with what the rules read where it stands. */
export interface Pair {
  kind: StatementKind | null;
  alsoFine: readonly StatementKind[];
  read: Statement | undefined;
}

const FOLDER = join(import.meta.dirname, '../../test/domain/story/labelled');

export const labelledHalf = (half: 'seen' | 'unseen'): Labelled[] => linesOf(`${half}.jsonl`);

/** What was labelled to learn from, beside the two halves that measure. */
export const taught = (): Labelled[] =>
  readdirSync(join(FOLDER, 'taught'))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => linesOf(join('taught', name)));

const linesOf = (file: string): Labelled[] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

/** Each labelled statement with the read statement that shares most of it. */
export function pairs({ text, section, statements }: Labelled): Pair[] {
  const read = readStatements(text, section);
  let from = 0;
  return statements.map(({ text: words, kind, alsoFine }) => {
    const start = text.indexOf(words, from);
    const end = start + words.length;
    from = end;
    const shared = (one: Statement) => Math.min(one.end, end) - Math.max(one.start, start);
    const best = [...read].sort((a, b) => shared(b) - shared(a))[0];
    return { kind, alsoFine, read: best && shared(best) > 0 ? best : undefined };
  });
}

/** A statement to learn from. */
export interface Example {
  reading: Reading;
  signs: string[];
  /** What is told before it; `undefined` when it is the first, `null` when it stands alone. */
  after: Reading | null | undefined;
}

/** All that is learned from: the seen half, what was labelled to learn from, and written examples. */
export const lessons = (): Example[] => examples([...labelledHalf('seen'), ...taught()]);

/** The examples of labelled texts, and those that were written. Never one of the unseen half. */
export const examples = (documents: readonly Labelled[]): Example[] => [
  ...documents.flatMap(ofDocument),
  ...['examples-a', 'examples-b', 'examples-e'].flatMap((name) => written(name).flat().map(alone)),
  ...['examples-c', 'examples-d'].flatMap(written).flatMap(ofStory),
];

function ofDocument(labelled: Labelled): Example[] {
  const read = readStatements(labelled.text, labelled.section);
  return pairs(labelled).map(({ kind, read: found }, index, all) => {
    const text = found?.text ?? labelled.statements[index]?.text ?? '';
    const place = found && { index: read.findIndex(({ start }) => start === found.start), of: read.length };
    return {
      reading: kind ?? 'none',
      signs: signsOf(text, { index: -1, of: 0, ...place, section: labelled.section }),
      after: index === 0 ? undefined : (all[index - 1]?.kind ?? 'none'),
    };
  });
}

interface Written {
  reading: Reading;
  text: string;
  section: string | undefined;
}

/** `kind: statement` lines, under `@section` where that is known; an empty line ends a story. */
const written = (name: string): Written[][] =>
  readFileSync(join(FOLDER, `${name}.txt`), 'utf8')
    .trim()
    .split(/\n\s*\n/)
    .map((story) => {
      const lines = story.split('\n');
      const section = lines[0]?.startsWith('@') ? lines.shift()?.slice(1) : undefined;
      return lines.map((line) => {
        const colon = line.indexOf(': ');
        return { reading: line.slice(0, colon) as Reading, text: line.slice(colon + 2), section };
      });
    });

const alone = ({ reading, text }: Written): Example => ({ reading, signs: signsOf(text), after: null });

const ofStory = (story: readonly Written[]): Example[] =>
  story.map(({ reading, text, section }, index): Example => {
    const place: Place = { index, of: story.length, section };
    return {
      reading,
      signs: signsOf(text, place),
      after: index === 0 ? undefined : story[index - 1]?.reading,
    };
  });
