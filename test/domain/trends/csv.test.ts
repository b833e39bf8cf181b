import { trendsOf } from '../../../domain/trends';
import { agesToCsv, countsToCsv, durationsToCsv, servicesToCsv } from '../../../domain/trends/csv';
import { openActionsByAge } from '../../../domain/trends/openActions';
import { incident } from './incidents';

const evil = '=HYPERLINK("https://evil.example")';
const trends = trendsOf(
  [
    incident({
      severity: 'SEV1',
      service: evil,
      startedAt: '2026-03-01T10:00:00Z',
      resolvedAt: '2026-03-01T10:10:20Z',
    }),
    incident({ severity: 'SEV1', service: evil, startedAt: '2026-02-01T10:00:00Z' }),
  ],
  { period: '3', today: '2026-03-15', zone: 'UTC' },
);
const lines = (csv: string) => csv.slice(1).trim().split('\r\n');

it('the figures leave as numbers, month by month, with their sum', () => {
  expect(lines(countsToCsv(trends))).toEqual([
    '"Started","From","To","SEV1","SEV2","SEV3","SEV4","All"',
    '"January 2026","2026-01-01","2026-01-31",0,0,0,0,0',
    '"February 2026","2026-02-01","2026-02-28",1,0,0,0,1',
    '"March 2026","2026-03-01","2026-03-31",1,0,0,0,1',
    '"All","","",2,0,0,0,2',
  ]);
  expect(lines(durationsToCsv(trends))).toContain(
    '"Time to resolve (minutes)","All","","",1,10.33,10.33,10.33,10.33,10.33,1,0',
  );
});

it('no spreadsheet computes anything of a service that is called like a formula', () => {
  expect(lines(servicesToCsv(trends))).toEqual([
    '"Service","Incidents","Last"',
    `"'=HYPERLINK(""https://evil.example"")",2,"2026-03-01"`,
  ]);
});

it('open actions leave by their age, and an unknown age only where there is one', () => {
  const ages = openActionsByAge([
    { ageInDays: 3, isOverdue: true },
    { ageInDays: 4, isOverdue: false },
    { ageInDays: null, isOverdue: false },
  ]);
  expect(lines(agesToCsv(ages))).toEqual([
    '"Age","Open","Overdue"',
    '"Up to 7 days",2,1',
    ...['"8 to 30 days",0,0', '"31 to 90 days",0,0', '"91 to 180 days",0,0', '"181 to 365 days",0,0'],
    '"More than a year",0,0',
    '"Age not known",1,0',
  ]);
  expect(openActionsByAge([]).map(({ id }) => id)).not.toContain('unknown');
});
