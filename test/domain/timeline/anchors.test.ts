import type { TimelineEntry } from '../../../domain/postMortem';
import { anchorsOf, withLink } from '../../../domain/timeline/anchors';

const ENTRIES: TimelineEntry[] = [
  { at: '14:02', text: 'deploy', moment: '2026-03-04T14:02:00+01:00' },
  { at: '14:02', text: 'alert', moment: '2026-03-04T14:02:00+01:00' },
  { at: 'then', text: 'coffee ☕' },
];

it('a link to an entry is the same wherever the entry stands, and another for each', () => {
  const anchors = anchorsOf(ENTRIES);
  expect(new Set(anchors).size).toBe(3);
  expect(anchors.every((anchor) => /^timeline-[a-z0-9]+$/.test(anchor))).toBe(true);
  expect(anchorsOf([...ENTRIES].reverse())).toEqual([...anchors].reverse());
  expect(anchorsOf([{ at: '', text: 'new' }, ...ENTRIES]).slice(1)).toEqual(anchors);
});

it('a link that was copied holds when the time and the words of its entry change', () => {
  const [anchor = ''] = anchorsOf(ENTRIES);
  const kept = withLink(ENTRIES[0] as TimelineEntry, anchor);
  expect(anchorsOf([{ ...kept, at: '14:03', text: 'deploy of 4.2' }])).toEqual([anchor]);
});

it('two entries that are the same have links of their own', () => {
  const [first, second] = anchorsOf([ENTRIES[0] as TimelineEntry, ENTRIES[0] as TimelineEntry]);
  expect(second).toBe(`${first}-2`);
});
