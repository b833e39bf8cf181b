import { MEMORY_KINDS, wrongMemory } from '../../../domain/memory/memory';
import { ITALIAN } from '../../../src/language/italian';
import { archive } from '../../../src/language/italian/archive';
import { choices } from '../../../src/language/italian/choices';
import { document } from '../../../src/language/italian/document';
import { domain } from '../../../src/language/italian/domain';
import { editor } from '../../../src/language/italian/editor';
import { enhance } from '../../../src/language/italian/enhance';
import { figures } from '../../../src/language/italian/figures';
import { library } from '../../../src/language/italian/library';
import { remembering } from '../../../src/language/italian/remembering';
import { review } from '../../../src/language/italian/review';
import { shell } from '../../../src/language/italian/shell';
import { timeline } from '../../../src/language/italian/timeline';
import { verdict } from '../../../src/language/italian/verdict';
import { phrasesSaidIn, sourcesOfScreen, textsIn } from './wordsInCode';

/** Texts that stay as they are in every language, each with the reason. */
const STAYS: ReadonlyArray<{ file: string; texts: RegExp; because: string }> = [
  { file: 'src/data/amplify/', texts: /^(?:id|team|sortDirection|\{\} heardBy)/, because: 'GraphQL' },
  { file: 'src/data/amplify/live.ts', texts: /^Subscription ack$/, because: 'a message of Amplify’s' },
  {
    file: 'src/components/export/ExportList.tsx',
    texts: /^\{\} actions$/,
    because: 'the name of a file, as its columns are English too',
  },
  {
    file: 'src/features/comments/',
    texts: /^(?:new|edit|reply) \{\}$/,
    because: 'keys of drafts on the device',
  },
  { file: 'src/features/comments/placesInPage.ts', texts: /^textarea, /, because: 'a selector' },
  { file: 'src/features/keyboard/Keyboard.tsx', texts: /^input, /, because: 'a selector' },
  { file: 'src/features/keyboard/Shortcuts.tsx', texts: /^Ctrl$/, because: 'a key that both call so' },
  {
    file: 'src/features/editor/',
    texts: /^(?:action item|timeline entry)$/,
    because: 'what a list calls its rows; the list takes only phrases',
  },
  { file: 'src/features/editor/ProseSection.tsx', texts: /^\{\}hint \{\}limit$/, because: 'ids' },
  {
    file: 'src/features/editor/contentToSave.ts',
    texts: /^Untitled post-mortem$/,
    because: 'it is saved as the title: the document’s own text',
  },
  { file: 'src/features/', texts: /^\{\} (?:ms|min|min \{\} s|KB|MB)$/, because: 'units' },
  {
    file: 'src/features/enhance/sending/PromptsDialog.tsx',
    texts: /^\((?:one|the other) draft stands here\)$/,
    because: 'it stands in a prompt, which is English',
  },
  { file: 'src/features/enhance/sending/sensitive.ts', texts: /^\(\?/, because: 'patterns' },
  { file: 'src/features/library/example.ts', texts: /./, because: 'a document’s own text' },
  { file: 'src/features/timeline/PastedSource.tsx', texts: /^14:02 deploy started/, because: 'as logs are' },
  { file: 'src/', texts: /^Nevermore$/, because: 'the name of the product' },
  { file: 'src/language/languages.ts', texts: /^(?:English|Italiano)$/, because: 'each in its own words' },
];

const stays = (file: string, text: string) =>
  STAYS.find((one) => file.startsWith(one.file) && one.texts.test(text));

const PARTS = {
  domain,
  choices,
  shell,
  library,
  editor,
  timeline,
  enhance,
  verdict,
  document,
  figures,
  review,
  remembering,
  archive,
};

it('has no text that people read outside the catalogue of phrases', () => {
  const outside = sourcesOfScreen().flatMap((one) =>
    textsIn(one)
      .filter((text) => !stays(one.file, text))
      .map((text) => `${one.file}: ${text}`),
  );
  expect(outside).toEqual([]);
});

it('lists nothing as staying English that is no longer there', () => {
  const found = sourcesOfScreen().flatMap((one) => textsIn(one).map((text) => stays(one.file, text)));
  expect(STAYS.filter((one) => !found.includes(one))).toEqual([]);
});

it('has no Italian for what nobody says', () => {
  const said = new Set(sourcesOfScreen().flatMap(phrasesSaidIn));
  const { domain: _, choices: __, ...ownParts } = PARTS;
  const unsaid = Object.values(ownParts)
    .flatMap((part) => Object.keys(part))
    // Keys of a keyboard and rows of a list are said by their names.
    .filter((english) => !said.has(english) && !BY_NAME.has(english));
  expect(unsaid).toEqual([]);
});

/** Said by a name that is held in a variable, or translated as what the domain calls it. */
const BY_NAME = new Set([
  ...MEMORY_KINDS.map(({ label }) => label),
  ...['', 'a\nb'].flatMap((text) => wrongMemory(text) ?? []),
  'Enter',
  'Shift',
  'Click',
  'timeline entry',
  'action item',
  'person',
]);

it('has one Italian for each phrase', () => {
  const all = Object.values(PARTS).flatMap((part) => Object.keys(part));
  expect(all.filter((english, place) => all.indexOf(english) !== place)).toEqual([]);
  expect(Object.keys(ITALIAN.phrases)).toHaveLength(all.length);
});

describe('what counts as a text that people read', () => {
  const inElement = (element: string) =>
    textsIn({ file: 'Made.tsx', source: `const made = () => ${element};` });

  it.each([
    ['between tags', '<p>saved</p>', 'saved'],
    ['in a condition between tags', "<p>{done ? 'once' : null}</p>", 'once'],
    ['in a name for screen readers', '<p aria-label="list" />', 'list'],
    ['in an attribute of ours', '<Row called="a row of it" />', 'a row of it'],
    ['beside a value', `<p>{told(\`\${late} overdue\`)}</p>`, '{} overdue'],
    ['as an argument', "<p>{tell('Saved.')}</p>", 'Saved.'],
  ])('%s', (_, element, text) => {
    expect(inElement(element)).toEqual([text]);
  });

  it.each([
    ['classes', '<p className="row small" />'],
    ['what the catalogue has', "<p>{say('Saved.')}</p>"],
    ['what is told on the console', "<p onClick={() => console.warn('It failed.')} />"],
  ])('but not %s', (_, element) => {
    expect(inElement(element)).toEqual([]);
  });
});
