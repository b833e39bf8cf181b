import { type Duration, durationsIn, lengthOf, timesIn } from '../reading/times/points';
import type { Hint } from './hint';
import { between, type Entry, type Moment, type Role } from './namedMoments';

/** Which moments a stated duration may run between, by the words around it. */
const MEANINGS: ReadonlyArray<{ words: RegExp; from: readonly Role[]; to: readonly Role[] }> = [
  { words: /\btime to detect\b|\bdetection delay\b/i, from: ['started'], to: ['detected'] },
  {
    words: /\btime to (?:repair|mitigate|recover)\b/i,
    from: ['started', 'detected', 'declared'],
    to: ['repaired'],
  },
  {
    words: /\btime to (?:resolve|resolution)\b/i,
    from: ['started', 'detected', 'declared'],
    to: ['resolved'],
  },
  {
    words:
      /\b(?:outage|downtime|duration|lasted|active impact|(?:down|unavailable|unreachable|offline) for)\b/i,
    from: ['started', 'detected'],
    to: ['repaired', 'resolved'],
  },
];
/** "33h 15m (during support hours 10:00-17:00 M-F)" counts other hours than the clock does. */
const OTHER_CLOCK = /\b(?:support|business|working|office) hours\b/i;
const EXACT_WITHIN = 1;
const ABOUT_WITHIN = 0.15;
const REACH = 28;

const agrees = (stated: Duration, minutes: number): boolean =>
  Math.abs(stated.minutes - minutes) <=
  (stated.approximate ? Math.max(minutes * ABOUT_WITHIN, 5) : EXACT_WITHIN);

/** Durations that no pair of the given moments bears out, or not the times right beside them. */
export function checkDurations(
  texts: ReadonlyArray<[where: string, text: string]>,
  moments: readonly Moment[],
): Hint[] {
  return texts.flatMap(([where, text]) =>
    durationsIn(text).flatMap((stated): Hint[] => {
      const place = { where, start: stated.start, end: stated.end, value: stated.value };
      const line = lineAround(text, stated);
      if (OTHER_CLOCK.test(line)) return [];
      const beside = rangeBeside(text, stated);
      if (beside) {
        if (agrees(stated, beside.minutes)) return [];
        const message = `${stated.value} is stated, but ${beside.value} is ${lengthOf(beside.minutes)}.`;
        return [{ kind: 'duration', message, ...place }];
      }
      const meaning = meaningOf(text, stated);
      if (!meaning) return [];
      const spans = spansOf(moments, meaning.from, meaning.to);
      if (spans.length === 0 || spans.some(({ minutes }) => agrees(stated, minutes))) return [];
      const [from, to] = [spans[0]?.from as Moment, spans[0]?.to as Moment];
      const length = spans[0]?.minutes ?? 0;
      const message = `${stated.value} is stated, but from ${from.label.toLowerCase()} (${from.value}) to ${to.label.toLowerCase()} (${to.value}) it is ${lengthOf(length)}.`;
      return [{ kind: 'duration', message, ...place }];
    }),
  );
}

function lineAround(text: string, { start, end }: Duration): string {
  const newline = text.indexOf('\n', end);
  return text.slice(text.lastIndexOf('\n', start) + 1, newline < 0 ? text.length : newline).slice(0, 400);
}

function meaningOf(text: string, { start, end }: Duration) {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(/[\n.]\s*/)
      .at(-1) ?? '';
  const after = text.slice(end, end + REACH).split(/[\n.,;(]/)[0] ?? '';
  return MEANINGS.find(({ words }) => words.test(before)) ?? MEANINGS.find(({ words }) => words.test(after));
}

function spansOf(moments: readonly Moment[], from: readonly Role[], to: readonly Role[]) {
  const spans: Array<{ from: Moment; to: Moment; minutes: number }> = [];
  for (const first of moments.filter(({ role }) => from.includes(role))) {
    for (const last of moments.filter(({ role }) => to.includes(role))) {
      const minutes = between(first, last);
      if (minutes !== undefined && minutes >= 0) spans.push({ from: first, to: last, minutes });
    }
  }
  return spans;
}

/** The whole of it: errors "for 5 minutes, between 10:00 and 11:00" are no contradiction. */
const LASTING = /\b(?:last(?:ed|ing|s)|outage|downtime)\W{0,4}(?:of |was |for |about )*$/i;

/** "5 hours 26 minutes (10:45 - 16:11 UTC)", "from 10:45 to 16:11 (5h 26m)", "lasting 47 minutes, from 10:45 to 11:32". */
function rangeBeside(text: string, { start, end }: Duration): { minutes: number; value: string } | undefined {
  const lead = text.slice(Math.max(0, start - 80), start);
  const behind = text.slice(end, end + 90);
  const range =
    /^[^\n(]{0,20}\(([^)\n]{9,60})\)/.exec(behind)?.[1] ??
    /(?:from|between) ([^()\n]{9,50}?)\s?\((?:last(?:ed|ing) (?:for )?)?$/i.exec(lead)?.[1] ??
    (LASTING.test(lead) ? /^,? (?:from|between) ([^()\n,.]{9,50})/i.exec(behind)?.[1] : undefined);
  if (!range || !/\d\s*(?:UTC|GMT|[A-Z]{3,4})?\s*(?:-|–|—|to|until|and)\s*(?:\d|~)/.test(range))
    return undefined;
  const [from, to, more] = timesIn(range);
  if (!from || !to || more || from.minute === undefined || to.minute === undefined) return undefined;
  // The zone after the second time holds for both.
  const minutes = between({ ...from, zone: from.zone ?? to.zone }, to);
  return minutes === undefined || minutes < 0 ? undefined : { minutes, value: range.trim() };
}

const SINCE = /(\d{1,3})\s?(?:m|mins?|minutes?)\b[^.\n]{0,40}?\bsince ~?(\d{1,2}:\d{2})/i;

/** "running for 10m already (since ~15:10)" in an entry of 17:20. */
export function checkSince(entries: readonly Entry[]): Hint[] {
  return entries.flatMap((entry): Hint[] => {
    const found = SINCE.exec(entry.text);
    const since = found && timesIn(found[2] as string)[0]?.minute;
    if (!found || since === undefined || since === null || entry.minute === undefined) return [];
    const length = entry.minute - since;
    if (Math.abs(length - Number(found[1])) <= Math.max(5, Number(found[1]) * ABOUT_WITHIN)) return [];
    if (length < 0) return [];
    const message = `“${found[0]}” at ${entry.value}: from ${found[2]} until then it is ${lengthOf(length)}.`;
    return [{ kind: 'duration', message, where: entry.where, value: found[0] }];
  });
}
