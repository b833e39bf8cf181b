import { type HeldBack, holdBackAll } from './holdBack';
import { labelOf } from './placeholders';
import type { PlaceholderLabel } from './span';

/** What people call what was found. */
const NAMES: Record<PlaceholderLabel, [one: string, many: string]> = {
  SECRET: ['secret', 'secrets'],
  EMAIL: ['e-mail address', 'e-mail addresses'],
  PHONE: ['phone number', 'phone numbers'],
  CARD: ['card number', 'card numbers'],
  IBAN: ['account number', 'account numbers'],
  SSN: ['social-security number', 'social-security numbers'],
  IP: ['public address', 'public addresses'],
};

export interface Masked {
  /** `[e-mail address 2 removed]` where a value stood; equal values have one number. */
  text: string;
  /** Different values, in words: `1 secret`, `2 phone numbers`; secrets first. */
  found: string[];
  /** Whether there is a key, a password or a token among them. */
  secret: boolean;
}

/** Texts that were masked together, and what was found in all of them. */
interface MaskedTexts extends Pick<Masked, 'found' | 'secret'> {
  each: Masked[];
}

/** What may stand where the value of a placeholder stood: `[e-mail address removed]`. */
export const insteadOf = (placeholder: string): string => `[${NAMES[labelOf(placeholder)][0]} removed]`;

/** A text for people who may read about an incident, and not the keys and addresses that were noted on the way. */
export const mask = (text: string): Masked => maskAll([text]).each[0] as Masked;

/**
 * Texts of one document for such people, in their order: what one of them says is a password is taken out of all of
 * them, and one value has one number in them.
 * @param beside texts of the same document that are looked through as well, and not given back
 */
export function maskAll(texts: readonly string[], beside: readonly string[] = []): MaskedTexts {
  const all = holdBackAll(texts, { beside });
  const numbers = new Map<string, number>();
  const counts = new Map<PlaceholderLabel, number>();
  for (const { placeholder } of all.flatMap(({ held }) => held)) {
    if (numbers.has(placeholder)) continue;
    const label = labelOf(placeholder);
    const number = (counts.get(label) ?? 0) + 1;
    counts.set(label, number);
    numbers.set(placeholder, number);
  }
  const instead = (placeholder: string): string => {
    const label = labelOf(placeholder);
    const which = (counts.get(label) as number) > 1 ? ` ${numbers.get(placeholder)}` : '';
    return `[${NAMES[label][0]}${which} removed]`;
  };
  return {
    each: all.map(({ held }, index) => {
      const text = replaced(texts[index] as string, held, instead);
      return { text, ...foundAmong(held.map(({ placeholder }) => placeholder)) };
    }),
    ...foundAmong([...numbers.keys()]),
  };
}

function replaced(text: string, held: HeldBack['held'], instead: (placeholder: string) => string): string {
  let masked = '';
  let from = 0;
  for (const { placeholder, start, end } of held) {
    masked += text.slice(from, start) + instead(placeholder);
    from = end;
  }
  return masked + text.slice(from);
}

function foundAmong(placeholders: readonly string[]): Pick<Masked, 'found' | 'secret'> {
  const counts = new Map<PlaceholderLabel, number>();
  for (const label of [...new Set(placeholders)].map(labelOf))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = (Object.keys(NAMES) as PlaceholderLabel[]).filter((label) => counts.has(label));
  return {
    found: labels.map((label) => {
      const count = counts.get(label) as number;
      return `${count} ${NAMES[label][count === 1 ? 0 : 1]}`;
    }),
    secret: counts.has('SECRET'),
  };
}
