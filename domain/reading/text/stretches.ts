import { momentsIn } from '../times/moments';
import { dateEndsSentence, NEVER_END } from './abbreviations';
import { isChat, isSpoken } from './chat';
import { goesOn, isPause } from './marksOfNotes';
import { protectedSpans } from './protectedSpans';

/** A stretch of the source, `[start, end)` in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
  opensLine: boolean;
}

/** After these a full stop ends nothing. */
const ABBREVIATION = new RegExp(
  `(?:^|[\\s(])(?:${NEVER_END.map((one) => one.replace('.', '\\.')).join('|')}|max|min|est|st|al|a\\.m|p\\.m|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$`,
  'i',
);
/** These may end a sentence too; a capital or a time after them decides. */
const MAY_END =
  /(?:^|[\s(])(?:etc|a\.m|p\.m|min|max|al|est|st|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)$/i;
/** "~67 min." ends; "min. 3 nodes" does not. */
const FIGURE_WITH_UNIT = /\d\s?(?:min|mins|sec|secs|hrs?)$/i;
const LIST_MARK = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;
/** A word that can be the verb of a clause, by its looks; enough to tell a clause from a list of things. */
const VERBISH =
  /\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|got|get|gets|went|came|saw|took|made|ran|run|let|put|set|cut|fell|rose|grew|broke|lost|left|kept|sent|found|thought|knew|began|paged?|needs?|works?|worked|ok|down|up|back|fine|normal|full|stuck|dead|green|\w{3,}(?:ed|ing)|\w{3,}n['’]t)\b/i;
const LONGEST_WRAPPED = 60;
const STAMPED = /^\s*[[(]?(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}:\d\d/;

/**
 * Splits notes and prose into what tells one thing each. It splits at the ends of lines and sentences,
 * semicolons, dashes, "then", and at commas and "and" before a new time; never inside code, quotations,
 * brackets or addresses. What lies between the stretches is white space, list marks and separators.
 */
export function splitStatements(text: string): Stretch[] {
  return linesOf(text).flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    const mark = LIST_MARK.exec(line)?.[0].length ?? 0;
    return clausesOf(line.slice(mark)).map((clause, index) => ({
      start: start + mark + clause.start,
      end: start + mark + clause.end,
      opensLine: index === 0,
    }));
  });
}

/** Lines, joined where an editor wrapped a sentence. */
function linesOf(text: string): Array<{ start: number; end: number }> {
  const lines: Array<{ start: number; end: number }> = [];
  const chat = isChat(text);
  let at = 0;
  for (const raw of text.split('\n')) {
    const last = lines.at(-1);
    const previous = last
      ? (text
          .slice(last.end - Math.min(last.end, 400), last.end)
          .split('\n')
          .at(-1) ?? '')
      : '';
    const wrapped =
      last !== undefined &&
      last.end + 1 === at &&
      previous.length >= LONGEST_WRAPPED &&
      !(chat && isSpoken(raw)) &&
      !/[.!?:;][)"'”’]*\s*$/.test(previous) &&
      /^\s*[\p{Ll}(]/u.test(raw) &&
      // A line of a log goes on indented, or not at all.
      (!STAMPED.test(previous) || /^\s/.test(raw)) &&
      momentsIn(raw.slice(0, 24)).every(({ start }) => start > 0);
    if (wrapped) last.end = at + raw.length;
    else if (raw.trim() !== '') lines.push({ start: at, end: at + raw.length });
    at += raw.length + 1;
  }
  return lines;
}

function clausesOf(line: string): Array<{ start: number; end: number }> {
  const cuts = cutsIn(line);
  const clauses: Array<{ start: number; end: number }> = [];
  let start = 0;
  for (const { at, next } of [...cuts, { at: line.length, next: line.length }]) {
    const raw = line.slice(start, at);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw.trim();
    if (trimmed !== '') clauses.push({ start: start + lead, end: start + lead + trimmed.length });
    start = next;
  }
  return clauses;
}

interface Cut {
  /** Where the clause before ends, and where the next one begins. */
  at: number;
  next: number;
}

function cutsIn(line: string): Cut[] {
  const spans = protectedSpans(line);
  let span = 0;
  const inside = (at: number) => {
    while (span < spans.length && (spans[span]?.[1] ?? 0) <= at) span += 1;
    return (spans[span]?.[0] ?? Number.POSITIVE_INFINITY) <= at;
  };
  const moments = momentsIn(line);
  const cuts: Cut[] = [];
  let from = 0;
  const separators =
    /[.!?…]+[)"'”’*_]*(?=\s|$)|\s[:;]-?[)(DP](?=\s)|;(?=\s)|\s(?:-{1,2}|–|—|->|=>|→)\s|,?\s+then\s|,\s+|\s+and\s+/gi;
  for (const match of line.matchAll(separators)) {
    const at = match.index;
    if (inside(at)) continue;
    const cut = cutAt(line, match[0], at, from, moments);
    if (!cut) continue;
    cuts.push(cut);
    from = cut.next;
  }
  return cuts;
}

type Placed = ReturnType<typeof momentsIn>;

function cutAt(line: string, mark: string, at: number, from: number, moments: Placed): Cut | undefined {
  const end = at + mark.length;
  const before = line.slice(from, at);
  const sign = mark.trim();
  if (/^[.!?…]/.test(sign)) return endsSentence(line, from, at, end) ? { at: end, next: end } : undefined;
  if (sign === ';') return { at, next: end };
  // A smile ends what was said with it.
  if (/^[:;]/.test(sign)) return line[end + 1] === '(' ? undefined : { at: end, next: end };
  const inMoment = moments.some((moment) => moment.start < at && end < moment.end);
  if (inMoment) return undefined;
  const after = line.slice(end, nextStop(line, end));
  const startsTimed = (place: number) =>
    moments.some(({ start, end: to }) => start === place && /^\s+\p{L}/u.test(line.slice(to)));
  if (/^(?:-|–|—|=|→)/.test(sign)) {
    // "Bundle gone => white page": what it led to stands behind it, unless a time is told in it.
    if (/[>→]/.test(sign) && !moments.some(({ start }) => start >= end && start < end + after.length))
      return undefined;
    // "6 -> 12", "16:31 - 18:08": from one figure to another.
    const fromFigure = /\d\s*$/.test(before) && /^\s*~?\d/.test(after);
    // "19:50 -> 20:05 green": to a time at which something is told.
    const toTime = startsTimed(end);
    if (fromFigure && !(toTime && sign !== '-')) return undefined;
    return isClause(before) && (toTime || isClause(after)) ? { at, next: end } : undefined;
  }
  const timed = (low: number, high: number) => moments.some(({ start }) => start >= low && start < high);
  if (/then$/i.test(sign)) {
    const tells = timed(from, at) || timed(end, end + after.length);
    return tells && isClause(before) && VERBISH.test(after)
      ? { at, next: at + mark.search(/then/i) }
      : undefined;
  }
  const next = end + (/^and\s+/i.exec(line.slice(end, end + 8))?.[0].length ?? 0);
  return beginsTimed(line, before, next, moments, from, at) ? { at, next } : undefined;
}

const nextStop = (line: string, from: number): number => {
  const found = line.slice(from).search(/[.!?;](?:\s|$)|\s(?:-|–|—)\s/);
  return found < 0 ? line.length : from + found;
};

function endsSentence(line: string, from: number, at: number, end: number): boolean {
  const next = line.slice(end).trimStart();
  if (next === '') return false;
  const before = line.slice(Math.max(from, at - 24), at);
  if (line[at] === '?' && goesOn(line.slice(from, at), next)) return false;
  if (line[at] !== '.' && line[at] !== '…') return true;
  if (isPause(line.slice(at, end), next)) return false;
  const behindDate = dateEndsSentence(line.slice(Math.max(from, at - LONGEST_WRAPPED), at), next);
  if (behindDate !== undefined) return behindDate;
  // "Cold homes? no. paged"; "no. 4" is a number.
  if (/(?:^|[\s(])no$/i.test(before)) return !/^\d/.test(next);
  if (MAY_END.test(before) && /^(?:\p{Lu}|\d{1,2}:)/u.test(next)) return true;
  if (FIGURE_WITH_UNIT.test(before)) return true;
  if (ABBREVIATION.test(before)) return false;
  // A numbered point, or a time with what is told at it: "1. Restart the pods", "12:00. prices were wrong".
  if (/^\s*(?:\d{1,3}|~?\d{1,2}:\d\d)$/.test(line.slice(from, at))) return false;
  return !/(?:^|\s)\p{Lu}$/u.test(before) || /^\p{Lu}/u.test(next) === false;
}

const isClause = (text: string): boolean => {
  const words = text.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  const withoutTimes = words.filter((word) => !/^\d{1,2}[:.]\d\d/.test(word));
  return withoutTimes.length >= 3 || (withoutTimes.length >= 2 && VERBISH.test(text));
};

/** Whether a comma or an "and" stands before a part with a time of its own. */
function beginsTimed(
  line: string,
  before: string,
  end: number,
  moments: Placed,
  from: number,
  at: number,
): boolean {
  const stop = Math.min(nextPart(line, end), line.length);
  const own = moments.find(({ start, end: momentEnd }) => start >= end && momentEnd <= stop);
  if (!own) return false;
  const part = line.slice(end, stop);
  // More than the time itself and words like "at": something is told at it.
  const rest = (line.slice(end, own.start) + line.slice(own.end, stop)).replace(
    /\b(?:at|on|by|in|the|and)\b/gi,
    '',
  );
  if (!/\p{L}{2,}/u.test(rest)) return false;
  const told = moments.some(({ start }) => start >= from && start < at);
  const leads = own.start - end <= 4;
  // "we thought of the mapping, rolled that back 19:35" is one thing done.
  if (!told && !leads && /\b(?:that|it|them)\b/i.test(part)) return false;
  // After one time a second one begins something new, verb or not: "disk full 23:40, alert 23:42".
  const clause = told || leads || VERBISH.test(part.replace(own.told, ' '));
  if (
    /^(?:which|who|that|where|when|because|since|so|as|until|before|after|while|but|though|although)\b/i.test(
      part,
    ) &&
    !leads
  ) {
    return false;
  }
  // "saw the row count and shouted at 11:08" is done at one time.
  if (/and\s*$/i.test(line.slice(at, end)) && !told && !leads) return false;
  return clause && (told || VERBISH.test(before)) && isClauseOrTimed(before, told);
}

const nextPart = (line: string, from: number): number => {
  const found = line.slice(from).search(/[,.;!?](?:\s|$)|\sand\s|\s(?:-|–|—)\s/);
  return found < 0 ? line.length : from + found;
};

const isClauseOrTimed = (before: string, told: boolean): boolean =>
  told ? /\p{L}{2,}/u.test(before) : isClause(before);
