import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';

/**
 * The rooms of `domain/`, each with those that it may look into. A file is in the room with the longest name
 * that its path begins with. What is not named may not be imported, and no arrow leads back.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  limits: [],
  shape: [],
  text: [],
  shallow: [],
  fnv: [],
  todo: [],
  language: [],
  calendarDay: [],
  csv: [],
  lengthOfTime: [],
  invisible: [],
  secrets: [],
  guardrail: ['shape'],

  'reading/lately': [],
  'reading/amounts': [],
  'reading/words': [],
  'reading/times': ['reading/amounts'],
  'reading/text': ['reading/lately', 'reading/times', 'reading/words'],

  'facts/finding': [],
  'facts/values': ['facts/finding', 'reading'],
  'facts/comparison': ['facts/finding', 'facts/values', 'reading'],
  'facts/doubts': ['facts/finding', 'reading'],
  'facts/claims': ['facts/finding', 'facts/values', 'reading'],
  facts: ['reading'],

  'story/statement': ['reading'],
  sections: ['story/statement'],
  story: ['language', 'reading', 'sections'],
  postMortem: ['limits', 'sections', 'shape'],
  consistency: ['postMortem', 'reading'],
  questions: ['language', 'postMortem', 'reading', 'sections', 'story', 'todo'],
  comments: ['postMortem', 'sections', 'shape'],
  themes: ['story'],
  tone: ['themes'],
  answers: ['todo'],
  sending: ['invisible', 'secrets', 'todo'],
  templates: ['sections'],
  teamTemplates: ['limits', 'sections', 'templates', 'todo'],
  publication: ['postMortem'],
  toldTexts: ['postMortem', 'templates'],
  timeline: ['fnv', 'limits', 'postMortem', 'reading', 'text'],
  incident: ['consistency', 'lengthOfTime', 'postMortem', 'reading', 'timeline'],
  history: ['postMortem', 'reading'],
  search: ['fnv', 'postMortem', 'reading/words', 'text'],
  archive: [
    'answers',
    'calendarDay',
    'enhancement',
    'facts',
    'fnv',
    'postMortem',
    'reading',
    'search',
    'secrets',
    'sections',
    'shape',
    'text',
  ],
  actions: ['calendarDay', 'csv', 'postMortem'],
  trends: ['actions', 'calendarDay', 'csv', 'postMortem'],
  onThisDay: ['calendarDay', 'postMortem'],
  readiness: [
    'consistency',
    'incident',
    'postMortem',
    'secrets',
    'sections',
    'templates',
    'themes',
    'todo',
    'tone',
    'toldTexts',
  ],
  review: [
    'answers',
    'consistency',
    'facts',
    'invisible',
    'limits',
    'postMortem',
    'readiness',
    'secrets',
    'sections',
    'shape',
    'templates',
    'themes',
    'tone',
    'toldTexts',
  ],
  humanReview: ['fnv', 'postMortem', 'text', 'themes'],
  conversation: ['enhancement/modelRoles', 'memory', 'reading/words', 'search/words', 'shape'],
  memory: ['invisible', 'reading/words', 'search/words', 'shape', 'text'],
  publicVersion: ['postMortem', 'secrets'],
  export: ['csv', 'incident', 'postMortem', 'publicVersion', 'sections', 'shallow', 'templates', 'timeline'],
  import: ['export', 'limits', 'postMortem', 'reading', 'sections', 'templates', 'timeline'],
  enhancement: [
    'answers',
    'facts',
    'guardrail',
    'limits',
    'questions',
    'sections',
    'shape',
    'themes',
    'todo',
  ],
};

const domain = resolve(__dirname, '../../domain');
const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);

const isIn = (path: string, room: string): boolean =>
  path === room || path === `${room}.ts` || path.startsWith(`${room}/`);

const roomOf = (path: string): string | undefined =>
  Object.keys(ROOMS)
    .filter((room) => isIn(path, room))
    .sort((a, b) => b.length - a.length)[0];

/** What a file imports from `domain/`, as paths within it without their ending. */
const importsOf = (path: string): string[] =>
  [...readFileSync(join(domain, path), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)].map(([, to]) =>
    normalize(join(dirname(path), to as string)),
  );

/** A room may look into what is named for it, into its own inner rooms, and nowhere else. */
const mayImport = (from: string, to: string): boolean =>
  isIn(to, from) || (ROOMS[from] ?? []).some((room) => isIn(to, room));

it('every file of the domain stands in a room, so that a new one is placed on purpose', () => {
  expect(files.length).toBeGreaterThan(120);
  expect(files.filter((path) => roomOf(path) === undefined)).toEqual([]);
});

it('every room named here exists', () => {
  expect(Object.keys(ROOMS).filter((room) => !files.some((path) => isIn(path, room)))).toEqual([]);
});

it.each(Object.keys(ROOMS))('%s looks only into the rooms that it may', (room) => {
  const strays = files
    .filter((path) => roomOf(path) === room)
    .flatMap((path) =>
      importsOf(path)
        .filter((to) => !mayImport(room, to))
        .map((to) => `${path} imports ${to}`),
    );
  expect(strays).toEqual([]);
});

it('no two rooms look into each other, directly or by others', () => {
  const inner = (room: string) => Object.keys(ROOMS).filter((other) => other === room || isIn(other, room));
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const to of (ROOMS[from] ?? []).flatMap(inner)) {
      if (seen.has(to)) continue;
      seen.add(to);
      reached(to, seen);
    }
    return seen;
  };
  expect(Object.keys(ROOMS).filter((room) => reached(room).has(room))).toEqual([]);
});
