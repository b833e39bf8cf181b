import type { Draft } from '../../../../../domain/enhancement';
import type { GuardrailFinding, GuardrailReport } from '../../../../../domain/guardrail/report';
import type { Enhancement } from '../../../../../src/data/types';
import { guardrailNotes } from '../../../../../src/features/enhance/result/guardrailNotes';
import { outcomeWords } from '../../../../../src/features/enhance/result/outcome';
import { draft } from './draft';

const finding = (part: Partial<GuardrailFinding>): GuardrailFinding => ({
  policy: 'WORDS',
  action: 'BLOCKED',
  side: 'OUTPUT',
  name: 'incompetent',
  hint: null,
  score: null,
  threshold: null,
  ...part,
});
const report = (part: Partial<GuardrailFinding> = {}): GuardrailReport => {
  const one = finding(part);
  return { guardrail: 'Nevermore', action: one.action, findings: [one] };
};
const run = (drafts: Draft[], source = 'db fell over at 14:02') =>
  ({ source, material: null, drafts, verdict: { outcome: 'NO_DRAFT', winner: 0 } }) as unknown as Enhancement;
const stopped = (part: Partial<GuardrailFinding> = {}): Draft => ({
  ...draft(''),
  text: null,
  error: 'stopped',
  guardrail: report(part),
});

it('says nothing of runs without a guardrail, nor of those from before there was one', () => {
  const { guardrail: _, ...old } = draft('A draft.');
  expect(guardrailNotes(run([old, { ...draft('Another.'), guardrail: null }]))).toEqual([]);
});

it('says which draft was blocked by which policy, and whether the author can change it', () => {
  const [note] = guardrailNotes(run([draft('Fine.'), stopped()], 'He was called Incompetent.'));
  expect(note).toMatchObject({
    action: 'BLOCKED',
    said: ['The guardrail “Nevermore” blocked this draft: word policy, “incompetent”.'],
    advice: expect.stringContaining('It stands in your own text.'),
  });
  expect(guardrailNotes(run([stopped()]))[0]?.advice).toContain('It is not in your text');
});

it('says when what was to be sent is what was blocked', () => {
  const [note] = guardrailNotes(
    run([
      stopped({ policy: 'PERSONAL_DATA', name: 'AWS_ACCESS_KEY', hint: 'AK…, 20 characters', side: 'INPUT' }),
    ]),
  );
  expect(note?.said).toEqual([
    'The guardrail “Nevermore” blocked what was to be sent for this draft: personal data, aws access key (AK…, 20 characters).',
  ]);
  expect(note?.advice).toContain('your own text');
});

it('says what was masked and what to do with the braces, and only tells what was only noted', () => {
  const masked = {
    ...draft('Ask {EMAIL}.'),
    guardrail: report({ policy: 'PERSONAL_DATA', name: 'EMAIL', action: 'ANONYMIZED' }),
  };
  expect(guardrailNotes(run([masked]))[0]).toMatchObject({
    action: 'ANONYMIZED',
    advice: expect.stringContaining('braces'),
  });
  const noted = {
    ...draft('Fine.'),
    guardrail: report({ policy: 'GROUNDING', name: 'GROUNDING', action: 'NONE', score: 0.4, threshold: 0.5 }),
  };
  expect(guardrailNotes(run([noted]))[0]).toMatchObject({ action: 'NONE', advice: null });
});

it('does not say that no model answered when the guardrail stopped what they answered', () => {
  expect(outcomeWords(run([stopped(), stopped()])).title).toBe('The guardrail stopped every draft');
  expect(outcomeWords(run([stopped(), { ...draft(''), text: null, error: 'down' }])).title).toBe(
    'No model answered',
  );
});
