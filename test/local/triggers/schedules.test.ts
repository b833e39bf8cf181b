import type { Schedule } from '../../../local/assembly';
import { startSchedules } from '../../../local/triggers/schedules';
import { manualClock } from './manualClock';

const MINUTE = 60_000;
const START = Date.parse('2026-03-01T10:00:00Z');
const every5: Schedule = {
  name: 'sweep',
  arn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/sweep',
  region: 'us-east-1',
  account: '000000000000',
  expression: 'cron(*/5 * * * ? *)',
  timezone: 'UTC',
  functionArn: 'arn:caretaker',
};

/** A laptop whose state outlives its restarts. */
function laptop(schedules: readonly Schedule[] = [every5]) {
  let stored: Record<string, number> = {};
  const clock = manualClock(START);
  const calls: Array<{ functionArn: string; payload: unknown; at: number }> = [];
  const errors: string[] = [];
  let invoke = async () => {};
  const start = () =>
    startSchedules({
      schedules,
      clock,
      invoke: async (functionArn, payload) => {
        calls.push({ functionArn, payload, at: (clock.now() - START) / MINUTE });
        await invoke();
      },
      lastDue: {
        read: () => stored,
        write: (last) => {
          stored = { ...last };
        },
      },
      onError: (name) => errors.push(name),
    });
  return {
    clock,
    calls,
    errors,
    start,
    failing: () => {
      invoke = async () => {
        throw new Error('no');
      };
    },
  };
}

const times = (calls: Array<{ at: number }>) => calls.map(({ at }) => at);

test('a function is called each time its schedule is due, and not at the first start', () => {
  const { clock, calls, start } = laptop();
  const running = start();
  clock.advance(16 * MINUTE);
  running.close();
  clock.advance(60 * MINUTE);
  expect(times(calls)).toEqual([5, 10, 15]);
  expect(calls[0]?.payload).toMatchObject({ 'detail-type': 'Scheduled Event', source: 'aws.scheduler' });
});

test('what came due while the laptop was off is made up for once at the start', () => {
  const { clock, calls, start } = laptop();
  start().close();
  clock.advance(123 * MINUTE);
  start();
  clock.advance(8 * MINUTE);
  expect(times(calls)).toEqual([123, 125, 130]);
});

test('a restart in between calls nothing early', () => {
  const { clock, calls, start } = laptop();
  start().close();
  clock.advance(2 * MINUTE);
  start();
  expect(calls).toEqual([]);
});

test('a function that cannot be called is named, and called again when it is due', async () => {
  const { clock, calls, errors, start, failing } = laptop();
  failing();
  start();
  clock.advance(5 * MINUTE);
  await new Promise(setImmediate);
  clock.advance(5 * MINUTE);
  await new Promise(setImmediate);
  expect(errors).toEqual(['sweep', 'sweep']);
  expect(times(calls)).toEqual([5, 10]);
});

test('an input of the template is what the function gets', () => {
  const { clock, calls, start } = laptop([{ ...every5, expression: 'rate(1 minute)', input: { deep: [1] } }]);
  start();
  clock.advance(MINUTE);
  expect(calls[0]?.payload).toEqual({ deep: [1] });
});
