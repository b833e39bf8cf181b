import type { TimedDocument } from '../../../../domain/incident/moments';
import { emptyPostMortem } from '../../../../domain/postMortem';
import { EntryFlags, IncidentPicture, IncidentTimes } from '../../../../src/features/incident/parts';
import { rendered } from '../../rendered';

const row = (time: string, text: string, kind?: TimedDocument['timeline'][number]['kind']) => ({
  at: `2026-03-04 ${time} UTC`,
  text,
  ...(kind && { kind }),
});
const INCIDENT: TimedDocument = {
  ...emptyPostMortem('Checkout down'),
  startedAt: '2026-03-04T14:00:00.000Z',
  timeline: [
    row('14:18', 'PagerDuty fired', 'detection'),
    row('14:10', 'First complaint'),
    { at: '14:42 UTC', text: 'Rolled back', kind: 'mitigation' },
    { at: '', text: '' },
  ],
};
const nowhere = () => {};
const flagsAt = (entry: number) =>
  rendered(<EntryFlags document={INCIDENT} entry={entry} onChange={nowhere} />);

describe('the times of an incident', () => {
  it('stand with how they were computed, or why they were not', async () => {
    const { words } = await rendered(<IncidentTimes document={INCIDENT} />);
    expect(words).toMatch(/^TTD 18 min/);
    expect(words).toContain(
      'Time to detect: 14:00 UTC, field Started, to 14:18 UTC, entry 1, “PagerDuty fired”.',
    );
    expect(words).toMatch(/TTM not known\s?Time to mitigate: Nothing says when it was mitigated/);
  });

  it('are not there while nothing is known', async () => {
    expect(await rendered(<IncidentTimes document={emptyPostMortem('New')} />)).toMatchObject({ html: '' });
  });
});

describe('at an entry stands', () => {
  it('nothing while there is nothing to say', async () => {
    expect((await flagsAt(0)).html).toBe('');
    expect((await flagsAt(3)).html).toBe('');
  });

  it('what is wrong with its time and what to do, in words', async () => {
    expect((await flagsAt(1)).words).toBe(
      '14:10 UTC is before entry 1 (14:18 UTC), which stands above it. Move it up, or correct the time of one of the two.',
    );
  });

  it('what follows from its neighbours, to be taken by its author', async () => {
    const { html, words } = await flagsAt(2);
    expect(words).toMatch(/“14:42 UTC” tells no day\..* Take 2026-03-04 14:42 UTC for timeline entry 3$/);
    expect(html.match(/<button/g)).toHaveLength(1);
  });
});

describe('the picture', () => {
  const picture = (document: TimedDocument, mayEdit = true) =>
    rendered(
      <IncidentPicture document={document} onShow={nowhere} {...(mayEdit && { onChange: nowhere })} />,
    );

  it('has one mark in the order of tabs, and a name for each', async () => {
    const { html } = await picture(INCIDENT);
    expect(html.match(/<g [^>]*tabindex="0"/gi)).toHaveLength(1);
    expect(html.match(/<g [^>]*role="button"/g)).toHaveLength(3);
    for (const name of ['14:00 UTC, started', '14:10 UTC, entry: First complaint'])
      expect(html).toContain(`aria-label="${name}"`);
  });

  it('lists what has no certain time, and offers what follows to those who may edit', async () => {
    const { words } = await picture(INCIDENT);
    expect(words).toContain('Undetected: 18 min');
    expect(words).toContain('Without a certain time Entry 3 14:42 UTC “Rolled back”');
    expect(words).toContain('Take the day and zone of its neighbours for one entry');
    expect((await picture(INCIDENT, false)).words).not.toContain('neighbours');
  });

  it('says why there is none, and is not there for an empty timeline', async () => {
    const timeline = [{ at: '14:02', text: 'It broke' }];
    const { words } = await picture({ ...INCIDENT, startedAt: null, timeline });
    expect(words).toContain('Nothing to draw yet: no time tells its day and zone');
    expect(await picture(emptyPostMortem('New'))).toMatchObject({ html: '' });
  });
});
