import { publicAddresses } from './addresses';
import { assignedSecrets } from './assignments';
import { addressCredentials, conventionalCredentials } from './credentials';
import { finderOf, type What } from './everywhere';
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

/** A text as a model may see it, and what was held back of it, one entry for each place where it stood. */
export interface HeldBack {
  safe: string;
  held: Held[];
}

/**
 * The text as a model may see it. `putBack(safe, held)` is the text again. Invisible characters can split a secret in
 * two: take them out first.
 * @param known what is held already: found wherever it stands, under the placeholder it has
 */
export const holdBack = (text: string, known: readonly Held[] = []): HeldBack =>
  holdBackAll([text], { known })[0] as HeldBack;

/** What is known beside some texts. */
interface Beside {
  /** What is held already: found wherever it stands, under the placeholder it has. */
  known?: readonly Held[];
  /** Texts that are looked through as well, and not given back. */
  beside?: readonly string[];
  /** Values that are secrets, whatever the texts say of them. */
  named?: readonly string[];
}

/**
 * Texts of one matter, in their order: what one of them says is a password stands in no other, before it or after it,
 * and no placeholder that one of them has of its author's stands for a value. Time grows with their length together.
 */
export function holdBackAll(
  texts: readonly string[],
  { known = [], beside = [], named = [] }: Beside = {},
): HeldBack[] {
  const inTexts = texts.map(recognisedIn);
  const values = valuesOf([...beside.map(recognisedIn), ...inTexts], known);
  for (const value of named) if (!values.has(value)) values.set(value, { kind: 'secret', label: 'SECRET' });
  const find = finderOf(values);
  const used = new Set(known.map(({ placeholder }) => numberOf(placeholder)));
  for (const text of [...texts, ...beside]) for (const number of numbersInUse(text)) used.add(number);
  const placeholders = new Map(known.map(({ value, placeholder }) => [value, placeholder]));
  let number = 0;
  const placeholderFor = (value: string, label: Span['label']): string => {
    const had = placeholders.get(value);
    if (had !== undefined) return had;
    do number++;
    while (used.has(number));
    const placeholder = placeholderOf(label, number);
    placeholders.set(value, placeholder);
    return placeholder;
  };
  return inTexts.map(({ text, found }) => {
    let safe = '';
    let from = 0;
    const held = mergeSpans([...found, ...find(text)]).map(({ start, end, kind, label }): Held => {
      const value = text.slice(start, end);
      const placeholder = placeholderFor(value, label);
      safe += text.slice(from, start) + placeholder;
      from = end;
      return { placeholder, kind, value, start, end };
    });
    return { safe: safe + text.slice(from), held };
  });
}

/** What the patterns see in a text: each for itself, and what comes of them together. */
interface Recognised {
  text: string;
  seen: readonly Span[];
  found: readonly Span[];
}

function recognisedIn(text: string): Recognised {
  const seen = SECRETS.flatMap((detect) => detect(text));
  const recognised = mergeSpans(seen);
  const secrets = mergeSpans([...recognised, ...repeatedSecrets(text, recognised)]);
  // "joe:pass@host.example" reads like an address of pass; the secret goes first and the host stays.
  const personal = mergeSpans(PERSONAL.flatMap((detect) => detect(text)));
  return { text, seen, found: mergeSpans([...secrets, ...apartFrom(personal, secrets)]) };
}

/** What is held in one place stands in no other, announced or not, in the author's text or in a draft. */
function valuesOf(all: readonly Recognised[], known: readonly Held[]): Map<string, What> {
  const values = new Map<string, What>();
  for (const { text, seen, found } of all)
    for (const { start, end, kind, label } of [...seen, ...found])
      values.set(text.slice(start, end), { kind, label });
  const once = new Map(known.map((one) => [one.value, one]));
  for (const { value, kind, placeholder } of once.values()) {
    // Two patterns may have seen more and less in one place; each may stand alone in a draft.
    for (const part of SECRETS.flatMap((detect) => detect(value)))
      values.set(value.slice(part.start, part.end), part);
    values.set(value, { kind, label: labelOf(placeholder) });
  }
  return values;
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
