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

/** What may stand where the value of a placeholder stood: `[e-mail address removed]`. */
export const insteadOf = (placeholder: string): string => `[${NAMES[labelOf(placeholder)][0]} removed]`;

/** Whether a placeholder stands for a key, a password or a token. */
export const isSecret = (placeholder: string): boolean => labelOf(placeholder) === 'SECRET';

/** A text for people who may read about an incident, and not the keys and addresses that were noted on the way. */
export function mask(text: string): Masked {
  const { safe, held } = holdBack(text);
  const placeholders = [...new Set(held.map(({ placeholder }) => placeholder))];
  const counts = new Map<PlaceholderLabel, number>();
  const numbered = placeholders.map((placeholder) => {
    const label = labelOf(placeholder);
    const number = (counts.get(label) ?? 0) + 1;
    counts.set(label, number);
    return { placeholder, label, number };
  });
  const masked = numbered.reduce((rest, { placeholder, label, number }) => {
    const which = (counts.get(label) as number) > 1 ? ` ${number}` : '';
    return rest.replaceAll(placeholder, `[${NAMES[label][0]}${which} removed]`);
  }, safe);
  const labels = (Object.keys(NAMES) as PlaceholderLabel[]).filter((label) => counts.has(label));
  return {
    text: masked,
    found: labels.map((label) => {
      const count = counts.get(label) as number;
      return `${count} ${NAMES[label][count === 1 ? 0 : 1]}`;
    }),
    secret: counts.has('SECRET'),
  };
}
