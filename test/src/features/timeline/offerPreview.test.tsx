import { emptyPostMortem } from '../../../../domain/postMortem';
import { readTimeline } from '../../../../domain/timeline';
import { offersOf } from '../../../../domain/timeline/landing';
import { OfferPreview } from '../../../../src/features/timeline/OfferPreview';
import { rendered } from '../../rendered';

const preview = (text: string, given = {}, there = [] as Parameters<typeof offersOf>[1]) =>
  rendered(
    <OfferPreview
      offers={offersOf(readTimeline(text, given), there)}
      unit="line"
      counts="what became of them"
      content={emptyPostMortem('Checkout was down')}
      onAdd={() => {}}
      onClose={() => {}}
    />,
  );

it('every line is accounted for: with its moment and its lines, or with why it was left out', async () => {
  const { words } = await preview('14:02 deploy started\nto all regions\n:eyes: 2', {
    date: '2026-03-04',
    zone: 'Europe/Rome',
  });
  expect(words).toContain('what became of them');
  expect(words).toContain('4 Mar 2026, 14:02 Europe/Rome');
  expect(words).toContain('Line 1, with line 2 · text');
  expect(words).toContain('Line 3 is left out. It is a reaction. :eyes: 2');
  expect(words).toContain('Take it: line 3');
  expect(words).toContain('Add 1 entry');
  expect(words).not.toContain('no certain moment');
});

it('entries without a certain moment are told, with the reason that most of them have', async () => {
  const { words } = await preview('14:02 a thing\n14:05 IST another\n14:09 a third');
  expect(words).toContain(
    '3 entries have no certain moment, and would be added at the end. No line says which day it is, and none was given.',
  );
});

it('what stands in the way of adding stands beside the button that it holds up', async () => {
  const lines = Array.from({ length: 600 }, (_, line) => `2026-03-04T14:02:00Z request ${line} failed`);
  const { html } = await preview(lines.join('\n'));
  const end = html.slice(html.indexOf('offer-end'));
  expect(end).toContain('keep the first 500 ticked');
  expect(end).toContain('Add 600 entries');
});

it('what the timeline has is shown as such, and nothing is added twice', async () => {
  const { words, html } = await preview('14:02 deploy started', {}, [
    { at: '14:02', text: 'deploy started' },
  ]);
  expect(words).toContain('Already in the timeline');
  expect(html).not.toMatch(/checked=""/);
  expect(html).toMatch(/disabled=""[^>]*>Add 0 entries/);
});

it('more than a timeline holds is said before it is added, with how many would fit', async () => {
  const { words, html } = await preview(
    Array.from({ length: 10_000 }, (_, index) => `14:02 event ${index}`).join('\n'),
  );
  expect(words).toContain('A timeline holds 500 entries; 10,000 are ticked.');
  expect(words).toContain('keep the first 500 ticked');
  expect(words).toContain('1 to 50 of 10,000');
  expect(html).toMatch(/disabled=""[^>]*>Add 10,000 entries/);
});

it('hostile text is text', async () => {
  const { html } = await preview('14:02 <img src=x onerror=alert(1)>\n<script>alert(2)</script>');
  expect(html).not.toMatch(/<img|<script/);
});
