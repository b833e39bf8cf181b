import { emptyContent } from '../../../../src/data/content';
import { FactsLine, factsProblem } from '../../../../src/features/editor/FactsLine';
import { rendered } from '../../rendered';

const told = {
  ...emptyContent(),
  severity: 'SEV1' as const,
  service: 'checkout-api',
  startedAt: '2026-03-04T14:02:00.000Z',
  detectedAt: '2026-03-04T14:05:00.000Z',
  resolvedAt: '2026-03-04T15:12:00.000Z',
  people: ['Ada', 'Grace', 'Edgar', 'Lenore'].map((name) => ({ name })),
};

it('the facts are told in a line: how bad, where, how long each thing took, and who', async () => {
  const { words } = await rendered(<FactsLine content={told} problem={null} />);
  expect(words).toMatch(/^SEV1.*checkout-api.*Ada, Grace, Edgar and 1 more/);
  expect(words).not.toContain('TTM');
});

it('times that contradict one another give no length, and are named', async () => {
  const wrong = { ...told, resolvedAt: '2026-03-04T13:00:00.000Z' };
  const problem = factsProblem(wrong);
  expect(problem).toBe('“Resolved” is before “Detected”.');
  const { words } = await rendered(<FactsLine content={wrong} problem={problem} />);
  expect(words).not.toContain('TTR');
  expect(words).toContain('“Resolved” is before “Detected”.');
});

it('a document without facts says so', async () => {
  const { words } = await rendered(<FactsLine content={emptyContent()} problem={null} />);
  expect(words).toContain('No service, times or people yet');
});
