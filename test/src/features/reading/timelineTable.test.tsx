import { TimelineTable } from '../../../../src/features/reading/TimelineTable';
import { rendered } from '../../rendered';

it('a reader finds each entry under the link that its author copied, with its moment', async () => {
  const { html, words } = await rendered(
    <TimelineTable
      entries={[
        {
          at: '15:02',
          text: '<b>deploy</b>\nof 4.2',
          moment: '2026-03-04T15:02:00+01:00',
          zone: 'Europe/Rome',
          link: 'k3f',
        },
        { at: 'then', text: 'coffee' },
      ]}
    />,
  );
  expect(html).toContain('<tr id="timeline-k3f" tabindex="-1">');
  expect(words).toContain('15:02 Europe/Rome');
  expect(words).toContain('4 Mar 2026, 15:02 Europe/Rome');
  expect(html).toContain('&lt;b&gt;deploy&lt;/b&gt;\nof 4.2');
  expect(words).not.toContain('Kind');
});
