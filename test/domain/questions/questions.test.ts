import { openQuestions } from '../../../domain/questions';
import { SECTION_IDS, SECTIONS, type SectionId } from '../../../domain/sections';
import { NOTES } from '../../local/nevermore/answering/offline/notes';

const open = (section: SectionId, text: string, document = {}) => openQuestions({ section, text, document });

const [detected, symptom, tried, restored] = SECTIONS.find(({ id }) => id === 'description')?.questions ?? [];
const [affected, , data] = SECTIONS.find(({ id }) => id === 'impact')?.questions ?? [];
const [possible, triggered, caught, confirmed] =
  SECTIONS.find(({ id }) => id === 'rootCause')?.questions ?? [];
const [ended, permanent] = SECTIONS.find(({ id }) => id === 'resolution')?.questions ?? [];

describe('the two notes that were asked what they had said', () => {
  it('are asked none of it again', () => {
    for (const section of SECTION_IDS) {
      const asked = [...open(section, NOTES.certificate), ...open(section, NOTES.leak)];
      expect(asked).not.toEqual(expect.arrayContaining([detected]));
      for (const question of [detected, symptom, tried, restored, ended, possible, triggered, confirmed]) {
        expect(asked).not.toContain(question);
      }
    }
    expect(open('description', NOTES.certificate)).toEqual([]);
    expect(open('description', NOTES.leak)).toEqual(['Which time zone are the times in?']);
  });
});

it.each([
  'Logins failed at 10:00. At 10:05 login no longer works.',
  'Logins failed. At 10:05 nothing works.',
  'Logins failed. It was not yet fixed at 10:05.',
  "Logins failed. At 10:05 it still wasn't back.",
])('what is denied restores nothing: %j', (text) => {
  expect(open('description', text)).toContain(restored);
});

it('what works again or now is restored', () => {
  for (const told of ['At 10:05 login works again.', 'It works now, 10:05.'])
    expect(open('description', `Logins failed. ${told}`)).not.toContain(restored);
});

describe('a question is answered by the ways in which people say it', () => {
  it.each<[string | undefined, SectionId, string[], string[]]>([
    [
      detected,
      'description',
      [
        'we saw it wed 11:20 when queue depth hit 120k',
        'pagerduty fired',
        'customers called',
        'Pingdom reported it down',
        'found out from twitter',
        'alert 18:06',
        'a researcher mailed us',
        'support got tickets',
      ],
      ['the pods crashed', 'rolled back', 'it was slow', 'deploy broke it', 'errors rose'],
    ],
    [
      tried,
      'description',
      [
        'rolled back to 2.8.3 at 12:05',
        'restarted it',
        'first guess was redis',
        'scaled up',
        'failed over',
        'killed the job',
        'issued a new cert',
        'swapped the disk',
      ],
      ['the pods crashed', 'it was slow', 'customers called', 'errors rose to 5 %', 'the queue grew'],
    ],
    [
      restored,
      'description',
      [
        'site down. queue drained by 13:40',
        'errors until 10:31',
        'down for 40 min',
        '503s, 04:10 all ok',
        'failed between 11:32 and 12:50',
        'crashed, back up at 9:00',
        'errors. resolved 10:40',
        'near miss, no users affected',
      ],
      [
        'the site went down',
        '503 on all calls',
        'pods crashed at 10:02',
        'errors rose',
        'checkout failed for all users',
      ],
    ],
    [
      affected,
      'impact',
      [
        'all users',
        '12 % of carts abandoned',
        'maybe 3k orders lost',
        'no customers',
        '2 partners could not post',
        'every request failed',
        '900 logins',
        'nobody noticed',
      ],
      ['it was slow', 'the site', 'down', 'errors', 'an outage'],
    ],
    [
      data,
      'impact',
      [
        'maybe 3k orders lost',
        'no data lost',
        '212 jobs had to be rerun',
        'mails bounced',
        'results were stale',
        'rows were corrupted',
        'a bucket was publicly listable',
        'restored from backup',
      ],
      [
        'it was slow',
        'users could not log in',
        '503 for 10 min',
        'the page was blank',
        'down 10:00 to 10:30',
      ],
    ],
    [
      possible,
      'rootCause',
      [
        'nobody got the renewal mail bc it went to someone else',
        'the slot was never dropped',
        'default changed in module v5',
        'no limit on retries',
        'a race in the lock',
        'due to a typo',
        'alert exists but goes to a dead channel',
        'memory leak in the worker',
      ],
      ['it broke at 10:02', 'restarted', 'the pods went away', 'users saw 503', 'we paged Kim'],
    ],
    [
      triggered,
      'rootCause',
      [
        'after the deploy',
        'cert expired',
        'upgraded the pool',
        'when traffic peaked',
        'cron ran twice',
        'migration 0142',
        'moved ns to the new provider',
        'shipped tue',
      ],
      ['it broke', 'the pods crashed', 'errors everywhere', 'users saw 503', 'slow queries'],
    ],
    [
      caught,
      'rootCause',
      [
        'nobody looked',
        'no alert on it',
        'not tested',
        'merged without running the tests',
        'our alert only looks at the total',
        'went to someone who left',
        'the check was off',
        'unnoticed for a week',
      ],
      ['it broke', 'the pods crashed', 'restarted', 'users saw 503', 'a race in the lock'],
    ],
    [
      permanent,
      'resolution',
      [
        'workaround for now',
        'fixed in 2.9.1',
        'temporary limit',
        'the proper fix comes next week',
        'hotfix shipped',
        'permanent fix merged',
        'by hand for now',
        'patched',
      ],
      ['rolled back', 'restarted', 'scaled to 12', 'failed over', 'all ok at 10:02'],
    ],
  ])('%s', (question, section, answers, silences) => {
    for (const answer of answers)
      expect([answer, open(section, answer)]).not.toEqual([answer, expect.arrayContaining([question])]);
    for (const silence of silences)
      expect([silence, open(section, silence)]).toEqual([silence, expect.arrayContaining([question])]);
  });
});

describe('the whole document answers', () => {
  it('the zone: by Facts, by the timeline, by another section', () => {
    const text = 'down 10:02, fixed 10:31';
    const zone = 'Which time zone are the times in?';
    expect(open('description', text)).toContain(zone);
    expect(open('description', text, { startedAt: '2026-03-01T10:02:00+01:00' })).not.toContain(zone);
    expect(open('description', text, { timeline: [{ at: '10:02 UTC', text: 'down' }] })).not.toContain(zone);
    expect(open('description', text, { summary: 'All times are CET.' })).not.toContain(zone);
    expect(open('description', 'down 10:02 utc, fixed 10:31')).not.toContain(zone);
  });

  it('from when to when: by Facts', () => {
    expect(open('impact', '300 users, no data lost')).toContain('From when to when?');
    expect(
      open('impact', '300 users, no data lost', {
        startedAt: '2026-03-01T10:02:00Z',
        resolvedAt: '2026-03-01T10:31:00Z',
      }),
    ).not.toContain('From when to when?');
  });

  it('what keeps it from happening again: by an action item', () => {
    const document = { actionItems: [{ text: 'Alert on queue age', owner: 'Kim', dueDate: '2026-04-01' }] };
    expect(open('resolution', 'rolled back', document).join()).not.toContain('happening again');
  });

  it('though a script wrote it with nulls', () => {
    const document = { title: null, summary: null, timeline: null, actionItems: [null], startedAt: null };
    expect(open('description', 'the site went down', document)).toContain(detected);
    expect(
      open('description', 'the site went down', { timeline: [null, { at: null, text: 'alert fired' }] }),
    ).not.toContain(detected);
  });
});

describe('what the text leaves unsettled', () => {
  it('is quoted, so that the author knows which', () => {
    expect(open('description', 'paged 10:02 UTC. fixed 10:31. owner of the job TBD')).toContain(
      '“owner of the job TBD” is not settled yet: what came of it?',
    );
  });

  it('is not asked when the answer follows at once', () => {
    expect(
      open('rootCause', 'bc of the dst change?? no - checked, its UTC. nobody looked').join(),
    ).not.toContain('settled');
  });

  it('never closes the bracket that a question stands in', () => {
    const [question = ''] = open('summary', 'the [x] users were down for 10 min ?? restarted').filter((one) =>
      one.includes('settled'),
    );
    expect(question).not.toMatch(/[[\]]/);
  });
});

it.each([
  NOTES.italian,
  '09:15に注文サービスが500を返し始めました。',
  'في الساعة 09:15 بدأت خدمة الطلبات بالرد 500.',
])('a text that is not English is asked nothing: %j', (text) => {
  for (const section of SECTION_IDS) expect(open(section, text)).toEqual([]);
});

it('asks at most four, and nothing twice', () => {
  for (const section of SECTION_IDS) {
    const asked = open(section, 'x');
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(new Set(asked).size).toBe(asked.length);
  }
});

it.each<[string | undefined, SectionId, string]>([
  [tried, 'description', 'dashboard was flat. backfill started 10h15, done 14h'],
  [tried, 'description', 'support pinged 12:12. flag off 12:14'],
  [symptom, 'description', 'dns gone 10 min'],
  [symptom, 'description', 'sent a push to prod instead of staging'],
  [restored, 'description', 'logins failed. new cert issued, login works 06:34'],
  [caught, 'rootCause', 'the export was empty. no row count check exists'],
  [caught, 'rootCause', 'gateways went offline. canary group had no rev B'],
  [caught, 'rootCause', 'it was slow. a test for the query count would have caught it'],
  [caught, 'rootCause', 'codes were lost. our dashboard said everything green'],
  [caught, 'rootCause', 'errors rose. auto rollback did not kick in'],
  [possible, 'rootCause', 'writes stopped. autovacuum was killed every night'],
  [possible, 'rootCause', 'builds failed. the runner image got updated automatically'],
  [triggered, 'rootCause', 'renewal gets 403 from the new waf rule'],
])('as notes put it, too: %s (%s) %s', (question, section, text) => {
  expect(question).toBeDefined();
  expect(open(section, text)).not.toContain(question);
});
