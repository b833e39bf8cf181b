import { beforeWriting } from '../../../../src/features/editor/useTimelineWork';

describe('a time that is being written is read on the day that the entry had before', () => {
  const before = { at: '15:02', text: 'deploy', moment: '2026-03-04T15:02:00+01:00', zone: 'Europe/Rome' };
  const now = { at: '15:0', text: 'deploy' };

  it('wherever the entry stands by now, and however it came from the server', () => {
    expect(beforeWriting({ before, now }, structuredClone(now))).toBe(before);
  });

  it.each([
    ['another entry stands there', { at: '15:0', text: 'rollback' }],
    ['somebody else changed it', { ...now, kind: 'trigger' as const }],
  ])('and on its own where %s', (_, entry) => {
    expect(beforeWriting({ before, now }, entry)).toBe(entry);
    expect(beforeWriting(null, entry)).toBe(entry);
  });
});
