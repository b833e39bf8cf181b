import type { RootContent } from 'mdast';
import { SEVERITIES, STATUSES } from '../postMortem/choices';
import type { AuthoredContent } from '../postMortem/fields';
import { distinctNames } from '../postMortem/names';
import { instantOfRow } from '../timeline/rowTimes';
import { zoneNamed } from './leading';
import { asideOf, type FactPlace, factCalled } from './places';
import { lineOf } from './plain';
import { itemLine } from './rows';

/** The fields that are told as facts: what is not in it was not told. */
export type Facts = Partial<
  Pick<
    AuthoredContent,
    'severity' | 'status' | 'service' | 'tags' | 'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt'
  >
> & { people: AuthoredContent['people'] };

const LABELLED = /^(?<label>[\p{L}\p{N}][^:：]{0,60}?)\s*[:：]\s*(?<value>\S.*)$/u;

/**
 * Reads facts ("Severity: SEV2", as lines, list items or rows of a table) into what is known of a document.
 * @returns the lines that tell no fact of ours, and the blocks that are no facts at all
 */
export function readFacts(
  nodes: readonly RootContent[],
  markdown: string,
  facts: Facts,
): { lines: string[]; prose: RootContent[] } {
  const lines: string[] = [];
  const prose: RootContent[] = [];
  const take = (label: string, value: string): boolean => {
    const called = factCalled(label);
    return called !== undefined && takeFact(called, label, value, facts);
  };
  const takeLine = (line: string): boolean => {
    const { label, value } = LABELLED.exec(line)?.groups ?? {};
    return label !== undefined && value !== undefined && take(label, value);
  };
  for (const node of nodes) {
    if (node.type === 'list' && node.children.some((item) => LABELLED.test(itemLine(item, markdown)))) {
      lines.push(
        ...node.children
          .map((item) => itemLine(item, markdown))
          .filter((line) => line !== '' && !takeLine(line)),
      );
    } else if (node.type === 'table' && node.children.every(({ children }) => children.length <= 2)) {
      for (const { children } of node.children) {
        const [label = '', value = ''] = children.map((cell) => lineOf(cell.children, markdown));
        const isHeading =
          /^(?:field|key|item|property|name|)$/i.test(label) && /^(?:value|details?|)$/i.test(value);
        if (!isHeading && !take(label, value)) lines.push([label, value].filter(Boolean).join(': '));
      }
    } else if (node.type === 'paragraph') {
      const source = markdown.slice(node.position?.start.offset, node.position?.end.offset);
      const each = source
        .split(/\s*(?:\\|<br\s*\/?>| {2})?\n/)
        .map((line) => line.replace(/\*\*|__/g, '').trim());
      const known = each.filter((line) => factCalled(LABELLED.exec(line)?.groups?.label ?? '') !== undefined);
      if (known.length === 0) prose.push(node);
      else lines.push(...each.filter((line) => line !== '' && !takeLine(line)));
    } else prose.push(node);
  }
  return { lines, prose };
}

/**
 * Reads a value as what the fact is, where it can be and was not told before.
 * @returns whether the fact says all of it; what it does not say is for the caller to keep
 */
export function takeFact(fact: FactPlace, label: string, value: string, facts: Facts): boolean {
  const text = value.trim();
  const aside = asideOf(label);
  switch (fact) {
    case 'severity': {
      const severity = severityIn(text);
      if (severity === undefined || facts.severity !== undefined) return false;
      facts.severity = severity;
      return aside === '' && isLevelAlone(text, severity);
    }
    case 'status': {
      const status = STATUSES.find((each) => each.label.toLowerCase() === text.toLowerCase())?.id;
      if (status === undefined || facts.status !== undefined) return false;
      facts.status = status;
      return aside === '';
    }
    case 'service':
      if (facts.service !== undefined) return false;
      facts.service = text;
      return aside === '';
    case 'tags':
      if (facts.tags !== undefined) return false;
      facts.tags = distinctNames(text.split(','));
      return aside === '';
    case 'authors':
      return takePeople(label, text, facts) && aside === '';
    default: {
      // "Start time (UTC)": the zone of what stands behind it.
      const zone = zoneNamed(aside);
      const at = momentIn(text) ?? (zone && momentIn(`${text} ${zone}`));
      if (at === undefined || facts[fact] !== undefined) return false;
      facts[fact] = at;
      return aside === '' || zone !== undefined;
    }
  }
}

const LEVEL = /\b(?:SEV(?:ERITY)?|P|S)[ -]?([0-5])\b|^([0-5])$/gi;
/** Only where they come first: "not critical" says the opposite. */
const WORDS = [
  /^critical\b/i,
  /^(?:major|high)\b/i,
  /^(?:minor|medium|moderate)\b/i,
  /^(?:low|near miss)\b/i,
];

/** "SEV-2", "P1", "Sev 0", "Critical"; SEV0 is our SEV1. Nothing where more than one is told. */
function severityIn(text: string): Facts['severity'] {
  const digits = [...text.matchAll(LEVEL)].map(([, a, b]) => a ?? b);
  const levels =
    digits.length > 0 ? digits.map(Number) : WORDS.flatMap((word, at) => (word.test(text) ? [at + 1] : []));
  if (new Set(levels).size !== 1) return undefined;
  return SEVERITIES[Math.min(4, Math.max(1, levels[0] as number)) - 1]?.id;
}

/** As status pages grade an incident. "High" and "low" stand in tables beside a likelihood, and are no levels of ours. */
const GRADED = /^impact\s*[:：]\s*(?<grade>critical|major|minor)\.?$/iu;

/**
 * The level of lines such as "Impact: critical", where nothing else tells one: a single word only, for any sentence about
 * an impact says who was hit, and "critical" in it may be anything.
 */
export function severityOfImpact(lines: readonly string[]): Facts['severity'] {
  const grades = lines.flatMap((line) => GRADED.exec(line.trim())?.groups?.grade?.toLowerCase() ?? []);
  return new Set(grades).size === 1 ? severityIn(grades[0] as string) : undefined;
}

/** Whether a text says a level of ours and no more: "SEV2 (Major)", "P1", and the meaning that we write behind it. */
function isLevelAlone(text: string, severity: (typeof SEVERITIES)[number]['id']): boolean {
  const at = SEVERITIES.findIndex(({ id }) => id === severity);
  const { label, meaning } = SEVERITIES[at] as (typeof SEVERITIES)[number];
  if (text === `${label} (${meaning.replace(/\.$/, '')})`) return true;
  const rest = text.replace(LEVEL, (_, a, b) => (Number(a ?? b) === at + 1 ? '' : 'another'));
  return !/[\p{L}\p{N}]/u.test(rest.replace(/^[^\p{L}\p{N}]+/u, '').replace(WORDS[at] as RegExp, ''));
}

/**
 * An instant, where day, time and zone are told and nothing else is, in whatever words: "4 March 2026, 14:02 UTC".
 * Nothing is guessed: a day that may be read two ways, one that no calendar has and a time alone are none.
 */
function momentIn(text: string): string | undefined {
  const instant = instantOfRow({ at: text });
  return instant === null ? undefined : new Date(instant).toISOString();
}

const PLACEHOLDER = /^[[({<].*[\])}>]$|^(?:n\/?a|tbd|none|unknown|-+)$/i;
/** Letters, and what stands in names; no sentence. */
const NAME = /^@?[\p{L}][\p{L}\p{M}.'’\- ]{0,60}$/u;

const roleOf = (label: string): AuthoredContent['people'][number]['role'] => {
  if (/commander|^ic$/i.test(label)) return 'commander';
  if (/facilitator/i.test(label)) return 'facilitator';
  if (/author|owner|written/i.test(label)) return 'author';
  return /respond|on.?call/i.test(label) ? 'responder' : undefined;
};

function takePeople(label: string, text: string, facts: Facts): boolean {
  const names = text
    .split(/\s*(?:[,;&]|\band\b)\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0 || !names.every((name) => NAME.test(name) && !PLACEHOLDER.test(name))) return false;
  const role = roleOf(label);
  facts.people.push(...names.map((name) => ({ name, ...(role && { role }) })));
  return true;
}
