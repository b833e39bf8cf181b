import { fixed } from '../../language/formats';
import { say } from '../../language/say';

/** USD as an engineer compares it: "no cost" for what nobody bills, four digits for fractions of a cent. */
export function cost(usd: number): string {
  if (usd === 0) return say('no cost');
  const amount = (value: number, digits: number) => `$${fixed(value, digits)}`;
  return usd < 0.0001 ? say('under {amount}', { amount: amount(0.0001, 4) }) : amount(usd, usd < 0.1 ? 4 : 2);
}

/** A time span: "340 ms", "1.2 s", "2 min 5 s". */
export function span(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${fixed(milliseconds / 1_000, 1)} s`;
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
