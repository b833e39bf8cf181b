import { fromLocalField, outOfOrder, toLocalField } from '../../../../src/features/editor/localMoments';

it('shows a stored moment in the local zone and stores it back as the same moment', () => {
  const iso = '2026-03-04T14:02:00.000Z';
  expect(fromLocalField(toLocalField(iso))).toBe(iso);
});

it('takes an empty or half-typed field as no moment', () => {
  expect(fromLocalField('')).toBeNull();
  expect(fromLocalField('2026-03-')).toBeNull();
  expect(toLocalField(null)).toBe('');
  expect(toLocalField('not a date')).toBe('');
});

it('notices moments in the wrong order and passes over those that are missing', () => {
  const none = { startedAt: null, detectedAt: null, mitigatedAt: null, resolvedAt: null };
  expect(outOfOrder(none)).toBeNull();
  expect(
    outOfOrder({ ...none, startedAt: '2026-03-04T14:02:00Z', resolvedAt: '2026-03-04T14:00:00Z' }),
  ).toEqual({ id: 'resolvedAt', after: 'Started' });
  expect(
    outOfOrder({ ...none, startedAt: '2026-03-04T14:02:00Z', resolvedAt: '2026-03-04T14:25:00Z' }),
  ).toBeNull();
});
