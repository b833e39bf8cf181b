import { expect, type Page } from '@playwright/test';
import { rememberNewAccount } from './account';
import { chooseTheme, expectAccessible, newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';

const ROWS: ReadonlyArray<[at: string, text: string, kind?: string]> = [
  ['2026-03-04 13:58 UTC', 'deploy 4812', 'Trigger'],
  ['2026-03-04 14:18 UTC', 'PagerDuty fired', 'Detection'],
  ['2026-03-04 14:10 UTC', 'First complaint in the channel'],
  ['2026-03-04 14:42 UTC', 'Rolled back', 'Mitigation'],
  // Without a zone of its own: nobody guesses it.
  ['15:30', 'All green', 'Resolution'],
];

const field = (page: Page, label: string, row: number) =>
  page.getByLabel(`${label}, timeline entry ${row}`, { exact: true });

test('the incident is seen as a picture, its times say how they were computed, and doubts stand at their entries', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Seen as a picture');
  for (const [index, [at, text, kind]] of ROWS.entries()) {
    await page.getByRole('button', { name: 'Add timeline entry' }).click();
    await field(page, 'Time', index + 1).fill(at);
    await field(page, 'What happened', index + 1).fill(text);
    if (kind) await field(page, 'Kind', index + 1).selectOption({ label: kind });
  }

  // How long it took, and from what that follows.
  const times = page.getByRole('list', { name: 'How long it took' });
  await expect(times).toContainText('TTM 44 min');
  await times.getByText('TTD').click();
  await expect(times).toContainText(
    'Time to detect: 13:58 UTC, entry 1, “deploy 4812”, to 14:18 UTC, entry 2, “PagerDuty fired”.',
  );
  await expect(times).toContainText('TTR not known');

  // What is worth a look stands at the entry, is read with its time, and goes with a click.
  await expect(field(page, 'Time', 3)).toHaveAccessibleDescription(/is before entry 2/);
  await expect(field(page, 'Time', 1)).toHaveAccessibleDescription('');
  await page.getByRole('button', { name: 'Take 2026-03-04 15:30 UTC for timeline entry 5' }).click();
  await expect(times).toContainText('TTR 1 h 32 min');
  await expect(field(page, 'Time', 5)).toHaveAccessibleDescription('');

  for (const theme of ['Professional', 'Addams'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `the picture of an incident in ${theme}`);
  }

  // By keyboard: one mark is in the order of tabs, arrows go on in time, Enter leads to the entry.
  const mark = (name: string) => page.getByRole('button', { name, exact: true });
  const trigger = mark('13:58 UTC, trigger: deploy 4812');
  await expect(trigger).toHaveAttribute('tabindex', '0');
  await trigger.focus();
  await page.keyboard.press('ArrowRight');
  await expect(mark('14:10 UTC, entry: First complaint in the channel')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(mark('15:30 UTC, resolution: All green')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(mark('14:42 UTC, mitigation: Rolled back')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(trigger).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Time', 5)).toBeFocused();
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('row', { name: '2026-03-04 14:42 UTC mitigation Rolled back' })).toBeVisible();

  // Publishing asks about what is flagged, and leads there.
  await saved(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page
    .getByRole('button', { name: /Go there ?: Timeline, entry 3: 14:10 UTC is before entry 2/ })
    .click();
  await expect(field(page, 'Time', 3)).toBeFocused();

  // A narrow screen scrolls the picture and not the page.
  await page.setViewportSize({ width: 360, height: 740 });
  const overflows = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(await overflows()).toBe(false);
  await trigger.focus();
  await page.keyboard.press('End');
  await expect(mark('15:30 UTC, resolution: All green')).toBeInViewport();
  await expectAccessible(page, 'the picture of an incident on a narrow screen');
});

test('whoever reads a published one sees the same picture, and is led from it to the row', async ({
  page,
  browser,
}) => {
  await openAs(page);
  const address = await newPostMortem(page, 'Read as a picture');
  for (const [index, [at, text]] of ROWS.entries()) {
    await page.getByRole('button', { name: 'Add timeline entry' }).click();
    await field(page, 'Time', index + 1).fill(at);
    await field(page, 'What happened', index + 1).fill(text);
  }
  await saved(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish as it is' }).click();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();

  const reader = await (await browser.newContext()).newPage();
  await rememberNewAccount(reader, { email: 'picture@nevermore.local', password: 'Tap-tap-tapping-9' });
  await reader.goto(address);
  const mark = reader.getByRole('button', { name: '14:42 UTC, entry: Rolled back', exact: true });
  await mark.press('Enter');
  await expect(reader.locator('tr:focus')).toContainText('Rolled back');
  await expect(reader.getByText('Without a certain time')).toBeVisible();
  await expect(reader.getByRole('button', { name: /^Take/ })).toHaveCount(0);
  await expectAccessible(reader, 'the picture of an incident that is read');
});
