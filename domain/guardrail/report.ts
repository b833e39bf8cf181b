import type { Shape } from '../shape';

/** Which of a guardrail's policies found something. */
export const GUARDRAIL_POLICIES = [
  'WORDS',
  'WORD_LIST',
  'PERSONAL_DATA',
  'PATTERN',
  'CONTENT_FILTER',
  'TOPIC',
  'GROUNDING',
] as const;
export type GuardrailPolicy = (typeof GUARDRAIL_POLICIES)[number];

/** What was done about it; `NONE`: found, and left as it is. */
export type GuardrailAction = 'BLOCKED' | 'ANONYMIZED' | 'NONE';

/** One thing that a guardrail found. */
export interface GuardrailFinding {
  policy: GuardrailPolicy;
  action: GuardrailAction;
  /** In what was sent to the model, or in its answer. */
  side: 'INPUT' | 'OUTPUT';
  /** The word, the kind of personal data (`EMAIL`), the pattern's name, the filter or the topic. */
  name: string;
  /** Of what was found, as much as may be kept: see `hintAt`. Null where there is no passage. */
  hint: string | null;
  /** Of grounding: 0 to 1, and what it should have reached. */
  score: number | null;
  threshold: number | null;
}

/** What a guardrail said of one call to a model. */
export interface GuardrailReport {
  /** What the guardrail is called; its id where the deployment brought its own. */
  guardrail: string;
  /** The strongest action of the findings. */
  action: GuardrailAction;
  findings: GuardrailFinding[];
}

/** A report as it is stored. */
export const GUARDRAIL_REPORT = {
  guardrail: 'String',
  action: 'String',
  findings: [
    {
      policy: 'String',
      action: 'String',
      side: 'String',
      name: 'String',
      hint: 'String',
      score: 'Float',
      threshold: 'Float',
    } as const satisfies Record<keyof GuardrailFinding, unknown>,
  ],
} as const satisfies Shape & Record<keyof GuardrailReport, unknown>;

/**
 * Enough of a value for its author to find it, and too little for anybody else: its first two characters and
 * its length. The value itself is neither kept nor logged.
 */
export const hintAt = (value: string): string =>
  value.length <= 4 ? `${value.length} characters` : `${value.slice(0, 2)}…, ${value.length} characters`;

/** The strongest of what was done. */
export function strongest(actions: readonly GuardrailAction[]): GuardrailAction {
  if (actions.includes('BLOCKED')) return 'BLOCKED';
  return actions.includes('ANONYMIZED') ? 'ANONYMIZED' : 'NONE';
}

/** Two reports on one answer as one. */
export function together(one: GuardrailReport | undefined, other: GuardrailReport): GuardrailReport {
  if (!one) return other;
  return {
    ...other,
    action: strongest([one.action, other.action]),
    findings: [...one.findings, ...other.findings],
  };
}

/** Bedrock's names in words: `US_SOCIAL_SECURITY_NUMBER` is "us social security number". */
const inWords = (name: string): string => name.toLowerCase().replaceAll('_', ' ');

/** A finding by its policy and what it is about: `word policy, “incompetent”`. */
export function findingInWords({ policy, name, hint, score, threshold }: GuardrailFinding): string {
  const passage = hint === null ? '' : ` (${hint})`;
  switch (policy) {
    case 'WORDS':
      return `word policy, “${name}”`;
    case 'WORD_LIST':
      return `word list ${inWords(name)}${passage}`;
    case 'PERSONAL_DATA':
      return `personal data, ${inWords(name)}${passage}`;
    case 'PATTERN':
      return `pattern “${name}”${passage}`;
    case 'CONTENT_FILTER':
      return `content filter, ${inWords(name)}`;
    case 'TOPIC':
      return `denied topic “${name}”`;
    case 'GROUNDING':
      return `${inWords(name)} in your text, ${score} of at least ${threshold}`;
  }
}

/** The findings of one action in words, each once, in their order. */
const told = ({ findings }: GuardrailReport, action: GuardrailAction): string =>
  [...new Set(findings.filter((one) => one.action === action).map(findingInWords))].join('; ');

/**
 * What the guardrail did, in a sentence each, the strongest first; none where it found nothing.
 * @param answer what the model was to write: "draft", "verdict", "follow-up"
 */
export function reportInWords(report: GuardrailReport, answer: string): string[] {
  const who = `The guardrail “${report.guardrail}”`;
  const blocked = report.findings.filter(({ action }) => action === 'BLOCKED');
  const masked = told(report, 'ANONYMIZED');
  const noted = told(report, 'NONE');
  const wasSent = blocked.length > 0 && blocked.every(({ side }) => side === 'INPUT');
  const what = wasSent ? `what was to be sent for this ${answer}` : `this ${answer}`;
  return [
    ...(report.action === 'BLOCKED'
      ? [`${who} blocked ${what}${blocked.length > 0 ? `: ${told(report, 'BLOCKED')}` : ''}.`]
      : []),
    ...(masked ? [`${who} masked in this ${answer}: ${masked}.`] : []),
    ...(noted ? [`${who} noted in this ${answer}: ${noted}.`] : []),
  ];
}
