import { checkFacts } from '../../../domain/facts';
import type { Finding } from '../../../domain/facts/finding';
import { CASES } from '../../cases/cases';

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
