import type { TimelineEntry } from '../../../domain/postMortem';
import { inOrderOfTime, instantOfRow, momentIn, withTime } from '../../../domain/timeline/rowTimes';
import fc from '../../properties';

const ENTRY: TimelineEntry = {
  at: '14:02',
  text: 'deploy',
  kind: 'trigger',
  moment: '2026-03-04T14:02:00+01:00',
  zone: 'Europe/Rome',
  source: 'slack',
};

describe('another time in a row', () => {
  const retold = (at: string, own: TimelineEntry = ENTRY) => withTime(own, at, { own });

  it('is on the day and in the zone that the row had', () => {
    expect(retold('14:05')).toEqual({ ...ENTRY, at: '14:05', moment: '2026-03-04T14:05:00+01:00' });
  });

  it('that tells its own day and zone has those', () => {
    expect(retold('2026-03-05 09:00 UTC')).toMatchObject({
      moment: '2026-03-05T09:00:00+00:00',
      zone: 'UTC',
    });
    expect(retold('14:05 UTC')).toMatchObject({ moment: '2026-03-04T14:05:00+00:00', zone: 'UTC' });
  });

  it.each(['about ten later', '14:0', '', '14:05 or so', '14:05 IST', '25:00'])(
    'as “%s” leaves no moment and no zone that would no longer hold',
    (at) => {
      expect(retold(at)).toEqual({ at, text: 'deploy', kind: 'trigger', source: 'slack' });
    },
  );

  it('in the gap or in the fold of a clock change has no moment', () => {
    const spring = { ...ENTRY, moment: '2026-03-29T01:50:00+01:00' };
    expect(retold('02:30', spring).moment).toBeUndefined();
    expect(retold('03:30', spring).moment).toBe('2026-03-29T03:30:00+02:00');
    const autumn = { ...ENTRY, moment: '2026-10-25T01:50:00+02:00' };
    expect(retold('02:30', autumn).moment).toBeUndefined();
    expect(retold('02:30 CEST', autumn).moment).toBe('2026-10-25T02:30:00+02:00');
  });

  it('in a new row is on the day of the row above, and after midnight on the next', () => {
    const typed = (at: string, above: TimelineEntry) => withTime({ at: '', text: '' }, at, { above }).moment;
    expect(typed('14:05', ENTRY)).toBe('2026-03-04T14:05:00+01:00');
    const late = (moment: string) => ({ ...ENTRY, at: '23:58', moment });
    expect(typed('00:03', late('2026-12-31T23:58:00+01:00'))).toBe('2027-01-01T00:03:00+01:00');
    expect(typed('00:03', late('2028-02-28T23:58:00+01:00'))).toBe('2028-02-29T00:03:00+01:00');
    expect(typed('14:05', { at: '14:02', text: '' })).toBeUndefined();
  });

  it('has no zone from a time that told its own: “UTC” holds where it stands', () => {
    const told = { ...ENTRY, at: '14:02 UTC', moment: '2026-03-04T14:02:00+00:00', zone: 'UTC' };
    expect(retold('14:05', told).moment).toBeUndefined();
    expect(retold('14:05 CET', told).moment).toBe('2026-03-04T14:05:00+01:00');
  });

  it('needs no other row when it tells everything', () => {
    expect(withTime({ at: '', text: '' }, '2026-03-04 14:02 UTC', {})).toEqual({
      at: '2026-03-04 14:02 UTC',
      text: '',
      moment: '2026-03-04T14:02:00+00:00',
      zone: 'UTC',
    });
  });

  it('keeps cells in the order in which stored ones are read, so that a save is not taken for a change', () => {
    expect(Object.keys(retold('14:05'))).toEqual(['at', 'text', 'kind', 'moment', 'zone', 'source']);
  });
});

describe('the order of time', () => {
  const certain = (moment: string): TimelineEntry => ({ at: '', text: moment, moment });
  const vague = (text: string): TimelineEntry => ({ at: 'then', text });

  it('moves only entries with a certain moment, by the instant and not by what a clock showed', () => {
    const entries = [
      certain('2026-03-04T14:30:00+01:00'),
      vague('a'),
      certain('2026-03-04T13:00:00+00:00'),
      vague('b'),
      certain('2026-03-04T09:00:00-05:00'),
    ];
    expect(inOrderOfTime(entries).map(({ text }) => text)).toEqual([
      '2026-03-04T13:00:00+00:00',
      'a',
      '2026-03-04T14:30:00+01:00',
      'b',
      '2026-03-04T09:00:00-05:00',
    ]);
  });

  it('is the order of instants, with every entry still there and the vague ones in their places', () => {
    const row = fc.oneof(
      fc
        .integer({ min: 0, max: 59 })
        .map((minute) => certain(`2026-03-04T14:${String(minute).padStart(2, '0')}:00+01:00`)),
      fc.constantFrom('x', 'y').map(vague),
    );
    fc.assert(
      fc.property(fc.array(row), (entries) => {
        const ordered = inOrderOfTime(entries);
        const instants = ordered.map(instantOfRow).filter((instant) => instant !== null);
        expect(instants).toEqual([...instants].sort((a, b) => a - b));
        expect(ordered.map(({ moment }) => moment === undefined)).toEqual(
          entries.map(({ moment }) => moment === undefined),
        );
        expect(inOrderOfTime(ordered)).toEqual(ordered);
      }),
    );
  });
});

it('a moment is told in other zones, and in none that several have', () => {
  expect(momentIn('America/New_York', ENTRY)).toBe('2026-03-04T08:02:00-05:00');
  expect(momentIn('Asia/Kolkata', ENTRY)).toBe('2026-03-04T18:32:00+05:30');
  expect(momentIn('IST', ENTRY)).toBeNull();
  expect(momentIn('UTC', { at: 'then' })).toBeNull();
});
