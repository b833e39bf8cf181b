import type { Remark } from './remark';

/** What a guardrail did to a draft (domain/guardrail): findings are told one after the other, each by its policy. */
export const OF_GUARDRAILS: readonly Remark[] = [
  [
    'The guardrail “{name}” blocked this draft: {=what}.',
    'Il guardrail “{name}” ha bloccato questa bozza: {=what}.',
  ],
  ['The guardrail “{name}” blocked this draft.', 'Il guardrail “{name}” ha bloccato questa bozza.'],
  [
    'The guardrail “{name}” blocked what was to be sent for this draft: {=what}.',
    'Il guardrail “{name}” ha bloccato ciò che andava inviato per questa bozza: {=what}.',
  ],
  [
    'The guardrail “{name}” masked in this draft: {=what}.',
    'Il guardrail “{name}” ha mascherato in questa bozza: {=what}.',
  ],
  [
    'The guardrail “{name}” noted in this draft: {=what}.',
    'Il guardrail “{name}” ha segnalato in questa bozza: {=what}.',
  ],
  ['{=one}; {=others}', '{=one}; {=others}'],
  ['word policy, “{name}”', 'parole vietate, “{name}”'],
  ['word list {kind} ({start}…, {n} characters)', 'elenco di parole {kind} ({start}…, {n} caratteri)'],
  ['word list {kind} ({n} characters)', 'elenco di parole {kind} ({n} caratteri)'],
  ['word list {kind}', 'elenco di parole {kind}'],
  ['personal data, {kind} ({start}…, {n} characters)', 'dati personali, {kind} ({start}…, {n} caratteri)'],
  ['personal data, {kind} ({n} characters)', 'dati personali, {kind} ({n} caratteri)'],
  ['personal data, {kind}', 'dati personali, {kind}'],
  ['pattern “{name}” ({start}…, {n} characters)', 'schema “{name}” ({start}…, {n} caratteri)'],
  ['pattern “{name}” ({n} characters)', 'schema “{name}” ({n} caratteri)'],
  ['pattern “{name}”', 'schema “{name}”'],
  ['content filter, {kind}', 'filtro dei contenuti, {kind}'],
  ['denied topic “{name}”', 'argomento vietato “{name}”'],
  [
    '{kind} in your text, {score} of at least {threshold}',
    '{kind} nel tuo testo, {score} su almeno {threshold}',
  ],
];
