import type { GuardrailReport } from '../../../domain/guardrail/report';

/** What a guardrail says of an answer with this word in it. */
export const blocked = (word: string): GuardrailReport => ({
  guardrail: 'Nevermore',
  action: 'BLOCKED',
  findings: [
    {
      policy: 'WORDS',
      action: 'BLOCKED',
      side: 'OUTPUT',
      name: word,
      hint: null,
      score: null,
      threshold: null,
    },
  ],
});

/** What it says of one in which it masked an e-mail address. */
export const MASKED: GuardrailReport = {
  guardrail: 'Nevermore',
  action: 'ANONYMIZED',
  findings: [
    {
      policy: 'PERSONAL_DATA',
      action: 'ANONYMIZED',
      side: 'OUTPUT',
      name: 'EMAIL',
      hint: 'in…, 20 characters',
      score: null,
      threshold: null,
    },
  ],
};
