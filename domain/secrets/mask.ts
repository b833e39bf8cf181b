import { holdBack } from './holdBack';
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

/** A text for people who may read about an incident, and not the keys and addresses that were noted on the way. */
export function mask(text: string): Masked {
  const { held } = holdBack(text);
  const numbers = new Map<string, number>();
  const counts = new Map<PlaceholderLabel, number>();
  for (const { placeholder } of held) {
    if (numbers.has(placeholder)) continue;
    const label = labelOf(placeholder);
    counts.set(label, (counts.get(label) ?? 0) + 1);
    numbers.set(placeholder, counts.get(label) as number);
  }
  let masked = '';
  let from = 0;
  for (const { placeholder, start, end } of held) {
    const label = labelOf(placeholder);
    const number = (counts.get(label) as number) > 1 ? ` ${numbers.get(placeholder)}` : '';
    masked += `${text.slice(from, start)}[${NAMES[label][0]}${number} removed]`;
    from = end;
  }
  const labels = (Object.keys(NAMES) as PlaceholderLabel[]).filter((label) => counts.has(label));
  return {
    text: masked + text.slice(from),
    found: labels.map((label) => {
      const count = counts.get(label) as number;
      return `${count} ${NAMES[label][count === 1 ? 0 : 1]}`;
    }),
    secret: counts.has('SECRET'),
  };
}
