import { checkFacts } from '../../../../domain/facts';
import { checkHedges } from '../../../../domain/facts/doubts/hedges';
import { SECTIONS } from '../../../../domain/sections';
import { draftOffline } from '../../../../local/nevermore/answering/offline/draftOffline';
import { CASES } from '../../../cases/cases';
import { REWORDED_INCIDENTS } from '../incidentsReworded';

const found = (source: string, draft: string) =>
  checkHedges(source, draft).map(({ kind, severity, value }) => `${kind} ${severity}: ${value}`);

describe('doubts and denials', () => {
  it.each([
    ['The bug was possibly introduced in March.', 'The bug was introduced in March. At which commit?'],
    ['The cache was possibly full on 3 Mar.', 'The cache was full on 3 Mar. Around what time?'],
    ['The leak possibly came with worker 2.4.', 'The leak came with worker 2.4. About which users?'],
  ])('are not lost behind a date or a version with a question after it: %j', (source, draft) => {
    expect(checkHedges(source, draft)).toHaveLength(1);
  });

  it.each([
    [
      'Whether the index made it worse is open; it may have.',
      'Whether the index made it worse is open. It may have.',
    ],
    [
      'port opened again 11:30, no 401 since 11:34.',
      '- **11:30** Port opened again.\n- **11:34** No 401 since then.',
    ],
    ['What broke it is not known yet; a case is open.', 'What broke it is not known yet. A case is open.'],
    ['old key is ignored w/o any warning', 'Old key is ignored without any warning.'],
    ['old key is ignored without any warning', 'old key is ignored w/o any warning'],
    [
      'no ci for 55 min. core too old for the plugins.',
      'Core too old for the plugins.\n\n**Impact:** No ci for 55 min.',
    ],
    ['why? new query holds a connection for 40s', 'Why? New query holds a connection for 40s.'],
  ])('are kept where a sentence is cut in two: %j', (source, draft) => {
    expect(checkHedges(source, draft)).toEqual([]);
  });

  it.each([
    ['The index may have made it worse; we are not sure.', 'The index made it worse. We are not sure.'],
    ['The port is open, no 401 since then.', 'The port is open. 401 since then. No calls.'],
    ['old key is ignored w/o a warning', 'Old key is ignored with a warning.'],
  ])('are not kept by another sentence that is sure or tells something else: %j', (source, draft) => {
    expect(checkHedges(source, draft)).toHaveLength(1);
  });

  const suspected = 'We suspect an intermittent networking issue to be the cause of this outage.';

  it('misses a doubt that the draft has dropped, and says what the source says', () => {
    const draft = 'It was over by noon. An intermittent networking issue was the cause of this outage.';
    const [finding] = checkHedges(suspected, draft);
    expect(finding).toMatchObject({ kind: 'hedge', severity: 'hard', instead: suspected });
    expect(draft.slice(finding?.start, finding?.end)).toBe(finding?.value);
    expect(finding?.value).toMatch(/^An intermittent/);
  });

  it.each([
    'An intermittent networking issue is suspected to be the cause of this outage.',
    'An intermittent networking issue probably caused this outage.',
    'The cause may be an intermittent networking issue.',
    '**Suspected cause:** an intermittent networking issue',
    '## Possible causes\n- an intermittent networking issue as the cause of this outage',
    'It was over by noon.',
    '[TODO: Was the intermittent networking issue confirmed as the cause of this outage?]',
  ])('takes %j for the same doubt, or none of its business', (draft) =>
    expect(found(suspected, draft)).toEqual([]),
  );

  it.each([
    [
      'the infrastructure aligned? to the desired state',
      'The infrastructure aligned to the desired state.',
      'hedge',
    ],
    ['The CI job stalled for an unknown reason.', 'The CI job stalled for a reason: a full disk.', 'unknown'],
    ['First detected at the gateway (Time TBC)', 'It was first detected at the gateway at 10:00.', 'unknown'],
    ['No customer data was lost.', 'Customer data was lost.', 'negation'],
    ['The replica was affected by the outage.', 'The replica was not affected by the outage.', 'negation'],
    ['It took approx. 40 minutes.', 'It took 40 minutes.', 'hedge'],
  ])('%j must not become %j', (source, draft, kind) =>
    expect(checkHedges(source, draft)).toEqual([expect.objectContaining({ kind, severity: 'hard' })]),
  );

  it('warns softly of a doubt that only the draft has', () =>
    expect(found('The proxy pod ran out of memory.', 'The proxy pod possibly ran out of memory.')).toEqual([
      'hedge-added soft: The proxy pod possibly ran out of memory.',
    ]));

  it('lets a doubt go that the author has settled elsewhere', () =>
    expect(
      found('We suspect the proxy pod crashed. Later: the proxy pod crashed.', 'The proxy pod crashed.'),
    ).toEqual([]));

  it.each(REWORDED_INCIDENTS)(
    'finds no fault with rewordings of $id',
    ({ source, reworded, stillHedged }) => {
      for (const sentence of [...reworded, ...stillHedged]) expect(found(source, sentence)).toEqual([]);
    },
  );

  it('finds nothing in any draft of the offline drafter', () => {
    for (const { description, rootCause } of CASES) {
      for (const source of [description, rootCause]) {
        for (const style of ['micro', 'lite'] as const) {
          const draft = draftOffline({ section: 'rootCause', theme: 'addams', source, style, questions: [] });
          expect(found(source, draft)).toEqual([]);
        }
      }
    }
  });
});

it('a "no" written without its apostrophe is the same "no"', () => {
  expect(
    checkFacts(
      'we didnt know it was on, ppl couldnt log in',
      "We didn't know it was on, people couldn't log in.",
    ).hedges,
  ).toEqual([]);
  expect(found('The rollback didnt work.', 'The rollback did work.')).not.toEqual([]);
});

describe('the questions that a draft asks', () => {
  const sources = [
    ...CASES.flatMap(({ description, rootCause }) => [description, rootCause]),
    'No alert fired. It was not caught. We did not lose data.',
    'Not sure what happened. Nobody was affected.',
  ];

  it('are no statements: they lose no doubt, and say no "yes" to a "no" of the source', () => {
    for (const source of sources) {
      const before = Object.values(checkFacts(source, source)).flat();
      for (const question of SECTIONS.flatMap(({ questions }) => questions)) {
        for (const draft of [`${source}\n\n[TODO: ${question}]`, `- [TODO: ${question}]\n\n${source}`]) {
          expect(Object.values(checkFacts(source, draft)).flat()).toHaveLength(before.length);
        }
      }
    }
  });
});

it.each([
  [
    'didnt know that the client lib (ioredis 4.x) doesnt reconnect on a read-only node.',
    "Didn't know that the client lib (ioredis 4.x) doesn't reconnect on a read-only node.",
  ],
  [
    'disk broke, nothing was lost in the end. mqtt bridge lost its session after the upgrade, devices reconnecting in a loop.',
    'Disk broke, nothing was lost in the end. MQTT bridge lost its session after the upgrade. Devices reconnecting in a loop.',
  ],
])('a denial is the same with an apostrophe, and covers its own sentence only: %s', (source, draft) => {
  expect(found(source, draft)).toEqual([]);
});
