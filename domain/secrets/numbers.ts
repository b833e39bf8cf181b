import type { Span } from './span';

const CARD =
  /(?<![\p{L}\d._/#+-])(?:\d{4}[ -]\d{6}[ -]\d{4,5}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?|\d{13,19})(?![\p{L}\d_]|[.:/-]\d)/gu;
/** First digits of the schemes that number cards (ISO/IEC 7812): 2 to 6, with the ranges in use. */
const ISSUER = /^(?:4|5[0-8]|2[2-7]|3[0-9]|6[0-9])/;
const OTHER_NUMBER_BEFORE =
  /(?:order|ticket|case|invoice|id|ref|reference|build|job|request|serial|offset|epoch|timestamp|trace|span|tracking)s?[ :#=]{0,3}$/i;

/** Numbers of payment cards: a scheme's beginning, a length in use and Luhn's check digit. */
export function cards(text: string): Span[] {
  return [...text.matchAll(CARD)]
    .filter(({ 0: number, index }) => {
      const digits = number.replace(/\D/g, '');
      if (!ISSUER.test(digits) || digits.length < 13 || !passesLuhn(digits)) return false;
      // One number in ten passes the check by chance, so a word that says what it is decides.
      return !OTHER_NUMBER_BEFORE.test(text.slice(Math.max(0, index - 20), index));
    })
    .map((match) => spanOf(match, 'payment-card', 'CARD'));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}

const IBAN =
  /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,4})?)(?![\p{L}\d])/gu;

/** International bank account numbers: their form, and a remainder of 1 modulo 97 (ISO 13616). */
export function ibans(text: string): Span[] {
  return [...text.matchAll(IBAN)]
    .filter(([number]) => remainder97(number.replaceAll(' ', '')) === 1)
    .map((match) => spanOf(match, 'iban', 'IBAN'));
}

function remainder97(iban: string): number {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/** Never issued: areas 000, 666 and 900 up, group 00, serial 0000 (Social Security Administration). */
const SSN = /(?<![\p{L}\d._/#+-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\p{L}\d_]|[.:/-]\d)/gu;

/** US social-security numbers as people write them, with hyphens. */
export function socialSecurityNumbers(text: string): Span[] {
  return [...text.matchAll(SSN)]
    .filter(({ index }) => !OTHER_NUMBER_BEFORE.test(text.slice(Math.max(0, index - 20), index)))
    .map((match) => spanOf(match, 'social-security-number', 'SSN'));
}

const spanOf = (match: RegExpExecArray, kind: string, label: Span['label']): Span => ({
  start: match.index,
  end: match.index + match[0].length,
  kind,
  label,
});
