/** A unit's dimension, and how many of the dimension's base units it is. */
export type Unit = readonly [dimension: string, factor: number];

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

const BY_NAME: Record<string, Unit> = {};
const name = (names: string, dimension: string, factor: number) => {
  for (const one of names.split(' ')) BY_NAME[one] = [dimension, factor];
};
name('ns nanosecond nanoseconds', 's', 1e-9);
name('us µs μs microsecond microseconds', 's', 1e-6);
name('ms msec msecs millisecond milliseconds', 's', 1e-3);
name('s sec secs second seconds', 's', 1);
name('m min mins minute minutes', 's', MINUTE);
name('h hr hrs hour hours', 's', HOUR);
name('d day days', 's', DAY);
name('fortnight fortnights', 's', 14 * DAY);
name('w wk wks week weeks', 's', 7 * DAY);
name('month months', 'month', 1);
name('quarter quarters', 'month', 3);
name('yr yrs year years', 'month', 12);
name('byte bytes', 'B', 1);
['k', 'm', 'g', 't', 'p'].forEach((prefix, index) => {
  name(`${prefix}b`, 'B', 1000 ** (index + 1));
  name(`${prefix}ib ${prefix}i`, 'B', 1024 ** (index + 1));
  name(`${prefix}bps ${prefix}bit/s ${prefix}b/s`, 'bit/s', 1000 ** (index + 1));
});
name('kilobyte kilobytes', 'B', 1e3);
name('megabyte megabytes', 'B', 1e6);
name('gigabyte gigabytes', 'B', 1e9);
name('terabyte terabytes', 'B', 1e12);
name('% percent pct per\u0020cent', '%', 1);
BY_NAME['per cent'] = ['%', 1];
// From 5 to 10 percent is five percentage points, and a hundred percent more.
for (const points of ['percentage points', 'percentage point', 'percent points', '%-points', 'pp', 'ppt']) {
  BY_NAME[points] = ['pp', 1];
}
name('x ×', 'x', 1);
name('hz', 'Hz', 1);
name('khz', 'Hz', 1e3);
name('mhz', 'Hz', 1e6);
name('ghz', 'Hz', 1e9);
name('rps qps tps iops', '/s', 1);
for (const counted of ['requests', 'queries', 'transactions', 'operations', 'messages', 'events']) {
  BY_NAME[`${counted} per second`] = ['/s', 1];
  BY_NAME[`${counted}/s`] = ['/s', 1];
}
name('mw', 'W', 1e6);
name('kw', 'W', 1e3);
name('mwh', 'Wh', 1e6);
name('kwh', 'Wh', 1e3);
name('km', 'metre', 1e3);
name('px', 'px', 1);
name('°c', '°C', 1);
name('°f', '°F', 1);

const CURRENCIES: Record<string, string> = {
  $: 'USD',
  usd: 'USD',
  dollars: 'USD',
  dollar: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  euros: 'EUR',
  euro: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  pounds: 'GBP',
  '¥': 'JPY',
  jpy: 'JPY',
  cents: 'cent',
};
for (const [word, code] of Object.entries(CURRENCIES)) BY_NAME[word] = [code, 1];

const escaped = (text: string): string => text.replace(/[$°/×]/g, '\\$&').replace(/ /g, '\\s');
const NAMES = Object.keys(BY_NAME).sort((a, b) => b.length - a.length);
/** Every unit by its name, the longest first; what follows must not continue it. */
export const UNIT = `(?:${NAMES.map(escaped).join('|')})(?![\\w/])`;
export const CURRENCY = '(?:US|A|C)?[$€£¥]|(?:USD|EUR|GBP)\\s';

/** The unit of a name, whatever its capitals and white space. */
export const unitOf = (text: string): Unit | undefined =>
  BY_NAME[text.toLowerCase().replace(/\s+/g, ' ').trim()];
/** A float without the traces of its arithmetic. */
export const exact = (value: number): string => String(Number(value.toPrecision(12)));

/** The key of a quantity, the same in all units of its dimension. */
export const quantityKey = (value: number, unit: string): string => {
  const [dimension, factor] = unitOf(unit) ?? ['', 1];
  return `q:${dimension}:${exact(value * factor)}`;
};

/** 2048 MB are 2 GB to those who count in powers of two. */
export function binaryKey(value: number, unit: string): string[] {
  const prefix = /^([kmgtp])b$/i.exec(unit)?.[1];
  return prefix ? [`q:B:${exact(value * 1024 ** ('kmgtp'.indexOf(prefix.toLowerCase()) + 1))}`] : [];
}

export const currencyOf = (text: string): string =>
  CURRENCIES[text.trim().toLowerCase().slice(-3)] ?? CURRENCIES[text.trim().slice(-1)] ?? text;
/** Units that stand in the hours-and-minutes form of a duration. */
export const CLOCK_UNIT =
  '(?:weeks?|wks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|ms)(?![A-Za-z])';
