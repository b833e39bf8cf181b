/** How sure the filter must be to act: `LOW` acts on what is classified with high confidence only. */
export type Strength = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH';
/** What happens to what is found; `NONE` says it and changes nothing. */
export type Action = 'BLOCK' | 'ANONYMIZE' | 'NONE';

/** On what is sent to a model, and on what it answers; null where it is not looked for. */
interface Sides<What> {
  sent: What | null;
  answered: What | null;
}

export interface GuardrailPolicies {
  /** What people call it. */
  name: string;
  /** Said in place of what was blocked, at most 500 characters each. */
  blockedInput: string;
  blockedOutput: string;
  contentFilters: ReadonlyArray<{ type: string; sent: Strength; answered: Strength }>;
  /** Each up to three words, found whatever its case. */
  words: ReadonlyArray<Sides<'BLOCK'> & { text: string }>;
  wordLists: ReadonlyArray<Sides<'BLOCK'> & { type: 'PROFANITY' }>;
  personalData: ReadonlyArray<Sides<Action> & { type: string }>;
  /** In RE2's language: no looking around. */
  patterns: ReadonlyArray<Sides<Action> & { name: string; description: string; pattern: string }>;
  /** Below this score (0 to 0.99) a draft counts as not grounded in its source. */
  grounding: { threshold: number; action: 'BLOCK' | 'NONE' };
}

const inDrafts = (text: string) => ({ text, sent: null, answered: 'BLOCK' }) as const;
const nowhere = (type: string) => ({ type, sent: 'BLOCK', answered: 'BLOCK' }) as const;
const token = (name: string, description: string, pattern: string) =>
  ({ name, description, pattern, sent: 'BLOCK', answered: 'BLOCK' }) as const;

/**
 * What the guardrail of a deployment acts on. The template, its local reading, the tests and the documents go
 * by this list; why each is as it is stands in docs/decisions/024-guardrails-as-code.md.
 *
 * An incident is told in words like "kill", "attack" and "injection", and the Addams voice is macabre: of what
 * an author writes, nothing is judged by its tone. Names, links and private addresses are the facts of an
 * incident. Passwords are left to `domain/secrets`: the placeholder in their place reads like one.
 */
export const GUARDRAIL: GuardrailPolicies = {
  name: 'Nevermore',
  blockedInput: 'The guardrail of this deployment blocked what was to be sent to the model.',
  blockedOutput: 'The guardrail of this deployment blocked the answer of the model.',
  contentFilters: [
    { type: 'HATE', sent: 'MEDIUM', answered: 'MEDIUM' },
    { type: 'SEXUAL', sent: 'MEDIUM', answered: 'MEDIUM' },
    { type: 'INSULTS', sent: 'NONE', answered: 'LOW' },
    { type: 'VIOLENCE', sent: 'NONE', answered: 'LOW' },
    { type: 'MISCONDUCT', sent: 'NONE', answered: 'LOW' },
    // On answers Bedrock allows nothing but NONE.
    { type: 'PROMPT_ATTACK', sent: 'LOW', answered: 'NONE' },
  ],
  // A draft that blames is none, whoever was quoted.
  words: [
    'incompetent',
    'incompetence',
    'idiot',
    'moron',
    'gross negligence',
    'criminally negligent',
    'should be fired',
  ].map(inDrafts),
  wordLists: [{ type: 'PROFANITY', sent: null, answered: 'BLOCK' }],
  personalData: [
    // The author's own are placeholders by then: what stands in a draft, a model has made up.
    { type: 'EMAIL', sent: null, answered: 'ANONYMIZE' },
    ...[
      'AWS_ACCESS_KEY',
      'AWS_SECRET_KEY',
      'CREDIT_DEBIT_CARD_NUMBER',
      'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
      'US_SOCIAL_SECURITY_NUMBER',
    ].map(nowhere),
  ],
  patterns: [
    token('private-key', 'A private key in PEM', '-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----'),
    token('github-token', 'A token of GitHub', '\\bgh[opsur]_[A-Za-z0-9]{36}'),
    token('slack-token', 'A token of Slack', '\\bxox[abeprs]-[A-Za-z0-9-]{10,200}'),
  ],
  // Said, and not acted on: a macabre frame and a question are not in the source either.
  grounding: { threshold: 0.5, action: 'NONE' },
};
