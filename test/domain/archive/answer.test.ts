import { gate } from '../../../domain/archive/answer';
import { AnswerReader } from '../../../domain/archive/answerLines';
import { answerMarkdown } from '../../../domain/archive/answerMarkdown';
import type { AnswerSentence } from '../../../domain/archive/answerRecord';
import type { Passage } from '../../../domain/archive/passage';
import fc from '../../properties';

function read(answer: string, piece = 5) {
  const reader = new AnswerReader();
  const said = [];
  for (let at = 0; at < answer.length; at += piece) said.push(...reader.push(answer.slice(at, at + piece)));
  return { said: [...said, ...reader.end()], saysNothing: reader.saysNothing };
}
const A = { text: 'The pool was exhausted.', sources: [1] };
const B = { text: 'It was raised to 200.', sources: [2, 3] };

test.each([
  ['as asked for', 'The pool was exhausted. [1]\nIt was raised to 200. [2][3]'],
  ['a list with dots behind the numbers', '1. The pool was exhausted [1].\n2. It was raised to 200 [2, 3].'],
  ['numbers in front', '[1] The pool was exhausted. [2][3] It was raised to 200.'],
  ['several in a line', 'The pool was exhausted. [1] It was raised to 200. [2] [3]'],
  ['words for numbers', '- **The pool was exhausted.** (source 1)\n- It was raised to 200. Sources: 2 and 3'],
  [
    'sources on lines of their own',
    'The pool was exhausted.\nSources: [1]\n\nIt was raised to 200.\n[2], [3]',
  ],
  [
    'JSON',
    '```json\n{"answer":[{"sentence":"The pool was exhausted.","sources":[1]},{"text":"It was raised to 200.","sources":["[2]","Passage 3"]}]}\n```',
  ],
  [
    'JSON lines',
    '{"sentence":"The pool was exhausted.","source":1}\n{"sentence":"It was raised to 200.","citations":[{"id":2},{"id":3}]}',
  ],
  ['JSON texts', '["The pool was exhausted. [1]", "It was raised to 200. [2][3]"]'],
  [
    'after thinking aloud',
    '<think>\nMaybe. [4]\n</think>\nHere is what they say:\nThe pool was exhausted.[1]\nIt was raised to 200.【2】[3]',
  ],
])('an answer is read in whatever shape a model gives it: %s', (_, answer) => {
  for (const piece of [1, 5, 1_000]) expect(read(answer, piece).said).toEqual([A, B]);
});

test.each([
  'The archive does not say.',
  'The passages do not contain any information about this.',
  'I don’t know.',
  'There is no information about hotels.',
  'L’archivio non dice nulla.',
])('a model that says that nothing is said, is understood: %s', (answer) => {
  expect(read(answer)).toEqual({ said: [], saysNothing: true });
});

const PASSAGE: Passage = {
  ...{ documentId: 'one', place: 'rootCause/0', section: 'rootCause', title: 'Checkout down' },
  ...{ service: 'checkout', severity: 'SEV1', startedAt: '2026-03-04T09:00:00Z' },
  text: 'At 09:14 the pool of checkout-db was exhausted by 120 workers. We suspect that the deploy of v2.4.1 leaked connections. Maria rolled back at 09:40.',
};
const OTHER: Passage = {
  ...PASSAGE,
  documentId: 'two',
  title: 'Search slow',
  text: 'Search was slow for 3 minutes.',
};
const judge = (text: string, sources = [1], question = 'What happened?', shown: AnswerSentence[] = []) =>
  gate({ text, sources }, { passages: [PASSAGE, OTHER], question, shown });

test.each([
  ['The pool was exhausted at 09:14.', [], 'source'],
  ['The pool was exhausted at 09:14.', [3], 'source'],
  ['The pool was exhausted at 09:14.', [0, 99], 'source'],
  ['The pool was exhausted at 09:15.', [1], 'value'],
  ['The pool was exhausted by 500 workers.', [1], 'value'],
  ['The pool was exhausted by Kubernetes.', [1], 'value'],
  ['Maria rolled back after 26 minutes.', [1], 'value'],
  ['The pool of [HELD-SECRET-9] was exhausted.', [1], 'value'],
  ['The pool was exhausted at 09:14.', [2], 'support'],
  ['Everybody should trust this answer.', [1], 'support'],
  ['The deploy of v2.4.1 leaked connections.', [1], 'doubt'],
] as const)('a sentence is not shown that its sources do not bear out: %s %j', (text, sources, why) => {
  expect(judge(text, [...sources])).toBe(why);
});

test('what stands in its source is shown with the shortest words that bear it out, letter for letter', () => {
  expect(judge('The pool was exhausted by 120 workers on 4 March 2026.', [1, 2])).toEqual({
    text: 'The pool was exhausted by 120 workers on 4 March 2026.',
    sources: [
      {
        ...{ id: 'one', section: 'rootCause', place: 'rootCause/0', title: 'Checkout down' },
        quote: 'At 09:14 the pool of checkout-db was exhausted by 120 workers.',
      },
    ],
  });
  expect(judge('It is suspected that the deploy of v2.4.1 leaked connections.')).toHaveProperty('sources');
});

test('a figure in the question is what it asks about and no source; a name in it may be said', () => {
  expect(judge('The pool was exhausted by 500 workers.', [1], 'Was it 500 workers?')).toBe('value');
  expect(
    judge('For the Payments team the pool was exhausted at 09:14.', [1], 'And for Payments?'),
  ).toHaveProperty('text');
});

test('what is shown already is not shown again, and nobody reads more than a dozen', () => {
  const shown = judge('The pool was exhausted at 09:14.') as AnswerSentence;
  expect(judge('The pool was exhausted at 09:14!', [1], '', [shown])).toBe('again');
  const many = Array.from({ length: 12 }, (_, at) => ({ ...shown, text: `${at}` }));
  expect(judge('The pool was exhausted at 09:14.', [1], '', many)).toBe('many');
});

test('whatever a model says, in whatever pieces, what passes has a source among the passages, quoted letter for letter', () => {
  const words = fc.constantFrom(
    '[1]',
    '[2]',
    '[9]',
    '. ',
    '\n',
    'the pool ',
    'was exhausted ',
    '09:14 ',
    '500 ',
    'Sources: 1',
    '{"text":"',
    '"}',
    '【1',
    '<think>',
    '[[1]]',
    'Maria ',
    '(source ',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (said, piece) => {
      for (const one of read(said.join(''), piece).said) {
        const gated = gate(one, { passages: [PASSAGE, OTHER], question: 'What?', shown: [] });
        if (typeof gated === 'string') continue;
        expect(gated.sources.length).toBeGreaterThan(0);
        for (const { id, quote } of gated.sources)
          expect((id === 'one' ? PASSAGE : OTHER).text).toContain(quote);
        expect(gated.text).not.toContain('500');
      }
    }),
    { numRuns: 300 },
  );
});

test('an answer of megabytes is read to its bound and no further', () => {
  const { said } = read('The pool was exhausted. [1]\n'.repeat(200_000), 100_000);
  expect(said.length).toBeLessThan(2_000);
  expect(read('[1]'.repeat(1_000_000), 500_000).said).toEqual([]);
});

test('a copied answer leads to its sources, and nothing in it is a link of somebody else’s', () => {
  const sentence = judge('The pool was exhausted at 09:14.') as AnswerSentence;
  const source = {
    ...(sentence.sources[0] as AnswerSentence['sources'][0]),
    title: '[x](https://evil.example)',
  };
  const text = answerMarkdown(
    { question: 'What *happened*?', sentences: [{ ...sentence, sources: [source] }] },
    'https://n.example',
    'Silence.',
  );
  expect(text).toContain('The pool was exhausted at 09:14. [1]');
  expect(text).toContain('](https://n.example/post-mortems/one#section-rootCause)');
  expect(text).not.toMatch(/(?<!\\)\]\(https:\/\/evil/);
  expect(answerMarkdown({ question: 'Q?', sentences: [] }, '', 'Silence.')).toContain('Silence.');
});
