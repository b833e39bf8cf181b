import type { Span } from './span';

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}-]|\.\p{L})/gu;
/** Hosts that no mail reaches: `root@node-3.cluster.local` is a prompt, not a person. */
const MACHINE = /\.(?:local|internal|lan|localdomain|localhost|svc|service|arpa|cluster)$/i;

/** E-mail addresses. Logins on machines and `git@host:repository` are not personal and stay. */
export function emails(text: string): Span[] {
  return [...text.matchAll(EMAIL)]
    .filter(([address], index, all) => {
      const after = text[(all[index]?.index ?? 0) + address.length];
      return !MACHINE.test(address) && !(address.startsWith('git@') && (after === ':' || after === '/'));
    })
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'email',
      label: 'EMAIL',
    }));
}

const NOT_IN_A_NUMBER = '(?<![\\p{L}\\d._:/#=+-])';
const NOT_GOING_ON = '(?![\\d\\p{L}_]|[.:/-]\\d)';
const INTERNATIONAL = `(?:\\+|00 ?)[1-9]\\d{0,2}(?:[ .-]?\\(0?\\d{1,4}\\))?(?:[ .-]?\\d{2,5}){2,5}`;
const NORTH_AMERICAN = `(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}-|[2-9]\\d{2}\\.(?=\\d{3}\\.))[2-9]\\d{2}[.-]\\d{4}`;
const WITH_TRUNK_ZERO = `(?:\\(0\\d{1,4}\\)|0[1-9]\\d{1,3}) \\d{3,4} \\d{3,4}`;
const PHONE = new RegExp(
  `${NOT_IN_A_NUMBER}(?:${INTERNATIONAL}|${NORTH_AMERICAN}|${WITH_TRUNK_ZERO})${NOT_GOING_ON}`,
  'gu',
);
const CALLED_PHONE = new RegExp(
  `\\b(?:tel|phone|telephone|mobile|cell|call|dial|fax|sms|whatsapp|ring|pager)\\b[.:]{0,2} {0,3}(?:(?:number|no\\.?|on|at|is|was|me|him|her|them|us) {0,3}){0,3}:? {0,3}(\\+?\\(?\\d{1,5}\\)?(?:[ .-]?\\d{2,5}){1,5})${NOT_GOING_ON}`,
  'giu',
);
const OTHER_NUMBER_BEFORE =
  /(?:order|ticket|case|invoice|account|id|ref|reference|build|job|request|serial|incident|issue|pr|no\.|offset|epoch|bytes?|version)s?[ :#=]{0,3}$/i;
const COUNTED_AFTER =
  /^ ?(?:%|[mµn]?s\b|[KMGT]i?B\b|bytes|requests|rows|users|errors|messages|events|records|customers)/;

/** Telephone numbers: with a country code, in the North American or trunk form, or after a word such as "call". */
export function phones(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of [...text.matchAll(PHONE), ...text.matchAll(CALLED_PHONE)]) {
    const number = match[1] ?? match[0];
    const end = match.index + match[0].length;
    const start = end - number.length;
    const digits = number.replace(/\D/g, '').length;
    if (digits < 7 || digits > 15 || isSomethingElse(number)) continue;
    if (OTHER_NUMBER_BEFORE.test(text.slice(Math.max(0, start - 20), start))) continue;
    if (COUNTED_AFTER.test(text.slice(end, end + 12))) continue;
    spans.push({ start, end, kind: 'phone', label: 'PHONE' });
  }
  return spans;
}

/** Dates, addresses of machines, and plain counts with a plus sign. */
function isSomethingElse(number: string): boolean {
  if (/^(?:19|20)\d\d[ .-]\d\d[ .-]\d\d/.test(number)) return true;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(number)) return true;
  return /^(?:\+|00)\d+$/.test(number) && number.length < 11;
}
