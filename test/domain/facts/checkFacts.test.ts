import { checkFacts } from '../../../domain/facts';
import type { Finding } from '../../../domain/facts/finding';
import { extract } from '../../../domain/facts/values/extract';
import { CASES } from '../../cases/cases';
import { INCIDENTS, REWRITTEN } from './incidents';

const told = (findings: Finding[]) => findings.map(({ kind, value }) => `${kind} ${value}`);
const hard = (source: string, draft: string): string[] => {
  const { added, lost, moved } = checkFacts(source, draft);
  return told([...added, ...lost, ...moved].filter(({ severity }) => severity === 'hard'));
};

describe('a text that was not changed', () => {
  test.each(
    CASES.flatMap(({ id, description, rootCause, timeline }) => [
      [`${id} description`, description],
      [`${id} root cause`, rootCause],
      [`${id} timeline`, timeline],
    ]),
  )('has no findings: %s', (_name, text) => {
    const { added, lost, moved } = checkFacts(text as string, text as string);
    expect({ added, lost, moved }).toEqual({ added: [], lost: [], moved: [] });
  });
});

describe('the same fact written in another way', () => {
  test.each([
    ['down at 2 pm', 'down at 14:00'],
    ['down at 4:22 PM', 'down at 16:22'],
    ['took 1.5 h', 'took 90 minutes'],
    ['took 0h 16m', 'took 16 min'],
    ['took 5 hours 26 minutes', 'took 5 h 26 min'],
    ['1,000 users', '1000 users'],
    ['1,000 users', '1k users'],
    ['10 000 users', '10,000 users'],
    ['two nodes', '2 nodes'],
    ['a dozen pods', '12 pods'],
    ['twenty-four hours', '24 h'],
    ['on 4th January 2023', 'on 2023-01-04'],
    ['on Jan 4', 'on 4 January'],
    ['on 04/01/2023', 'on 4 January 2023'],
    ['_4/21/23_', '21 April 2023'],
    ['10-15 min late', '10 to 15 minutes late'],
    ['Resolved 2022-03-10 11.50', 'Resolved 2022-03-10 at 11:50'],
    ['2 out of 3 nodes', 'two of the three nodes'],
    ['We lost “most of it” – 5 % of 10 GB', 'We lost "most of it" - 5% of 10GB'],
    ['**10:45** - deployed', '1. 10:45: deployed'],
    ['running `kubectl get`', '```\nrunning\n```\n`kubectl get`'],
    ['SEV-1 declared', 'Sev1 declared'],
    ['running v1.2.3', 'running version 1.2.3'],
    ['paid $1.5M', 'paid $1,500,000'],
    ['ＰＲ ＃12 merged', 'PR #12 merged'],
  ])('is no finding: %s → %s', (source, draft) => {
    expect(hard(source, draft)).toEqual([]);
    expect(hard(draft, source)).toEqual([]);
  });
});

test.each(REWRITTEN.map((draft, index) => [draft.slice(0, 50), INCIDENTS[index] as string, draft]))(
  'a careful rewriting has no hard finding: %s',
  (_name, source, draft) => {
    expect(hard(source, draft)).toEqual([]);
  },
);

describe('a changed fact', () => {
  test.each([
    ['Down at 14:02.', 'Down at 14:03.', 'time 14:03', 'time 14:02'],
    ['Lost 37 % of requests.', 'Lost 38 % of requests.', 'percentage 38 %', 'percentage 37 %'],
    ['Took 40 minutes.', 'Took 40 seconds.', 'duration 40 seconds', 'duration 40 minutes'],
    ['Runs 1.270.0 now.', 'Runs 1.270.1 now.', 'version 1.270.1', 'version 1.270.0'],
    ['Python 3.10 broke.', 'Python 3.1 broke.', 'number 3.1', 'number 3.10'],
    [
      'Set KUBE_CONFIG there.',
      'Set KUBE_CONFIG_PATH there.',
      'identifier KUBE_CONFIG_PATH',
      'identifier KUBE_CONFIG',
    ],
    [
      'Run `kubectl get pods`.',
      'Run `kubectl get pod`.',
      'code `kubectl get pod`',
      'code `kubectl get pods`',
    ],
    ['See JIRA-123.', 'See JIRA-124.', 'id JIRA-124', 'id JIRA-123'],
    ['On 2023-09-25.', 'On 2023-07-25.', 'date 2023-07-25', 'date 2023-09-25'],
    ['In us-west-2 only.', 'In us-east-2 only.', 'region us-east-2', 'region us-west-2'],
    ['At 4:22 PM all failed.', 'At 4:22 AM all failed.', 'time 4:22 AM', 'time 4:22 PM'],
    ['From 10.20.4.17 in.', 'From 10.20.4.71 in.', 'ip 10.20.4.71', 'ip 10.20.4.17'],
    [
      'It said "no route to host".',
      'It said "no route at all".',
      'quotation "no route at all"',
      'quotation "no route to host"',
    ],
    ['Cost was $1,200.', 'Cost was €1,200.', 'money €1,200', 'money $1,200'],
  ])('is added, and the old one lost: %s → %s', (source, draft, added, lost) => {
    expect(hard(source, draft)).toEqual([added, lost]);
  });

  test('has its exact place in UTF-16 units, whatever stands before it', () => {
    const source = '😀 **down** at 14:02';
    const draft = '😀😀 “down” ﬁrst — at 14:03';
    const { added, lost } = checkFacts(source, draft);
    const [one] = added;
    expect(draft.slice(one?.start, one?.end)).toBe('14:03');
    expect(source.slice(lost[0]?.start, lost[0]?.end)).toBe('14:02');
  });
});

test('times that changed places are noticed, with the value that belongs there', () => {
  const source = '- 14:05 The failover started.\n- 14:26 Writes came back.\n- 15:10 The incident was closed.';
  const draft =
    'The failover started at 14:26, and writes came back at 14:05. At 15:10 the incident was closed.';
  expect(checkFacts(source, draft).moved.map(({ value, instead }) => [value, instead])).toContainEqual([
    '14:05',
    '14:26',
  ]);
});

test('figures that changed places within a sentence are moved', () => {
  const { moved } = checkFacts('We ran on 2 out of 3 master nodes.', 'We ran on 3 out of 2 master nodes.');
  expect(told(moved)).toEqual(['number 3', 'number 2']);
});

test('questions, list numbers and decoration state nothing', () => {
  const source = 'Disk filled up. Node restarted.';
  const draft =
    '## 1. Cause\n\n1. **Disk** filled up.\n2. _Node_ restarted.\n\n[TODO: was it 37 % at 14:02?]';
  expect(hard(source, draft)).toEqual([]);
});

test('a duration that follows from two times is a warning', () => {
  const [finding] = checkFacts('Down 14:02, up 14:30.', 'Down 14:02, up 14:30, so 28 minutes.').added;
  expect(finding).toMatchObject({ kind: 'derived', value: '28 minutes', severity: 'soft' });
});

test('a dropped "approximately" is a warning', () => {
  const { lost } = checkFacts('It took approx. 40 minutes.', 'It took 40 minutes.');
  expect(lost).toMatchObject([{ kind: 'approximation', value: '40 minutes', severity: 'soft' }]);
});

test.each(['-', '1-', '`', '~~~\n', '[TODO', 'a-', '1. ', 'one-', '"a', '12 users. ', '\\', '😀'])(
  'hostile text is read to its end: %j',
  (unit) => {
    const text = unit.repeat(Math.ceil(6000 / unit.length));
    expect(extract(text).facts.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
  },
);
