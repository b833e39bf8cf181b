import { chooseTheme, newPostMortem, saved, signIn } from './person';
import { test } from './screenTest';

test('shots', async ({ page }) => {
  await signIn(page);
  for (const [title, cause] of [
    [
      'Checkout down for 23 minutes',
      'The connection pool was exhausted: ERR_CONN_RESET from payments-7f9c while the migration held a lock on orders.',
    ],
    [
      'Database failover took too long',
      'A replica lagged; connections were reset by the pool, and NullPointerException filled the log of payments-7f9c.',
    ],
    [
      'Search index stale',
      'The connection to the queue timed out, retries were exhausted after 30 s, and nobody looked.',
    ],
  ] as const) {
    await newPostMortem(page, title);
    await page.getByLabel('Root cause', { exact: true }).fill(cause);
    await page.getByLabel('Service').fill('payments');
    await saved(page);
  }
  await page.goto('/');
  await page.waitForTimeout(2500);
  await page.getByLabel('Search', { exact: true }).fill('connection exhausted');
  await page.waitForTimeout(1500);
  for (const theme of ['Professional', 'Addams'] as const) {
    await chooseTheme(page, theme);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `/tmp/shots-finding/search-${theme}-${width}.png` });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await page.getByRole('link', { name: 'Root cause' }).first().click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/shots-finding/landed.png` });
});
