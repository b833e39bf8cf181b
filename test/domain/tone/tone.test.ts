import { checkTone } from '../../../domain/tone';
import { CASES } from '../../cases/cases';

const found = (text: string, theme: 'professional' | 'addams' = 'professional') =>
  checkTone(text, { theme }).map(({ kind, value }) => `${kind}: ${value}`);

describe('tone', () => {
  it.each([
    ['He ran the wrong command.', 'culprit: He ran'],
    ['One of the engineers was deleting old clusters.', 'culprit: One of the engineers was deleting'],
    ['Sarah forgot to renew the certificate.', 'culprit: Sarah forgot'],
    ['Anna, who was on call, ignored the alert.', 'culprit: Anna, who was on call, ignored'],
    ['The on-call engineer accidentally dropped it.', 'culprit: The on-call engineer accidentally dropped'],
    ['The team failed to notice.', 'blame: team failed to'],
    ["It was Bob's fault.", "blame: Bob's fault"],
    ['This was careless.', 'blame: careless'],
    ['This should have been caught.', 'counterfactual: should have'],
    ['If only the alert had fired.', 'counterfactual: If only'],
    ['We could have avoided it.', 'counterfactual: could have avoided'],
    ['- Be more careful.', 'weak-action: Be more careful'],
    ['- Improve monitoring', 'weak-action: Improve monitoring'],
  ])('finds the trouble in %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
    expect(found(text, 'addams')).toEqual([expected]);
  });

  it.each([
    'The engineer restarted the pod.',
    'The job failed to start.',
    'Fault occurs at 11:45, a segmentation fault in the worker.',
    'A user should not have access to it.',
    'Disaster recovery was tested.',
    'Improve monitoring of the queue (owner: Kim, 2026-05-01)',
    'Monitoring was improved last year.',
    'The log says `he ran into a disaster!!!`.',
    'A customer wrote: "What a nightmare!!!"',
    '```\nhe ran careless\n```',
  ])('has nothing to say about %j', (text) => expect(found(text)).toEqual([]));

  it('minds animated language in Professional only', () => {
    expect(found('A nightmare!!!')).toEqual(['animated: nightmare', 'animated: !!!']);
    expect(found('A nightmare!!!', 'addams')).toEqual([]);
  });

  it('gives a reason, a suggestion and the exact place', () => {
    const text = 'At noon he ran it.';
    const [suggestion] = checkTone(text, { theme: 'professional' });
    expect(text.slice(suggestion?.start, suggestion?.end)).toBe('he ran');
    expect(suggestion?.reason).toMatch(/person/);
    expect(suggestion?.suggestion).not.toBe('');
  });

  it('finds in the shared cases what is there, and nothing else', () => {
    const all = CASES.flatMap(({ id, title, description, rootCause, timeline }) =>
      [title, description, rootCause, timeline].flatMap((text) => found(text).map((one) => `${id} ${one}`)),
    );
    expect(all).toEqual([
      'moj-2020-02-12 culprit: One of the engineers was deleting',
      'moj-2020-02-12 culprit: he ran',
      "moj-2020-02-12 culprit: he wasn't fully aware",
      'posthog-2025-10-03 blame: culprit',
    ]);
  });
});
