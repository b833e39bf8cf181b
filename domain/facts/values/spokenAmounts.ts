import { amountOf, NUMBER_IN_WORDS } from '../../reading/amounts/numberWords';
import { quantityKey, unitOf } from '../../reading/amounts/unitsOfMeasure';
import { hedgesBefore } from './bounds';
import type { Collector, Found } from './fact';
import { DIGIT_FIRST, ONE_OR_TWO_DIGITS } from './runs';
import { ARTICLE, NUMBER_WORD, PART } from './vocabulary';

const SPOKEN = `(?:\\d{1,2}|${NUMBER_IN_WORDS})`;
const PARTS: Record<string, number> = { third: 3, quarter: 4, fifth: 5, tenth: 10 };
/** "2/3 of", "nine out of ten", "two thirds of". */
const OF_ALL = new RegExp(
  `(?<![\\w./-])(\\d|${NUMBER_IN_WORDS})(?:/|\\s(?:in|out\\sof)\\s(?:every\\s)?)(\\d{1,2}|${NUMBER_IN_WORDS})(?=\\s[a-z])|\\b(an?|one|two|three|four)[\\s-]((?:third|quarter|fifth|tenth)s?)(?=\\s(?:of|the)\\b)`,
  'iy',
);
/** Figures that go on behind "1 h 30" make it another thing than ninety minutes. */
const ENDS =
  '(?=\\s{0,2}(?:[.,;:)]|$|\\n)|\\s(?:of|for|in|after|before|and|or|to|until|at|on|by|as|was|were|is|since|while|late|long|later)\\b)';

const HOURS_AND_MINUTES = new RegExp(
  `(?<![\\w:.])(\\d{1,3})\\s?(?:h|hrs?|(min))\\s?([0-5]\\d)(?![\\w:%])${ENDS}`,
  'iy',
);
const TIME_UNIT = 'second|minute|hour|day|week|month|year';
/** "An hour and three quarters", "2 hours and a half", "two and a quarter hours". */
const AND_A_PART = new RegExp(
  `(?<![\\w.:-])(?<count>an?|${SPOKEN})\\s(?:(?<unit>${TIME_UNIT})s?\\s)?and\\s(?:a\\s)?(?<part>half|three[\\s-]quarters|quarter)(?:\\s(?<other>${TIME_UNIT})s)?\\b`,
  'iy',
);
const partOf = (part: string): number => (/^half/i.test(part) ? 0.5 : /^quarter/i.test(part) ? 0.25 : 0.75);
const FOLD = new RegExp(`(?<![\\w-])(${SPOKEN})-?fold\\b`, 'gi');

/** Amounts told as people say them: "half an hour", "a day and a half", "two thirds", "threefold". */
export function readSpokenAmounts(collector: Collector): void {
  const take = (
    pattern: RegExp,
    understand: (match: RegExpExecArray) => Found | Found[] | null,
    where: Parameters<Collector['take']>[2],
  ) =>
    collector.take(
      pattern,
      (match) => {
        const found = understand(match);
        return found && [found].flat().map((one) => ({ ...hedgesBefore(match.input, match.index), ...one }));
      },
      where,
    );
  take(
    /\b(half|quarter|three\squarters)\s(?:of\s)?an?\s(second|minute|hour|day|week|month|year|percent)\b/iy,
    ([, part, unit]) => measured(partOf(part as string), unit),
    { at: [PART] },
  );
  take(
    AND_A_PART,
    (match) => {
      const { count = 'one', unit, part = '', other } = match.groups as Record<string, string | undefined>;
      if ((unit === undefined) === (other === undefined)) return null;
      const whole = /^an?$/i.test(count) ? 1 : amountOf(count);
      return measured(whole + partOf(part), unit ?? other);
    },
    { needsRun: [PART], at: [NUMBER_WORD, ONE_OR_TWO_DIGITS] },
  );
  take(
    /\ban?\s(second|minute|hour|day|week|month|year)\sor\s(?:two|so)\b/iy,
    (match) => {
      const one = measured(1, match[1]);
      return /so$/i.test(match[0]) ? { ...one, approximate: true } : [one, measured(2, match[1])];
    },
    { at: [ARTICLE] },
  );
  take(
    HOURS_AND_MINUTES,
    ([, whole, minutes, rest]) => ({
      kind: 'duration',
      keys: [`q:s:${(Number(whole) * 60 + Number(rest)) * (minutes ? 1 : 60)}`],
    }),
    { at: [DIGIT_FIRST] },
  );
  take(
    OF_ALL,
    (match) => {
      const [, above, below, count, part = ''] = match;
      const name = part.toLowerCase();
      return count
        ? fraction(/^an?$/i.test(count) ? 1 : amountOf(count), PARTS[name.replace(/s$/, '')] ?? 1, match)
        : fraction(amountOf(above as string), amountOf(below as string), match);
    },
    { at: [ONE_OR_TWO_DIGITS, NUMBER_WORD] },
  );
  take(
    FOLD,
    ([, count]) => {
      const value = amountOf(count as string);
      return { kind: 'number', keys: [`q:x:${value}`, `n:${value}`] };
    },
    { needs: 'fold' },
  );
  // "the 99th percentile" is p99, and the median p50.
  take(
    /(?<![\w.])(\d{1,2}(?:\.\d)?)(?:st|nd|rd|th)[\s-]percentile\b/gi,
    ([, rank]) => ({
      kind: 'id',
      keys: [`i:p${rank}`, `o:${rank}`],
    }),
    { needs: 'percentile' },
  );
  take(/\bmedian\b/gi, () => ({ kind: 'id', keys: ['i:p50'], weak: true }), { needs: /median/i });
}

function measured(value: number, unit = ''): Found {
  const keys = [quantityKey(value, unit)];
  const [dimension] = unitOf(unit) ?? [''];
  return { kind: dimension === '%' ? 'percentage' : 'duration', keys };
}

/** "Two thirds" may be told as 2/3 and as 67 %; figures are still looked at one by one. */
function fraction(above: number, below: number, match: RegExpExecArray): Found | Found[] {
  const percent = (100 * above) / below;
  const shares = new Set([percent, Math.floor(percent), Math.round(percent), Math.round(percent * 10) / 10]);
  const keys = [`f:${above / below}`, ...[...shares].map((share) => quantityKey(share, '%'))];
  const [whole, figure] = match;
  if (figure === undefined) return { kind: 'number', keys };
  return [
    { kind: 'number', keys: [`n:${above}`, ...keys], to: figure.length },
    { kind: 'number', keys: [`n:${below}`, ...keys], from: whole.length - (match[2] as string).length },
  ];
}
