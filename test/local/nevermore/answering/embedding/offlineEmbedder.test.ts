import {
  embedOffline,
  offlineEmbedder,
} from '../../../../../local/nevermore/answering/embedding/offlineEmbedder';
import { SYNONYMS } from '../../../../../local/nevermore/answering/embedding/synonyms';
import { CASES } from '../../../../cases/cases';
import fc from '../../../../properties';

const likeness = (one: string, other: string, dimensions = 256) => {
  const [a, b] = [embedOffline(one, dimensions), embedOffline(other, dimensions)];
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
};
const length = (vector: Float32Array) => Math.hypot(...vector);

test('the same text has the same vector, today and on every computer', () => {
  const vector = embedOffline('The orders API was down from 14:02 to 14:31 UTC.', 256);
  expect(embedOffline('The orders API was down from 14:02 to 14:31 UTC.', 256)).toEqual(vector);
  // As it was when this was written: indexes keep vectors, so another one needs another edition.
  expect([...vector.slice(0, 4)].map((value) => value.toFixed(4))).toEqual([
    '0.0000',
    '0.0293',
    '-0.0270',
    '0.1717',
  ]);
});

test.each([
  ['the database was down', 'postgres outage', 'the certificate had expired'],
  ['we reverted the deploy', 'rollback of the release', 'disk full on the log server'],
  ['pods were killed by OOM', 'memory leak in the worker', 'DNS zone was misconfigured'],
  ['TLS handshake failed', 'certificate was not renewed', 'a slow query on the orders table'],
  ['checkout timeouts', 'payment latency', 'alert fatigue of the on-call engineer'],
  ['messages piled up in Kafka', 'growing queue and consumer lag', 'expired API key'],
  ['nobody was paged', 'the failure went unnoticed', 'a switch lost power'],
  ['the primary failed over', 'promotion of the replica', 'stale files in the CDN'],
  ['too many open connections', 'connection pool exhausted', 'a typo in the status page'],
  ['DDoS attack', 'flood of bot traffic', 'leap second on the database host'],
  ['requests failed with ECONNREFUSED', 'econnrefused from upstream', 'leap second on the database host'],
  ['retrying clients overloaded it', 'retry storm after the restart', 'wrong invoice for some customers'],
])('"%s" is nearer to "%s" than to "%s", in every dimension', (asked, synonym, stranger) => {
  for (const dimensions of [256, 512, 1024])
    expect(likeness(asked, synonym, dimensions)).toBeGreaterThan(likeness(asked, stranger, dimensions) + 0.1);
});

test('a passage of a published incident is nearest to itself, and nearer to its own incident than to most others', () => {
  const passages = CASES.map(({ source }) => source);
  for (const [at, passage] of passages.entries()) {
    const words = passage.split(/\s+/);
    const part = words.slice(0, Math.max(12, Math.ceil(words.length / 3))).join(' ');
    const ranked = passages
      .map((other, index) => ({ index, like: likeness(part, other) }))
      .sort((a, b) => b.like - a.like);
    expect(ranked[0]?.index).toBe(at);
  }
});

test('whatever a text is, its vector is finite and of length 1, and without the wish for that longer for longer texts', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom(256, 512, 1024),
      (text, dimensions) => {
        const vector = embedOffline(text, dimensions);
        expect(vector).toHaveLength(dimensions);
        expect(length(vector)).toBeCloseTo(1, 5);
      },
    ),
  );
  expect(length(embedOffline('outage outage of the whole region', 256, false))).toBeGreaterThan(2);
});

test.each([
  ['50,000 letters without a space', 'x'.repeat(50_000)],
  ['50,000 marks on one letter', `a${'\u0301'.repeat(49_999)}`],
  ['25,000 words', 'a b'.repeat(12_500)],
  ['nothing but signs', '!!! ??? …'],
  ['a lone surrogate', '\ud83d'],
  ['names of what objects have', '__proto__ constructor toString hasOwnProperty'],
])('%s has a vector too', (_, text) => {
  expect(length(embedOffline(text, 256))).toBeCloseTo(1, 5);
});

test('forms of one word, other letters and typos stay near', () => {
  expect(likeness('deployments failed', 'deployment failing')).toBeGreaterThan(0.6);
  expect(likeness('Zürich network', 'ZURICH networks')).toBeGreaterThan(0.7);
  expect(likeness('reconciliation', 'reconcilliation')).toBeGreaterThan(0.3);
  expect(likeness('orderService restarted', 'order service restart')).toBeGreaterThan(0.6);
});

test('it says that it is no model, and is another once its synonyms are others', () => {
  expect(SYNONYMS.length).toBeGreaterThanOrEqual(150);
  const first = SYNONYMS.map((line) => line.split(',')[0]);
  expect(new Set(first).size).toBe(first.length);
  expect(offlineEmbedder().name).toMatch(/^offline-embedder \(rules, edition 1\.[0-9a-f]{8}\)$/);
  const phrases = SYNONYMS.flatMap((line) => line.split(',').map((phrase) => phrase.trim()));
  expect(phrases.filter((phrase) => phrase === '' || phrase !== phrase.toLowerCase())).toEqual([]);
});
