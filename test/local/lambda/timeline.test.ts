import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../local/lambda';
import { type Stretch, Timeline, WALL_TIME } from '../../../local/lambda/timeline';
import { openTimeline } from '../../../local/lambda/timelineFile';
import fc from '../../properties';
import { manualClock } from '../triggers/manualClock';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.UTC(2026, 10, 29, 12);

const folder = mkdtempSync(join(tmpdir(), 'timeline-'));
let files = 0;
const newFile = () => join(folder, `${++files}.json`);
afterAll(() => rmSync(folder, { recursive: true }));

const fail = (error: unknown) => {
  throw error;
};
const open = (file: string, speed: number, clock: Clock, onError: (error: unknown) => void = fail) =>
  openTimeline({ file, speed, clock, onError });

test('at speed 60 an hour is over after a minute; at speed 1 after an hour, and nothing is written', () => {
  const clock = manualClock(NOW);
  const fast = open(newFile(), 60, clock);
  expect(fast.timeline.after(NOW, HOUR)).toBe(NOW + MINUTE);
  fast.close();
  const file = newFile();
  expect(open(file, 1, clock).timeline.after(NOW, HOUR)).toBe(NOW + HOUR);
  expect(existsSync(file)).toBe(false);
});

test('a wait keeps what it waited at another speed, and goes on at the new one', () => {
  const clock = manualClock(NOW);
  const file = newFile();
  const fast = open(file, 60, clock);
  clock.advance(MINUTE / 3);
  fast.close();
  // 20 of its 60 minutes are over; 40 are left.
  const slow = open(file, 1, clock);
  expect(slow.timeline.after(NOW, HOUR)).toBe(clock.now() + 40 * MINUTE);
  clock.advance(30 * MINUTE);
  slow.close();
  // 10 are left.
  const again = open(file, 60, clock);
  expect(again.timeline.after(NOW, HOUR)).toBe(clock.now() + 10_000);
  again.close();
});

test('while nothing runs, time is the wall’s, also after a kill that let nothing be written', () => {
  const clock = manualClock(NOW);
  const file = newFile();
  open(file, 60, clock);
  clock.advance(10_500);
  const killed = readFileSync(file, 'utf8');
  // The killed process would beat on here.
  clock.advance(9_500);
  writeFileSync(file, killed);
  const next = open(file, 1, clock);
  // Ten seconds at 60, known to the last full second, and ten on the wall.
  expect(next.timeline.after(NOW, HOUR)).toBe(clock.now() + HOUR - 600_000 - 10_000);
  next.close();
});

test('a file that cannot be read is put aside and named, and no wait is cut short for it', () => {
  const file = newFile();
  writeFileSync(file, '[{"from":');
  const clock = manualClock(NOW);
  const { timeline, damaged } = open(file, 1, clock);
  expect(damaged?.message).toMatch(/wait longer now, and none is cut short/);
  expect(existsSync(`${file}.damaged`)).toBe(true);
  expect(timeline.after(NOW - MINUTE, HOUR)).toBe(NOW + 59 * MINUTE);
});

test('a disk that takes no more is told of, and timers go on', () => {
  const told: unknown[] = [];
  const clock = manualClock(NOW);
  const { timeline } = open(join(folder, 'no such folder', 'file'), 60, clock, (error) => told.push(error));
  clock.advance(1000);
  expect(told).toHaveLength(2);
  expect(timeline.after(NOW, HOUR)).toBe(NOW + MINUTE);
});

/** What a timer has waited between two moments of the wall, told second by second. */
function waited(stretches: readonly Stretch[], from: number, until: number): number {
  let sum = 0;
  for (let second = from; second < until; second += 1) {
    sum += stretches.find((one) => one.from <= second && second < one.until)?.speed ?? 1;
  }
  return sum;
}

test('whatever speeds there were, a timer rings as soon as its time has passed, and never before', () => {
  const lengths = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 600 })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(lengths, fc.nat(60), fc.nat(4000), (parts, from, ms) => {
      let moment = 0;
      const stretches = parts.map(([gap, length, speed]) => {
        const start = moment + gap;
        moment = start + length;
        return { from: start, until: moment, speed };
      });
      const at = new Timeline(stretches).after(from, ms);
      expect(waited(stretches, from, at)).toBeGreaterThanOrEqual(ms);
      if (at > from) expect(waited(stretches, from, at - 1)).toBeLessThan(ms);
      expect(WALL_TIME.after(from, ms)).toBe(from + ms);
    }),
  );
});
