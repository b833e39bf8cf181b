import { fitting } from '../postMortem/duplicate';
import type { AuthoredContent } from '../postMortem/fields';
import { mapWritten, writtenTexts } from '../postMortem/written';
import type { Found, Rule } from './rule';
import { rulesFor } from './rules';

/** A value that a public version does not tell. */
export interface Taken {
  /** The rule's id, and what its author reads. */
  rule: string;
  label: string;
  value: string;
  /** What stands in its place, the same wherever it stood. */
  instead: string;
  /** In how many places it stood. */
  places: number;
}

/** What an author decides about a public version. */
export interface Choices {
  /** Words to take out beside what the rules find. */
  words?: readonly string[];
  /** What stays although a rule finds it: `keyOf` of what was taken. */
  kept?: ReadonlySet<string>;
}

export interface PublicVersion {
  document: AuthoredContent;
  /** In the order of the rules, and within one in the order of the document. */
  taken: Taken[];
}

/** What a value and its rule are known by while an author decides. */
export const keyOf = ({ rule, value }: Pick<Taken, 'rule' | 'value'>): string => `${rule}:${value}`;

/**
 * The document for people outside: names of people, tickets, hosts, secrets, addresses and revenue are taken out
 * by rules, each value under one name wherever it stands. Rules do not find everything: whoever publishes it has
 * read it. The document itself is not changed.
 */
export function publicVersion(
  document: AuthoredContent,
  { words = [], kept = new Set() }: Choices = {},
): PublicVersion {
  const rules = rulesFor(document, words, writtenTexts(document));
  const taken = new Map<string, Taken>();
  const counts = new Map<string, number>();
  const instead = (rule: Rule, value: string): string => {
    const key = keyOf({ rule: rule.id, value });
    const known = taken.get(key);
    if (known) {
      known.places += 1;
      return known.instead;
    }
    const number = (counts.get(rule.id) ?? 0) + 1;
    counts.set(rule.id, number);
    const stands = `[${rule.instead} ${number}]`;
    taken.set(key, { rule: rule.id, label: rule.label, value, instead: stands, places: 1 });
    return stands;
  };
  const clean = (text: string): string => withoutFound(text, rules, kept, instead);

  /** A ticket is one however it is written, and so is the name of somebody who took part. */
  const cleanCell = (column: string, text: string): string => {
    const rule = rules.find(({ id }) => id === WHOLE[column]);
    if (!rule || text.trim() === '' || kept.has(keyOf({ rule: rule.id, value: text }))) return text;
    return instead(rule, text);
  };

  const cleaned = mapWritten(document, (text, column = '') =>
    column in WHOLE ? cleanCell(column, text) : clean(text),
  );
  const order = rules.map(({ id }) => id);
  return {
    document: cleaned,
    taken: [...taken.values()].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule)),
  };
}

/** A public version as a post-mortem of its own: a draft that says in its title what it is. */
export const asItsOwn = (told: AuthoredContent): AuthoredContent => ({
  ...told,
  title: fitting(`Public version: ${told.title}`),
  status: 'DRAFT',
});

/** Cells that are all of what a rule takes out, by their column. */
const WHOLE: Readonly<Record<string, string>> = { ticket: 'tickets', name: 'people' };

interface Marked extends Found {
  rule: Rule;
}

function withoutFound(
  text: string,
  rules: readonly Rule[],
  kept: ReadonlySet<string>,
  instead: (rule: Rule, value: string) => string,
): string {
  if (text === '') return text;
  const spans = rules
    .flatMap((rule) => rule.find(text).map(({ start, end }): Marked => ({ rule, start, end })))
    .filter(({ rule, start, end }) => !kept.has(keyOf({ rule: rule.id, value: text.slice(start, end) })));
  let clean = '';
  let from = 0;
  for (const { rule, start, end } of joined(spans)) {
    // What stands in brackets right before others would be a link.
    const after = /^[([:]/.test(text.slice(end, end + 1)) ? ' ' : '';
    clean += text.slice(from, start) + instead(rule, text.slice(start, end)) + after;
    from = end;
  }
  return clean + text.slice(from);
}

/** Where two rules found overlapping stretches, all of both goes, as what the longer one is. */
function joined(spans: readonly Marked[]): Marked[] {
  const found: Marked[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = found.at(-1);
    if (!last || span.start >= last.end) {
      found.push({ ...span });
      continue;
    }
    if (span.end - span.start > last.end - last.start) last.rule = span.rule;
    last.end = Math.max(last.end, span.end);
  }
  return found;
}
