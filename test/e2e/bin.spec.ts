import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { rememberNewAccount } from './account';
import {
  chooseTheme,
  expectAccessible,
  newPostMortem,
  openAs,
  openAsNew,
  saved,
  shareWith,
  untilFound,
} from './person';
import { test } from './screenTest';

const PASSWORD = 'Tap-tap-tapping-9';

const shelf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name, exact: true }).click();

test('a deleted post-mortem leaves everybody, stays in the bin over a reload, comes back to everybody, and goes for good', async ({
  browser,
  page: owner,
}) => {
  const colleague = await (await browser.newContext()).newPage();
  const email = 'binned@nevermore.local';
  await rememberNewAccount(colleague, { email, password: PASSWORD });
  await openAs(owner);
  const address = await newPostMortem(owner, 'Deleted by mistake');
  await owner.getByLabel('Summary', { exact: true }).fill('The queue filled up.');
  await saved(owner);
  await shareWith(owner, email);
  await colleague.goto(address);
  const summary = colleague.getByLabel('Summary', { exact: true });
  await expect(summary).toHaveValue('The queue filled up.');

  await owner.goto('/');
  await owner.getByRole('button', { name: 'Delete Deleted by mistake' }).click();
  await expect(owner.getByRole('link', { name: 'Deleted by mistake' })).toBeHidden();
  await expect(owner.getByText(/Until .+ it is under Recently deleted/)).toBeVisible();

  // Somebody who has it open is told, and keeps what they wrote.
  await summary.fill('The queue filled up. I know why.');
  await expect(
    colleague.getByText('Not saved: it was deleted, or is no longer shared with you.'),
  ).toBeVisible();
  await colleague.goto('/?list=shared');
  await expect(colleague.getByText('Nobody has shared a post-mortem with you yet.')).toBeVisible();
  await colleague.goto(address);
  await expect(colleague.getByRole('heading', { name: 'Not found, or not yours' })).toBeVisible();

  await owner.reload();
  await expect(owner.getByRole('link', { name: 'Deleted by mistake' })).toBeHidden();
  await shelf(owner, 'Recently deleted');
  await expect(owner.getByText(/Gone for good on/)).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(owner, theme);
    await expectAccessible(owner, `the bin in ${theme}`);
  }
  await owner.getByRole('button', { name: 'Restore Deleted by mistake' }).press('Enter');
  await expect(owner.getByText('Nothing was deleted lately.')).toBeVisible();
  await expect(owner.getByRole('heading', { name: 'Recently deleted' })).toBeFocused();

  await colleague.goto(address);
  await expect(summary).toHaveValue('The queue filled up. I know why.');
  await saved(colleague);
  await untilFound(async (timeout) => {
    await colleague.goto('/?list=shared');
    await expect(colleague.getByRole('link', { name: 'Deleted by mistake' })).toBeVisible({ timeout });
  });

  await owner.goto(address);
  await expect(owner.getByLabel('Summary', { exact: true })).toHaveValue('The queue filled up. I know why.');
  await owner.getByRole('button', { name: 'Delete', exact: true }).click();
  await owner.getByRole('button', { name: 'Delete it', exact: true }).click();
  await shelf(owner, 'Recently deleted');
  await owner.getByRole('button', { name: 'Delete for good Deleted by mistake' }).click();
  await expect(owner.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await owner.getByRole('button', { name: 'Delete it for good' }).click();
  await expect(owner.getByText('Nothing was deleted lately.')).toBeVisible();
  await owner.reload();
  await expect(owner.getByText('Nothing was deleted lately.')).toBeVisible();
  await colleague.context().close();
});

test('one’s own is archived out of the way and taken back, and duplicated as a new draft', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Long ago');
  await page.getByRole('button', { name: 'Add action item' }).click();
  await page.getByLabel('Action, action item 1').fill('Alert earlier');
  await page.getByLabel(/^Done/).check();
  await saved(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Archive Long ago' }).click();
  await expect(page.getByRole('link', { name: 'Long ago' })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Long ago' })).toBeHidden();
  await shelf(page, 'Archived');
  await expect(page.getByRole('link', { name: 'Long ago' })).toBeVisible();
  await page.getByRole('button', { name: 'Unarchive Long ago' }).click();
  await expect(page.getByText('Your archive is empty.')).toBeVisible();
  await shelf(page, 'Mine');
  await page.getByRole('button', { name: 'Duplicate Long ago' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Copy of Long ago');
  await expect(page.getByLabel('Action, action item 1')).toHaveValue('Alert earlier');
  await expect(page.getByLabel(/^Done/)).not.toBeChecked();
});

test('somebody takes their data along as one file, and erases all of it with their account', async ({
  page,
  mayPrint,
}) => {
  // The attempt to sign in afterwards.
  mayPrint(/status of 400/);
  const person = { email: 'leaving@nevermore.local', password: PASSWORD };
  await openAsNew(page, person);
  for (const title of ['Kept to the end', 'Deleted before']) {
    await newPostMortem(page, title);
    await saved(page);
  }
  await page.goto('/');
  await page.getByRole('link', { name: 'Kept to the end' }).click();
  await page.getByRole('button', { name: 'Comment on description', exact: true }).click();
  await page.getByLabel('Your comment on description').fill('A note to myself.');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(page.getByText('A note to myself.').first()).toBeVisible();
  await page.goto('/');
  await page.getByRole('button', { name: 'Delete Deleted before' }).click();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('link', { name: 'Your data' }).click();
  await expect(page.getByText('You own one post-mortem, and 1 more is recently deleted.')).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `one’s data in ${theme}`);
  }
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  const file = JSON.parse(readFileSync(await (await downloading).path(), 'utf8'));
  expect(file.person.name).toBe(person.email);
  for (const [list, title] of [
    ['postMortems', 'Kept to the end'],
    ['recentlyDeleted', 'Deleted before'],
  ] as const) {
    expect(file[list]).toEqual([expect.objectContaining({ title, saves: expect.any(Array) })]);
    expect(file[list][0].saves.length).toBeGreaterThan(0);
  }
  const said = { text: 'A note to myself.', postMortemId: file.postMortems[0].id };
  expect(file.comments).toEqual([expect.objectContaining(said)]);
  expect(file.templates).toEqual([]);

  const erase = page.getByRole('button', { name: 'Erase my data and sign out' });
  await expect(erase).toBeDisabled();
  await page.getByLabel(`Type ${person.email} to confirm`).fill(person.email);
  await page.getByLabel('Delete my account too').check();
  await erase.click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await page.goto('/');
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(/Incorrect username or password|User does not exist/)).toBeVisible();
});
