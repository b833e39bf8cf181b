const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
/** The words that a number in words may begin with. */
export const NUMBER_WORDS = ['half', ...ONES, ...TENS];
const VALUES = new Map<string, number>([
  ...ONES.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, 20 + index * 10]),
]);
export const MULTIPLIERS: Record<string, number> = {
  hundred: 100,
  k: 1e3,
  thousand: 1e3,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
};

const SMALL = ONES.slice(1, 10).join('|');
/** A number in words: "two", "twenty-four", "three hundred and five", "a dozen", "two thousand". */
export const NUMBER_IN_WORDS = `(?:(?:a|half\\sa|${ONES.join('|')}|${TENS.join('|')})(?:[\\s-](?:hundred|thousand|million|billion|dozen))|(?:${TENS.join('|')})(?:-|\\s)(?:${SMALL})|${[...TENS, ...ONES].reverse().join('|')})(?:\\s(?:hundred|thousand|million))?(?:\\sand\\sa\\shalf)?`;
export const NUMBER_IN_FIGURES =
  "(?:\\d{1,3}(?: \\d{3}){0,3} 000(?!\\d)|\\d{1,3}(?:[,_'\\u00a0]\\d{3})+|\\d{1,18})(?:\\.\\d{1,12})?|\\.\\d{1,6}";

/** The value of a number in words or figures; NaN for anything else. */
export function amountOf(text: string): number {
  if (/\d/.test(text)) return Number(text.replace(/[,_'\u00a0 ]/g, ''));
  let total = 0;
  let current = 0;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word === 'and') continue;
    if (word === 'half') {
      current += 0.5;
    } else if (word === 'a') {
      current += current > 0 ? 0 : 0;
    } else if (word in MULTIPLIERS) {
      total += (current || 1) * (MULTIPLIERS[word] as number);
      current = 0;
    } else {
      const value = VALUES.get(word);
      if (value === undefined) return Number.NaN;
      current += value;
    }
  }
  return total + current;
}

/** The rank that "third" names; 0 for another word. */
export const rankOf = (word: string): number => Math.max(0, ORDINALS.indexOf(word.toLowerCase()));
export const RANKS = ORDINALS.slice(1).join('|');
