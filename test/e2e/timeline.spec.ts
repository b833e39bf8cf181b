import { expect, type Page } from '@playwright/test';
import { chooseTheme, clipboard, expectAccessible, newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';
import { message } from './slack';

/** What Slack writes for a channel, a day a file. */
const SLACK_EXPORT = JSON.stringify([
  message('2026-03-04T13:02:00Z', 'Lenore', 'deploy of checkout 4.2 started'),
  message('2026-03-04T13:09:00Z', 'PagerDuty', 'Alert: error rate above 5 %'),
  { type: 'message', subtype: 'channel_join', user: 'U2', ts: '1772629800.000000', text: '<@U2> has joined' },
  message('2026-03-04T13:20:00Z', 'Ligeia', 'coffee?'),
  message('2026-03-04T13:31:00Z', 'Ligeia', 'rolled back, see <https://ci.example/1|#1>'),
]);

const timeline = (page: Page) => page.locator('#section-timeline');
const texts = (page: Page) =>
  timeline(page)
    .getByRole('textbox', { name: /^What happened/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

test('a Slack export is pasted, looked through, and stands in the timeline, also on the next visit', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Checkout was down');
  await page.getByRole('button', { name: 'Import timeline' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import timeline' });
  await dialog.getByLabel(/^Or paste/).fill(SLACK_EXPORT);
  await dialog.getByRole('checkbox', { name: 'Add line 4' }).uncheck();
  await dialog.getByLabel('Time zone').fill('Europe/Rome');
  await expect(dialog.getByText('5 lines: 4 entries, 0 joined, 1 left out')).toBeVisible();
  await expect(dialog.getByText('4 Mar 2026, 14:02 Europe/Rome')).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await page
      .locator('html')
      .evaluate((html, name) => html.setAttribute('data-theme', name), theme.toLowerCase());
    await expectAccessible(page, `importing a timeline in ${theme}`);
  }
  // What was chosen before the zone was given stays so.
  await expect(dialog.getByRole('checkbox', { name: 'Add line 4' })).not.toBeChecked();
  await dialog.getByLabel('What happened, line 2').fill('PagerDuty: error rate above 5 %');
  await dialog.getByRole('button', { name: 'Add 3 entries' }).click();
  await expect(dialog).toBeHidden();

  const landed = [
    'Lenore: deploy of checkout 4.2 started',
    'PagerDuty: error rate above 5 %',
    'Ligeia: rolled back, see #1 (https://ci.example/1)',
  ];
  await expect.poll(() => texts(page)).toEqual(landed);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => texts(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import timeline' }).click();
  await dialog.getByLabel(/^Or paste/).fill(SLACK_EXPORT);
  await dialog.getByRole('checkbox', { name: 'Add line 4' }).uncheck();
  await dialog.getByRole('button', { name: 'Add 3 entries' }).click();
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('Time, timeline entry 1')).toHaveValue('2026-03-04 13:02:00 UTC');
  await expect(page.getByLabel('Kind, timeline entry 1')).toHaveValue('trigger');

  // A second look at the same channel finds what is there.
  await page.getByRole('button', { name: 'Import timeline' }).click();
  await dialog.getByLabel(/^Or paste/).fill(SLACK_EXPORT);
  await expect(dialog.getByText('Already in the timeline', { exact: true })).toHaveCount(3);
  await expect(dialog.getByRole('button', { name: 'Add 1 entry' })).toBeVisible();
  await page.keyboard.press('Escape');

  // What the text tells at a time that the timeline does not have is offered too.
  await page
    .getByLabel('Description', { exact: true })
    .fill('The deploy started at 13:02 UTC on 2026-03-04. At 13:15 UTC on 2026-03-04 the pool ran dry.');
  await page.getByRole('button', { name: 'Offer times from the text (1)' }).click();
  const times = page.getByRole('dialog', { name: 'Times from the text' });
  await times.getByLabel('Day of the first line').fill('2026-03-04');
  await expect(times.getByText('4 Mar 2026, 13:15 UTC')).toBeVisible();
  await times.getByRole('button', { name: 'Add 1 entry' }).click();
  await expect.poll(() => texts(page)).toHaveLength(4);
  expect((await texts(page))[2]).toContain('the pool ran dry');

  await chooseTheme(page, 'Addams');
  await expectAccessible(page, 'a timeline in Addams');
});

test('rows are pasted, begun with Enter, put in order, filtered and linked, and their moments follow their times', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Search was slow');
  await page.getByRole('button', { name: 'Add timeline entry' }).click();
  await expect(page.getByLabel('Time, timeline entry 1')).toBeFocused();
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      '2026-03-04 14:31 UTC rolled back\n2026-03-04 14:02 UTC deploy started\n14:09 UTC alert: slow\n',
    ),
  );
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => texts(page)).toEqual(['rolled back', 'deploy started', 'alert: slow']);
  await expect(timeline(page).getByText('4 Mar 2026, 14:09 UTC')).toBeVisible();

  await page.getByRole('button', { name: 'Put in order of time' }).click();
  await expect(page.getByText('Put 3 entries with a certain moment in order of time.')).toBeVisible();
  await expect.poll(() => texts(page)).toEqual(['deploy started', 'alert: slow', 'rolled back']);

  await page.getByLabel('What happened, timeline entry 1').press('Enter');
  await expect(page.getByLabel('Time, timeline entry 2')).toBeFocused();
  await page.keyboard.type('14:05 UTC');
  await expect(timeline(page).getByText('4 Mar 2026, 14:05 UTC')).toBeVisible();
  await page.getByLabel('Time, timeline entry 2').fill('some minutes later');
  await expect(timeline(page).getByText('4 Mar 2026, 14:05 UTC')).toBeHidden();
  await page.getByLabel('What happened, timeline entry 2').fill('first doubts');

  await page
    .getByRole('button', { name: 'Insert a timeline entry after timeline entry 3', exact: true })
    .click();
  await expect(page.getByLabel('Time, timeline entry 4')).toBeFocused();
  await page.getByRole('button', { name: 'Remove timeline entry 4' }).click();

  await timeline(page).getByLabel('Show').selectOption({ label: 'Mitigation (1)' });
  await expect(timeline(page).getByText('1 of 4 shown')).toBeVisible();
  await expect.poll(() => texts(page)).toEqual(['rolled back']);
  await page.getByRole('button', { name: 'Copy the link to timeline entry 4' }).click();
  const link = await clipboard(page);
  expect(link).toMatch(/#timeline-\w+$/);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByLabel('What happened, timeline entry 4').fill('rolled back to 4.1');
  await saved(page);
  await page.goto('/');
  await page.goto(link);
  await expect(page.locator(':focus')).toHaveAttribute('data-row', '3');
  await expect
    .poll(() => texts(page))
    .toEqual(['deploy started', 'first doubts', 'alert: slow', 'rolled back to 4.1']);
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `the rows of a timeline in ${theme}`);
  }
});
