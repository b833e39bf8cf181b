/** Units in seconds, the longest first. */
const UNITS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;
const SECONDS = 3;

/**
 * A length of time as people say it: "40 s", "23 min", "2 h 5 min", "3 d 4 h 12 min". Seconds only below an hour.
 * @param most units that are told, the last one rounded: 2 makes "3 d 4 h" of the last example
 */
export function lengthInWords(milliseconds: number, most = 3): string {
  const exact = Math.round(milliseconds / 1_000);
  const longest = UNITS.findIndex(([length]) => exact >= length);
  if (longest < 0) return '0 min';
  const last = Math.min(exact < 3_600 ? SECONDS : SECONDS - 1, longest + most - 1);
  const [shortest] = UNITS[last] as (typeof UNITS)[number];
  let left = Math.round(exact / shortest) * shortest;
  const told: string[] = [];
  for (const [length, unit] of UNITS) {
    const amount = Math.floor(left / length);
    left -= amount * length;
    if (amount > 0) told.push(`${amount} ${unit}`);
  }
  return told.join(' ');
}
