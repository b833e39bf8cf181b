import { expect } from '@playwright/test';
import { idOf, newPostMortem, openAs, openAsNew, saved, shareWith } from './person';
import { test } from './screenTest';

test('what was typed survives a reload at once and a lost connection', async ({
  page,
  context,
  mayPrint,
}) => {
  mayPrint(/ERR_INTERNET_DISCONNECTED/);
  await openAs(page);
  await newPostMortem(page, 'Kept');
  const summary = page.getByLabel('Summary', { exact: true });
  await summary.fill('Typed and reloaded at once.');
  await page.reload();
  await expect(summary).toHaveValue('Typed and reloaded at once.');
  await saved(page);

  await context.setOffline(true);
  await summary.fill('Typed without a connection.');
  await expect(page.getByText(/kept on this device/i).first()).toBeVisible();
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  await expect(summary).toHaveValue('Typed without a connection.');
});

test('two people who change the same section both see both versions, whose they are, and neither is lost', async ({
  browser,
  mayPrint,
}) => {
  mayPrint(/ERR_INTERNET_DISCONNECTED/);
  const colleague = { email: 'ada@nevermore.local', password: 'Tap-tap-tapping-9' };
  const mine = await (await browser.newContext()).newPage();
  const theirs = await (await browser.newContext()).newPage();
  await openAsNew(theirs, colleague);
  const theirId = await idOf(theirs);
  await openAs(mine);
  const address = await newPostMortem(mine, 'Changed by two');
  await saved(mine);
  await shareWith(mine, theirId);

  await theirs.goto(address);
  // What a colleague has saved comes in by itself: only who did not hear of it can write against it.
  await mine.context().setOffline(true);
  await theirs.getByLabel('Impact', { exact: true }).fill('Their version.');
  await saved(theirs);
  await mine.getByLabel('Impact', { exact: true }).fill('My version.');
  await mine.context().setOffline(false);
  await expect(mine.getByRole('heading', { name: `${colleague.email} changed it meanwhile` })).toBeVisible();
  await expect(mine.getByText('Their version.').first()).toBeVisible();
  await expect(mine.getByText('My version.').first()).toBeVisible();
  await mine.getByRole('button', { name: 'Save what I chose' }).press('Enter');
  await saved(mine);
  expect(await mine.evaluate(() => document.activeElement === document.body)).toBe(false);

  // What a colleague enhances in it is seen on the page that is open, without reloading.
  await theirs.reload();
  await theirs.getByLabel('Summary', { exact: true }).fill('Checkout failed at 14:02, and 3 orders with it.');
  await theirs.getByRole('button', { name: 'Enhance summary' }).click();
  await expect(theirs.getByRole('button', { name: 'Keep mine' })).toBeVisible();
  await expect(
    mine.getByText('A colleague who may edit this document asked for these drafts.'),
  ).toBeVisible();
  await expect(mine.getByRole('button', { name: 'Keep mine' })).toBeVisible();
  await mine.context().close();
  await theirs.context().close();
});

test('what was changed in another tab of one’s own is not somebody else’s', async ({
  page,
  context,
  mayPrint,
}) => {
  mayPrint(/ERR_FAILED/);
  await openAs(page);
  const address = await newPostMortem(page, 'Open in two tabs');
  await saved(page);
  const other = await context.newPage();
  await other.goto(address);
  await page.route('**/graphql', (route) => route.abort());
  await other.getByLabel('Impact', { exact: true }).fill('From the other tab.');
  await saved(other);
  await page.getByLabel('Impact', { exact: true }).fill('From this tab.');
  await page.unroute('**/graphql');
  await expect(
    page.getByRole('heading', { name: 'You changed it meanwhile, in another tab or on another device' }),
  ).toBeVisible();
  await expect(page.getByText(/somebody else/i)).toHaveCount(0);
});

test('a deleted post-mortem can be brought back, with the drafts that were made for it', async ({ page }) => {
  await openAs(page);
  const address = await newPostMortem(page, 'Deleted and back');
  await page.getByLabel('Impact', { exact: true }).fill('Checkout failed at 14:02, and 3 orders with it.');
  await page.getByRole('button', { name: 'Enhance impact' }).click();
  await expect(page.getByRole('button', { name: 'Keep mine' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('button', { name: 'Delete Deleted and back' }).click();
  await expect(page.getByRole('link', { name: 'Deleted and back' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Deleted and back' })).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Keep mine' })).toBeVisible();
});

test('the library finds by title, filters by severity and status, and says when nothing fits', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Find the needle');
  await page.getByLabel('Severity').selectOption('SEV1');
  await saved(page);
  await page.goto('/');
  await page.getByLabel('Search', { exact: true }).fill('needle');
  await expect(page.getByRole('link', { name: 'Find the needle' })).toBeVisible();
  await page.getByLabel('Severity').selectOption('SEV4');
  await expect(page.getByRole('link', { name: 'Find the needle' })).toBeHidden();
  await page.getByLabel('Severity').selectOption('SEV1');
  await expect(page.getByRole('link', { name: 'Find the needle' })).toBeVisible();
  await page.getByLabel('Search', { exact: true }).fill('no such thing at all');
  await expect(page.locator('.listings').getByRole('link')).toHaveCount(0);
});

test('what another tab and a colleague save is seen in fields that one has not touched, without reloading', async ({
  browser,
}) => {
  const colleague = { email: 'berenice@nevermore.local', password: 'Tap-tap-tapping-9' };
  const theirs = await (await browser.newContext()).newPage();
  await openAsNew(theirs, colleague);
  const mine = await (await browser.newContext()).newPage();
  await openAs(mine);
  const address = await newPostMortem(mine, 'Seen as it is written');
  await saved(mine);
  const tab = await mine.context().newPage();
  await tab.goto(address);
  await tab.getByLabel('Impact', { exact: true }).fill('From the other tab.');
  await expect(mine.getByLabel('Impact', { exact: true })).toHaveValue('From the other tab.');

  await shareWith(mine, colleague.email);
  await theirs.goto(address);
  const [summary, rootCause] = ['Summary', 'Root cause'].map((name) =>
    theirs.getByLabel(name, { exact: true }),
  );
  await summary?.fill('From a colleague.');
  for (const page of [mine, tab])
    await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('From a colleague.');
  // And the other way round, while the colleague's cursor stands in another section.
  await rootCause?.focus();
  await mine.getByLabel('Resolution', { exact: true }).fill('From the owner.');
  await expect(theirs.getByLabel('Resolution', { exact: true })).toHaveValue('From the owner.');
  await expect(rootCause as NonNullable<typeof rootCause>).toBeFocused();
  for (const page of [mine, theirs]) await page.context().close();
});

test('where a full device cannot keep a text as a post-mortem of its own, that is said, and the text stands on the page', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Left behind');
  await page.getByLabel('Impact', { exact: true }).fill('9,100 orders were late.');
  const key = await page.evaluate(() => {
    const found = Object.keys(localStorage).find((name) => name.startsWith('nevermore.unsaved.'));
    return found ?? '';
  });
  const entry = await page.evaluate((name) => localStorage.getItem(name) ?? '', key);
  await saved(page);
  const gone = '00000000-0000-4000-8000-000000000001';
  const [, user = ''] = /unsaved\.([^.]+)\./.exec(key) ?? [];
  await page.evaluate(
    ([name, text]) => localStorage.setItem(name as string, text as string),
    [
      `nevermore.unsaved.${user}.${gone}.earlier`,
      JSON.stringify({ ...JSON.parse(entry), postMortemId: gone, baseRevision: 3 }),
    ],
  );
  await page.goto(`/post-mortems/${gone}`);
  const keep = page.getByRole('button', { name: 'Keep my text as a post-mortem of its own' });
  await expect(keep).toBeVisible();
  await page.evaluate(() => {
    const room = { setItem: Storage.prototype.setItem };
    Object.assign(window, { room });
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await keep.click();
  await expect(page.getByRole('alert')).toContainText('Make room on this device');
  await expect(page.getByText('9,100 orders were late.')).toBeVisible();
  await page.evaluate(() => {
    Storage.prototype.setItem = (window as unknown as { room: Storage }).room.setItem;
  });
  await keep.click();
  await expect(page.getByLabel('Impact', { exact: true })).toHaveValue('9,100 orders were late.');
});
