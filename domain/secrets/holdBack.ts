import { publicAddresses } from './addresses';
import { assignedSecrets } from './assignments';
import { addressCredentials, conventionalCredentials } from './credentials';
import { cards, ibans, socialSecurityNumbers } from './numbers';
import { emails, phones } from './personal';
import { labelOf, numberOf, numbersInUse, placeholderOf, placeholdersIn } from './placeholders';
import { looksMade } from './secretLikeness';
import { apartFrom, mergeSpans, type Span } from './span';
import { privateKeys, unreadableRuns, vendorTokens, webhooks } from './tokens';

/** Something that no model sees. `start` and `end` count UTF-16 units in the author's text. */
export interface Held {
  /** Such as `[HELD-SECRET-1]`; equal values share one. */
  placeholder: string;
  /** What was recognised, such as `aws-access-key`, `password`, `email`, `phone`. */
  kind: string;
  value: string;
  start: number;
  end: number;
}

const SECRETS: readonly ((text: string) => Span[])[] = [
  privateKeys,
  vendorTokens,
  webhooks,
  addressCredentials,
  conventionalCredentials,
  assignedSecrets,
  unreadableRuns,
];

const PERSONAL: readonly ((text: string) => Span[])[] = [
  emails,
  phones,
  cards,
  ibans,
  socialSecurityNumbers,
  publicAddresses,
];

/**
 * The text as a model may see it, and what was held back, one entry for each place where it stood.
 * `putBack(holdBack(text).safe, held)` is the text again. Invisible characters can split a secret in two:
 * take them out first.
 * @param known what is held already: found wherever it stands, under the placeholder it has
 */
export function holdBack(text: string, known: readonly Held[] = []): { safe: string; held: Held[] } {
  const spans = spansToHold(text, known);
  const used = numbersInUse(text);
  for (const { placeholder } of known) used.add(numberOf(placeholder));
  const placeholders = new Map(known.map(({ value, placeholder }) => [value, placeholder]));
  let number = 0;
  let safe = '';
  let from = 0;
  const held = spans.map(({ start, end, kind, label }): Held => {
    const value = text.slice(start, end);
    let placeholder = placeholders.get(value);
    if (placeholder === undefined) {
      do number++;
      while (used.has(number));
      placeholder = placeholderOf(label, number);
      placeholders.set(value, placeholder);
    }
    safe += text.slice(from, start) + placeholder;
    from = end;
    return { placeholder, kind, value, start, end };
  });
  return { safe: safe + text.slice(from), held };
}

function spansToHold(text: string, known: readonly Held[]): Span[] {
  const seen = SECRETS.flatMap((detect) => detect(text));
  const recognised = mergeSpans(seen);
  const secrets = mergeSpans([...recognised, ...repeatedSecrets(text, recognised)]);
  // "joe:pass@host.example" reads like an address of pass; the secret goes first and the host stays.
  const personal = mergeSpans(PERSONAL.flatMap((detect) => detect(text)));
  const found = mergeSpans([...secrets, ...apartFrom(personal, secrets)]);
  return mergeSpans([...found, ...everywhere(text, [...seen, ...found], known)]);
}

/** Shorter values are parts of many words; they are looked for between other characters only. */
const DISTINCT = 4;
const escaped = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const NEXT_TO_A_WORD = /^[\p{L}\d]|[\p{L}\d]$/u;

/** What is held in one place stands in no other, announced or not, in the author's text or in a draft. */
function everywhere(text: string, found: readonly Span[], known: readonly Held[]): Span[] {
  const values = new Map<string, Pick<Span, 'kind' | 'label'>>();
  for (const { start, end, kind, label } of found) values.set(text.slice(start, end), { kind, label });
  for (const { value, kind, placeholder } of known) {
    // Two patterns may have seen more and less in one place; each may stand alone in a draft.
    for (const part of SECRETS.flatMap((detect) => detect(value)))
      values.set(value.slice(part.start, part.end), part);
    values.set(value, { kind, label: labelOf(placeholder) });
  }
  if (values.size === 0) return [];
  const spans: Span[] = [];
  const find = (wanted: readonly string[], isOne: (start: number, end: number) => boolean) => {
    if (wanted.length === 0) return;
    const longestFirst = [...wanted].sort((a, b) => b.length - a.length).map(escaped);
    // Without the flag u: half of a surrogate pair beside a value does not hide it.
    for (const { 0: value, index: start } of text.matchAll(new RegExp(longestFirst.join('|'), 'g'))) {
      const what = values.get(value);
      if (what && isOne(start, start + value.length))
        spans.push({ ...what, start, end: start + value.length });
    }
  };
  const all = [...values.keys()].filter((value) => value !== '');
  find(
    all.filter(({ length }) => length >= DISTINCT),
    () => true,
  );
  find(
    all.filter(({ length }) => length < DISTINCT),
    (start, end) => !NEXT_TO_A_WORD.test(`${text[start - 1] ?? ' '} ${text[end] ?? ' '}`),
  );
  return mergeSpans(spans);
}

/** A secret known from one place is a secret in every other: "he pasted hunter22 into the channel". */
function repeatedSecrets(text: string, spans: readonly Span[]): Span[] {
  const known = new Map<string, Span>();
  for (const span of spans) {
    const value = text.slice(span.start, span.end);
    if (span.label === 'SECRET' && looksMade(value)) known.set(value, span);
  }
  if (known.size === 0) return [];
  return [...text.matchAll(/[^\s"'`<>(),;=]+/g)].flatMap(({ 0: word, index }) => {
    const value = known.has(word)
      ? word
      : word.replace(/[.:!?*_\]}]{1,20}$/, '').replace(/^[*_[{:]{1,20}/, '');
    const span = known.get(value);
    const start = index + word.indexOf(value);
    return span ? [{ ...span, start, end: start + value.length }] : [];
  });
}

/** The text with every placeholder of `held` replaced by what it stands for; others are left as they are. */
export function putBack(text: string, held: readonly Held[]): string {
  const values = new Map(held.map(({ placeholder, value }) => [placeholder, value]));
  let whole = '';
  let from = 0;
  for (const { placeholder, start, end } of placeholdersIn(text)) {
    const value = values.get(placeholder);
    if (value === undefined) continue;
    whole += text.slice(from, start) + value;
    from = end;
  }
  return whole + text.slice(from);
}

/** What was held back and has no placeholder left in the text, each value once. */
export function missing(text: string, held: readonly Held[]): Held[] {
  const there = new Set(placeholdersIn(text).map(({ placeholder }) => placeholder));
  const reported = new Set<string>();
  return held.filter(({ placeholder }) => {
    if (there.has(placeholder) || reported.has(placeholder)) return false;
    reported.add(placeholder);
    return true;
  });
}
