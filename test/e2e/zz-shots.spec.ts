import { chooseTheme, newPostMortem, signIn } from './person';
import { test } from './screenTest';

const ROWS: Array<[string, string, string?]> = [
  ['2026-03-04 13:58 UTC', 'deploy 4812 of checkout-api with the new lock_timeout', 'Trigger'],
  ['2026-03-04 14:18 UTC', 'PagerDuty fired', 'Detection'],
  ['2026-03-04 14:10 UTC', 'First complaint in the channel'],
  ['2026-03-04 14:24 UTC', 'Incident declared', 'Escalation'],
  ['2026-03-04 14:31 UTC', 'Found the lock', 'Key moment'],
  ['2026-03-04 14:42 UTC', 'Rolled back', 'Mitigation'],
  ['2026-03-04 14:44 UTC', 'Queue drains'],
  ['2026-03-04 14:45 UTC', 'Queue is at half'],
  ['15:30 UTC', 'All green', 'Resolution'],
  ['later', 'Support wrote to customers'],
];
test('shots', async ({ page }) => {
  await signIn(page);
  await newPostMortem(page, 'Seen as a picture');
  await page.getByLabel('Started').fill('2026-03-04T14:00');
  await page.getByLabel('Resolved').fill('2026-03-04T15:30');
  for (const [index, [at, text, kind]] of ROWS.entries()) {
    await page.getByRole('button', { name: 'Add timeline entry' }).click();
    await page.getByLabel(`Time, timeline entry ${index + 1}`, { exact: true }).fill(at);
    await page.getByLabel(`What happened, timeline entry ${index + 1}`, { exact: true }).fill(text);
    if (kind)
      await page
        .getByLabel(`Kind, timeline entry ${index + 1}`, { exact: true })
        .selectOption({ label: kind });
  }
  await page.waitForTimeout(1500);
  for (const theme of ['Professional', 'Addams'] as const) {
    await chooseTheme(page, theme);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 1000 });
      await page.locator('.incident-times').first().locator('summary').first().click();
      await page.locator('#facts').screenshot({ path: `/tmp/shots-picture/${theme}-${width}-facts.png` });
      await page
        .locator('.incident-times')
        .screenshot({ path: `/tmp/shots-picture/${theme}-${width}-times.png` });
      await page
        .locator('#section-timeline')
        .screenshot({ path: `/tmp/shots-picture/${theme}-${width}.png` });
      await page.locator('.incident-times').first().locator('summary').first().click();
    }
    await page.setViewportSize({ width: 1440, height: 1000 });
  }
});
