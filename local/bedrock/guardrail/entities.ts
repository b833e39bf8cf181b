import { isIP } from 'node:net';

/** Kinds of personal data that a program finds by their form, each with the stretches of a text that it is in. */
type Find = (text: string) => string[];

const all =
  (pattern: RegExp, isOne: (match: string) => boolean = () => true): Find =>
  (text) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]).filter(isOne);

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Every second digit from the right counts twice, and the sum ends in 0 (ISO/IEC 7812). */
function isCard(match: string): boolean {
  const digits = [...digitsOf(match)].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => {
    const weighed = index % 2 === 0 ? digit : digit * 2;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
}

/** The first four characters go to the end, letters count from 10, and the remainder by 97 is 1 (ISO 13616). */
function isIban(match: string): boolean {
  const account = match.replace(/ /g, '');
  const turned = account.slice(4) + account.slice(0, 4);
  const remainder = [...turned].reduce((rest, one) => Number(`${rest}${Number.parseInt(one, 36)}`) % 97, 0);
  return account.length >= 15 && account.length <= 34 && remainder === 1;
}

/** A commit's hash has forty characters too, but small letters only. */
const isMixed = (match: string): boolean => /[A-Z]/.test(match) && /[a-z]/.test(match) && /\d/.test(match);

/** Without a country's number it has ten digits and something between them, or it is some other number. */
const isPhone = (match: string): boolean => {
  const digits = digitsOf(match).length;
  const isWhole = match.startsWith('+') ? digits >= 9 : digits >= 10 && /[ ().-]/.test(match);
  return isWhole && digits <= 15;
};

/**
 * By Bedrock's names. Its own recogniser is a model that also reads what stands around; here only what a form
 * tells is found, so a text that passes may still be stopped there.
 */
const ENTITIES: Readonly<Record<string, Find>> = {
  AWS_ACCESS_KEY: all(/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g),
  AWS_SECRET_KEY: all(/(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g, isMixed),
  CREDIT_DEBIT_CARD_NUMBER: all(/(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g, isCard),
  EMAIL: all(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g),
  INTERNATIONAL_BANK_ACCOUNT_NUMBER: all(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/g, isIban),
  IP_ADDRESS: all(/(?<![\w.:])[\da-fA-F.:]{3,45}(?<![.:])(?![\w:])/g, (match) => isIP(match) !== 0),
  MAC_ADDRESS: all(/\b[\da-fA-F]{2}(?:[:-][\da-fA-F]{2}){5}\b/g),
  PASSWORD: all(/\b(?:password|passwd|pwd)["']?\s{0,3}[:=]\s{0,3}["']?([^\s"']{4,128})/gi),
  PHONE: all(/(?<![\w.+-])\+?\d[\d ().-]{6,20}\d(?![\w-])/g, isPhone),
  URL: all(/\bhttps?:\/\/[^\s<>"')\]}]{3,2000}/gi),
  US_SOCIAL_SECURITY_NUMBER: all(/(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g),
};

export const isFindable = (type: string): boolean => type in ENTITIES;

/** What of this kind stands in a text, each once; nothing for a kind that only a model can find. */
export const entitiesIn = (type: string, text: string): string[] => [
  ...new Set(ENTITIES[type]?.(text) ?? []),
];
