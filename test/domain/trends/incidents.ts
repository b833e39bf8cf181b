import type { Incident } from '../../../domain/trends';
import fc from '../../properties';

/** An incident that tells nothing but what is named. */
export const incident = (more: Partial<Incident> = {}): Incident => ({
  severity: 'SEV3',
  service: '',
  startedAt: null,
  detectedAt: null,
  mitigatedAt: null,
  resolvedAt: null,
  ...more,
});

/** Moments as clients store them: in any zone, long ago, far ahead, in years of six digits, and none at all. */
const moment = fc.oneof(
  fc
    .date({ min: new Date('2023-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom(
    null,
    '2024-02-29T23:59:59+14:00',
    '2026-03-29T02:30:00+01:00',
    '9999-12-31T23:59:59Z',
    '1000-01-01T00:00:00Z',
    '+275760-09-13T00:00:00.000Z',
    'soon',
  ),
);

/** Any incident at all. */
export const anyIncident: fc.Arbitrary<Incident> = fc.record({
  severity: fc.constantFrom('SEV1', 'SEV2', 'SEV3', 'SEV4'),
  service: fc.constantFrom('', ' ', 'search', 'Search', 'checkout', 'queue'),
  startedAt: moment,
  detectedAt: moment,
  mitigatedAt: moment,
  resolvedAt: moment,
});
