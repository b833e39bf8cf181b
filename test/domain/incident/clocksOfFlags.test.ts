import { flagsAbout } from '../../../domain/incident/flags';
import type { TimedDocument } from '../../../domain/incident/moments';
import { NOTHING } from './nothing';

type Row = TimedDocument['timeline'][number];
const NOW = Date.UTC(2026, 2, 10);

it('a flag tells times by the clocks that the incident was told by, and nothing says UTC that no source said', () => {
  const rome = (time: string, offset: string, day = '2026-03-04') =>
    ({
      at: time,
      text: `At ${time}`,
      zone: 'Europe/Rome',
      moment: `${day}T${time}:00${offset}`,
    }) satisfies Row;
  const timeline: Row[] = [
    rome('00:40', '+01:00'),
    rome('00:10', '+01:00'),
    { ...rome('15:00', '+02:00', '2026-04-01'), kind: 'mitigation' },
  ];
  const found = flagsAbout({ ...NOTHING, resolvedAt: '2026-04-01T10:00:00.000Z', timeline }, NOW);
  expect(found.map(({ entry, kind, message }) => [entry, kind, message])).toEqual([
    [1, 'order', '00:10 Europe/Rome is before entry 1 (00:40 Europe/Rome), which stands above it.'],
    [2, 'future', '2026-04-01 15:00 Europe/Rome lies in the future.'],
    [
      2,
      'contradiction',
      'This mitigation (15:00 Europe/Rome) lies after the resolution (12:00 Europe/Rome, field Resolved).',
    ],
  ]);
});
