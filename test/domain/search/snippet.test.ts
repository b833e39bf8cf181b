import { readQuestion } from '../../../domain/search/question';
import { snippetOf } from '../../../domain/search/snippet';
import fc from '../../properties';

const LONG = `${'Nothing to see. '.repeat(40)}Then the connection pool was exhausted, and retries made it worse. ${'And so on. '.repeat(40)}`;
const marked = (snippet: ReturnType<typeof snippetOf>) =>
  snippet?.marks.map(({ start, end }) => snippet.text.slice(start, end));

it('is the passage where most of the question stands together, with its words marked', () => {
  const snippet = snippetOf(
    { title: 'Pool', summary: 'A pool.', description: LONG },
    readQuestion('pool exhausted'),
  );
  expect(snippet?.field).toBe('description');
  expect(snippet?.text).toMatch(/^….*connection pool was exhausted.*…$/);
  expect(snippet?.text.length).toBeLessThan(220);
  expect(marked(snippet)).toEqual(['pool', 'exhausted']);
});

it('finds rows of the timeline and of the actions, and what service and tags say', () => {
  const timeline = [{ at: '14:02', text: 'Failover began' }];
  expect(snippetOf({ timeline }, readQuestion('failover'))).toMatchObject({
    field: 'timeline',
    label: 'Timeline',
  });
  expect(snippetOf({ service: 'checkout-api' }, readQuestion('checkout'))).toMatchObject({
    field: 'service',
  });
  expect(snippetOf({ title: 'A big database' }, readQuestion('base'))).toMatchObject({ field: 'title' });
});

it('is none where a word or a phrase of the question is not in the document any more', () => {
  expect(snippetOf({ summary: 'A pool.' }, readQuestion('pool exhausted'))).toBeNull();
  expect(snippetOf({ summary: 'Reset the connection' }, readQuestion('"connection reset"'))).toBeNull();
  expect(snippetOf({ summary: 'The Connection\nreset.' }, readQuestion('"connection reset"'))).not.toBeNull();
});

it('marks what stands there, whatever the text is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(400), (noise, at) => {
      const summary = `${noise.slice(0, at)} ERR_RAVEN ${noise.slice(at)}`;
      const snippet = snippetOf({ summary }, readQuestion('err_raven'));
      expect(marked(snippet)).toContain('ERR_RAVEN');
    }),
  );
});
