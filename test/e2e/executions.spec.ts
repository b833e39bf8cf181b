import { expect } from '@playwright/test';
import { runningCloud } from './account';
import { expectAccessible, newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';

const executions = () => runningCloud().executions;

test('a run is seen while it comes and when it is over: its steps, their times, what it got and gave', async ({
  page,
  context,
}) => {
  await openAs(page);
  const watcher = await context.newPage();
  await watcher.goto(executions());
  await expect(watcher).toHaveURL(/\/executions$/);
  const count = watcher.getByRole('status');
  await expect(count).toHaveText(/\d+ executions?, \d+ running/);
  const before = Number((await count.innerText()).split(' ')[0]);

  await newPostMortem(page, 'Watched from behind');
  await page
    .getByLabel('Description', { exact: true })
    .fill('The db fell over at 14:02 and came back at 14:40.');
  await saved(page);
  await page.getByRole('button', { name: 'Enhance description' }).click();
  await expect(page.getByRole('button', { name: 'Keep mine' })).toBeVisible();

  // Nobody reloads it.
  await expect(count).toHaveText(new RegExp(`^${before + 1} execution`));
  const newest = watcher.getByRole('table').getByRole('link').first();
  const name = await newest.innerText();
  await expect(watcher.getByRole('row', { name }).getByText('SUCCEEDED')).toBeVisible();
  await newest.press('Enter');

  await expect(watcher.getByRole('heading', { name, level: 1 })).toBeVisible();
  const operations = watcher.getByRole('region', { name: 'Operations' });
  await expect(operations.getByText('Generate enhanced versions')).toBeVisible();
  await expect(operations.getByText('judge-best-version').first()).toBeVisible();
  const data = watcher.getByRole('region', { name: 'Input and result' });
  await data.getByText('Input', { exact: true }).focus();
  await watcher.keyboard.press('Enter');
  await expect(data.getByText('came back at 14:40').first()).toBeVisible();
  // What is open stays open while the page follows.
  await watcher.waitForResponse((response) => response.url().includes('/executions?'));
  await expect(data.getByText('came back at 14:40').first()).toBeVisible();
  await expect(watcher.getByRole('region', { name: 'Events' }).getByText('ExecutionSucceeded')).toBeVisible();

  // The address is one to hand on: it has no key, and a browser without one sees no text of anybody.
  const stranger = await (await context.browser())?.newContext();
  const theirs = await stranger?.newPage();
  await theirs?.goto(watcher.url());
  await expect(theirs?.getByRole('heading', { name }) ?? watcher.locator('none')).toBeVisible();
  expect(await theirs?.content()).not.toContain('14:40');
  await stranger?.close();

  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1440, 360]) {
      await watcher.emulateMedia({ colorScheme: scheme });
      await watcher.setViewportSize({ width, height: 900 });
      for (const [where, address] of [
        ['one execution', watcher.url()],
        ['the list', executions()],
      ] as const) {
        await watcher.goto(address);
        await expectAccessible(watcher, `${where}, ${scheme}, ${width} px`);
        expect(await watcher.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      await watcher.goBack();
    }
  }
});

test('the list is narrowed by keyboard alone, and says when nothing fits', async ({ page }) => {
  await page.goto(executions());
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'To the content' })).toBeFocused();
  await page.getByLabel('Status').focus();
  await page.keyboard.type('STOPPED');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No execution fits.')).toBeVisible();
  await expect(page).toHaveURL(/status=STOPPED/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `an empty list, ${colorScheme}`);
  }
});
