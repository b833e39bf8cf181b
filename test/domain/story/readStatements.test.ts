import { areInOrder, inOrderOfTime, readStatements } from '../../../domain/story';
import { CASES } from '../../cases/cases';
import { NOTES } from '../../local/nevermore/answering/offline/notes';
import fc from '../../properties';

const told = (text: string) => readStatements(text).map((statement) => statement.text);
const ordered = (text: string) => inOrderOfTime(readStatements(text)).map((statement) => statement.text);
const kindOf = (text: string) => readStatements(text).at(-1)?.kind;

describe('notes are split where one thing ends and the next begins', () => {
  it('in a night’s notes on a certificate', () => {
    expect(told(NOTES.certificate)).toEqual([
      'cert for *.api.internal expired 03:00 utc sun.',
      'nobody got the renewal mail bc it went to someone who left in june.',
      'all svc to svc calls 503.',
      'pagerduty fired 03:04.',
      'took till 03:31 to figure out its the cert, dashboards also down (same cert lol).',
      'issued new one w/ openssl by hand, rolled to 14 nodes w/ ansible',
      '04:10 all ok.',
      '~67 min.',
      'maybe 3k orders lost, finance is checking',
    ]);
  });

  it('in notes on a leak', () => {
    expect(told(NOTES.leak)).toEqual([
      'memory leak in worker 2.9.0 (shipped tue).',
      'rss grows ~40MB/h, oomkilled after ~18h, restarts drop in flight jobs.',
      'we saw it wed 11:20 when queue depth hit 120k.',
      'first guess was redis.',
      'rolled back to 2.8.3 at 12:05',
      'queue drained by 13:40.',
      '212 jobs had to be rerun by hand.',
      'heap snapshot shows listeners never removed on the ws client, not 100% sure thats all of it',
    ]);
  });

  it.each([
    [
      'v2.14.1 was rolled out, e.g. to node-3. It broke.',
      ['v2.14.1 was rolled out, e.g. to node-3.', 'It broke.'],
    ],
    ['scaled pods 6 -> 12 at 18:25', ['scaled pods 6 -> 12 at 18:25']],
    ['down 16:31 - 18:08', ['down 16:31 - 18:08']],
    ['looked at the db first - cpu was fine there', ['looked at the db first', 'cpu was fine there']],
    ['deploy on 4 March, 10:00 UTC', ['deploy on 4 March, 10:00 UTC']],
    ['- one thing\n- another\n3. a third', ['one thing', 'another', 'a third']],
    ['disk full 23:40, alert 23:42', ['disk full 23:40', 'alert 23:42']],
    ['it failed (see `a. b`, 10:02 in the log)', ['it failed (see `a. b`, 10:02 in the log)']],
    ['disk full on 3 mar. nothing lost', ['disk full on 3 mar.', 'nothing lost']],
    ['3 mar. nothing lost in the end', ['3 mar. nothing lost in the end']],
    ['the bridge fell over 3 mar. 05:52 utc', ['the bridge fell over 3 mar. 05:52 utc']],
    [
      'seen on 28.01. in the morning. paid on 30.01. no harm',
      ['seen on 28.01. in the morning.', 'paid on 30.01.', 'no harm'],
    ],
    ['restored it at 19:50 -> 20:05 green', ['restored it at 19:50', '20:05 green']],
    ['it was mad since feb. alert was off', ['it was mad since feb.', 'alert was off']],
    ['it was a slider. 12:00. prices were wrong', ['it was a slider.', '12:00. prices were wrong']],
    ['saw the count and shouted at 11:08', ['saw the count and shouted at 11:08']],
    [
      '2026-05-12 00:25Z lab router unplugged, session to A up again after that\ndont have a filter',
      ['2026-05-12 00:25Z lab router unplugged, session to A up again after that', 'dont have a filter'],
    ],
    ['notes of the day :) api was down 16:00', ['notes of the day :)', 'api was down 16:00']],
    [
      'we thought of the mapping, rolled that back 19:35',
      ['we thought of the mapping, rolled that back 19:35'],
    ],
  ])('%j', (text, statements) => expect(told(text)).toEqual(statements));

  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '10:02 ',
          'deploy ',
          ', ',
          '. ',
          '\n',
          '- ',
          '`a`',
          '(',
          ')',
          ' then ',
          ' and ',
          'we ',
          '; ',
          '→ ',
          'v1.2 ',
          '"',
          '“x” ',
        ),
      )
      .map((pieces) => pieces.join('')),
    fc.constantFrom(...CASES.flatMap(({ description, rootCause }) => [description, rootCause])),
  );

  it('without losing a letter or a figure, in order, each where it says it stands', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const statements = readStatements(text);
        let at = 0;
        let between = '';
        for (const { start, end, text: words, moment } of statements) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toBe(words);
          if (moment) expect(text.slice(moment.start, moment.end)).toContain(moment.told);
          between += text.slice(at, start);
          at = end;
        }
        between += text.slice(at);
        // Only list marks, joints and separators stand between statements.
        expect(between.replace(/\b(?:and|then)\b|^\s*\d{1,3}[.)]\s/gim, '')).not.toMatch(/[\p{L}\p{N}]{2}/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['a, 10:02 b ', '. '.repeat(3), 'w/ ', '10:02 ', '((((', 'and then ', '“', '- ', '~~~ '])(
    'and goes through 20,000 characters of %j without going round in circles',
    (piece) => {
      const text = piece.repeat(Math.ceil(20_000 / piece.length));
      expect(inOrderOfTime(readStatements(text)).length).toBe(readStatements(text).length);
    },
  );
});

describe('an author’s own label', () => {
  it.each([
    'Next-day deliveries were late for 300 customers',
    'AI-based ranker crashed at boot',
    'Fix-forward was not possible',
    'Reason-code 51 was returned',
    'Impact-free for the other shops',
    'todo-service crashed at boot',
  ])('is not the first part of a word with a hyphen: %j', (text) => {
    expect(readStatements(text)[0]?.confidence).toBeLessThan(1);
  });

  it.each([
    ['next - rotate the key', 'followUp'],
    ['todo: rotate the key', 'followUp'],
    ['fix- restarted the pods', 'mitigation'],
    ['cause = a full disk', 'cause'],
    ['why: a full disk', 'cause'],
  ])('is believed: %j', (text, kind) => {
    expect(readStatements(text)[0]).toMatchObject({ kind, confidence: 1 });
  });
});

describe('moments', () => {
  it.each([
    ['expired 03:00 utc sun', 180, '03:00 utc sun', ''],
    ['we saw it wed 11:20', 680, 'wed 11:20', ''],
    ['queue drained by 13:40', 820, '13:40', 'by'],
    ['at around 2pm it broke', 840, '2pm', 'at around'],
    ['2020-02-18 14:22 prometheus down', 862, '2020-02-18 14:22', ''],
    ['14:02:11Z triggered', 842, '14:02:11Z', ''],
    ['mailed us on 9 Sept 14:10 UTC', 850, '9 Sept 14:10 UTC', 'on'],
    ['down between 11:32 and 12:50 UTC', 692, '11:32 and 12:50 UTC', 'between'],
    ['back by noon', 720, 'noon', 'by'],
    ['wrong for 25 mins (13:30-13:55 UTC), as it was', 810, '13:30-13:55 UTC', ''],
    ['rotated at 16.05h', 965, '16.05h', 'at'],
    ['9h45 pager rang', 585, '9h45', ''],
    ['paged: 9h45', 585, '9h45', ''],
    ['backfill started 10h15', 615, '10h15', ''],
    ['pager rang 9h45 on monday', 585, '9h45 on monday', ''],
    ['2026-03-04T08:15:00-10:00 disk full', 495, '2026-03-04T08:15:00-10:00', ''],
    ['seen on 13 jan 9h30 as it was flat', 570, '13 jan 9h30', 'on'],
    ['edge-proxy went out @ 1542 utc', 942, '1542 utc', 'at'],
    ['failing since 4 a.m. with OOM', 240, '4 a.m.', 'since'],
    ['the bridge fell over 3 mar. 05:52', 352, '3 mar. 05:52', ''],
    ['restored the snapshot of 18:00 at 19:50', 1190, '19:50', 'at'],
    ['On thursday at about 13:30 it broke', 810, 'thursday at about 13:30', 'on'],
  ])('%s', (text, minutes, words, preposition) => {
    expect(readStatements(text)[0]?.moment).toMatchObject({ minutes, told: words, preposition });
  });

  it.each([
    '~67 min',
    'after ~18h',
    'took 2:30 minutes',
    'a 16:9 ratio',
    'version 12.04',
    'http://a.b:80/',
    'p95 of 10:1',
    'delayed by 2h40',
    'took 10h30',
    'Downtime: 9h45',
    '8h15 of outage',
    'Total duration was 9h45 on Monday',
    'users waited 9h45',
    'about 1.45h of downtime',
    'restored the snapshot of 18:00',
    'added between 18 & 19:20',
  ])('durations, versions and ratios are none: %s', (text) =>
    expect(readStatements(text)[0]?.moment ?? null).toBeNull(),
  );
});

describe('the order of time', () => {
  it('goes over midnight and over a weekend', () => {
    expect(ordered('00:12 lag gone\n22:47 upgrade started\n23:05 paged')[0]).toContain('22:47');
    expect(
      ordered('apple approved sunday 02:10. rollout friday 17:00. noticed saturday 10:00. hotfix 12:45').map(
        (text) => text.split(' ')[0],
      ),
    ).toEqual(['rollout', 'noticed', 'hotfix', 'apple']);
  });

  it('comes to the next day where that is told', () => {
    expect(ordered('out to 10% 10:00. paused 10:50. fixed build out next day 9am.').at(-1)).toContain(
      'next day',
    );
  });

  it('keeps what has no time behind what it followed', () => {
    expect(ordered('rolled back 12:05. it helped. paged 11:20. nobody woke up.')).toEqual([
      'paged 11:20.',
      'nobody woke up.',
      'rolled back 12:05.',
      'it helped.',
    ]);
  });

  it('is known for what it is', () => {
    const moments = (text: string) => readStatements(text).flatMap(({ moment }) => moment ?? []);
    expect(areInOrder(moments('a 22:00. b 23:30. c 00:10.'))).toBe(true);
    expect(areInOrder(moments('a 10:00. b 09:30.'))).toBe(false);
  });
});

describe('what a statement tells', () => {
  it.each([
    ['A deploy of gateway v7.1.0 went out', 'trigger'],
    ['The certificate expired', 'trigger'],
    ['checkout slow since 18:02, p95 went from 240ms to 7s', 'symptom'],
    ['pods kept crashing with OOM', 'symptom'],
    ['PagerDuty fired', 'detection'],
    ['a customer called support about it', 'detection'],
    ['first guess was redis', 'wrongTurn'],
    ['thought its the quota, raised it, no change', 'wrongTurn'],
    ['Incident declared, war room opened', 'response'],
    ['It broke. We rolled back to 2.8.3', 'mitigation'],
    ['It broke. failed over to the replica', 'mitigation'],
    ['queue drained', 'recovery'],
    ['all ok', 'recovery'],
    ['roughly 1,900 mails bounced', 'impact'],
    ['8,412 customers were charged twice', 'impact'],
    ['because the replication slot was never dropped', 'cause'],
    ['The root cause was a misconfigured timeout', 'cause'],
    ['todo: add an alert on queue age', 'followUp'],
    ['We will move the job to another pool', 'followUp'],
  ])('%s: %s', (text, kind) => expect(kindOf(text)).toBe(kind));

  it.each([
    ['It broke. root cause is that the table was baked into the image', 'cause'],
    ['It broke. cause: new default for session expiry', 'cause'],
    ['It broke. AI: colour the header red', 'followUp'],
    ['It broke. follow up: unmute', 'followUp'],
  ])('an author’s own label is believed: %s', (text, kind) => {
    expect(readStatements(text).at(-1)).toMatchObject({ kind, confidence: 1 });
  });

  it.each(['Some background on the team.', 'The service is written in Go.', 'x', ''])(
    'nothing sure gets no kind: %j',
    (text) => expect(kindOf(text) ?? null).toBeNull(),
  );

  it('knows a doubt', () => {
    expect(readStatements('we suspect the cache')[0]?.suspected).toBe(true);
    expect(readStatements('the cache was full')[0]?.suspected).toBe(false);
  });

  it('says nothing of a text in another language', () => {
    for (const { kind } of readStatements(NOTES.italian)) expect(kind).toBeNull();
  });
});
