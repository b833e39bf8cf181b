import type { TimelineEntry } from '../../../../domain/postMortem';
import { NoticesProvider } from '../../../../src/components/Notices';
import { Timeline } from '../../../../src/features/editor/Timeline';
import { rendered } from '../../rendered';

const timeline = (entries: TimelineEntry[]) =>
  rendered(
    <NoticesProvider>
      <Timeline
        entries={entries}
        onChange={() => {}}
        tools={<button type="button">A tool</button>}
        picture={null}
        flags={() => null}
      />
    </NoticesProvider>,
  );
const ENTRY: TimelineEntry = {
  at: '15:02',
  text: 'deploy\nof 4.2',
  kind: 'trigger',
  moment: '2026-03-04T15:02:00+01:00',
  zone: 'Europe/Rome',
  source: 'slack',
};

it('an entry shows its moment in the zone of the incident, where it is from, and its own link', async () => {
  const { html, words } = await timeline([ENTRY]);
  expect(words).toContain('4 Mar 2026, 15:02 Europe/Rome');
  expect(words).toContain('from slack');
  expect(words).toContain('Copy the link to timeline entry 1');
  expect(html).toMatch(/<li id="timeline-\w+" tabindex="-1"/);
  expect(html).toContain('deploy\nof 4.2</textarea>');
});

it('an entry between others is inserted by a button that says where', async () => {
  const { words } = await timeline([ENTRY, { at: '', text: 'then' }]);
  expect(words).toContain('Insert a timeline entry after timeline entry 1');
  expect(words).toContain('Put in order of time');
  expect(words).toContain('All (2)');
  expect(words).toContain('Trigger (1)');
  expect(words).toContain('Without a kind (1)');
  expect(words).not.toContain('Detection (');
});

it('an empty timeline offers to begin one, and nothing to order or to filter', async () => {
  const { words } = await timeline([]);
  expect(words).toContain('Add timeline entry');
  expect(words).toContain('A tool');
  expect(words).not.toMatch(/Put in order|Show/);
});

it('a full timeline says why no entry can be added, and how many it holds', async () => {
  const full = await timeline(
    Array.from({ length: 500 }, (_, entry) => ({ at: '', text: `entry ${entry}` })),
  );
  expect(full.words).toContain('That is full: 500 is the most it holds.');
  expect((await timeline([ENTRY])).words).not.toContain('That is full');
});
