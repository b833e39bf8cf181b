import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAs, openAsNew, saved, shareWith } from './person';
import { test } from './screenTest';

const PASSWORD = 'Tap-tap-tapping-9';

const shelf = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name, exact: true }).click();

test('a post-mortem is shared by address, found on another device, published, and found by a third person', async ({
  browser,
}) => {
  const open = async () => (await browser.newContext()).newPage();
  const reader = { email: 'reader@nevermore.local', password: PASSWORD };
  const first = await open();
  await openAsNew(first, reader);
  await shelf(first, 'Shared with me');
  await expect(first.getByText('Nobody has shared a post-mortem with you yet.')).toBeVisible();

  const owner = await open();
  await openAs(owner);
  await newPostMortem(owner, 'Shared by its address');
  await owner.getByLabel('Summary', { exact: true }).fill('The queue filled up.');
  await saved(owner);
  await owner.getByRole('button', { name: 'Share', exact: true }).click();
  await owner.getByLabel('Colleague’s e-mail or ID').fill('nobody@nevermore.local');
  await owner.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(owner.getByText('Nobody has an account here as nobody@nevermore.local.')).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await owner.keyboard.press('Escape');
    await chooseTheme(owner, theme);
    await owner.getByRole('button', { name: 'Share', exact: true }).click();
    await expectAccessible(owner, `sharing in ${theme}`);
  }
  await owner.keyboard.press('Escape');
  await shareWith(owner, 'Reader@Nevermore.local', 'Read');
  await owner.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(owner.getByText('reader@nevermore.local can read')).toBeVisible();
  await owner.keyboard.press('Escape');

  // A device that has never seen the link.
  const second = await open();
  await openAs(second, reader);
  await shelf(second, 'Shared with me');
  await expect(second).toHaveURL(/\?list=shared$/);
  await second.getByRole('link', { name: 'Shared by its address' }).click();
  await expect(second.getByText('The queue filled up.')).toBeVisible();
  await expect(second.getByRole('textbox', { name: 'Summary', exact: true })).toBeHidden();

  await owner.getByRole('button', { name: /^Publish/ }).click();
  await owner
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click();
  await expect(owner.getByRole('dialog')).toBeHidden();

  const third = await open();
  await openAsNew(third, { email: 'colleague@nevermore.local', password: PASSWORD });
  await shelf(third, 'Published');
  await third.getByLabel('Search', { exact: true }).fill('its address');
  await expect(third).toHaveURL(/list=published&search=its\+address/);
  await third.reload();
  await expect(third.getByLabel('Search', { exact: true })).toHaveValue('its address');
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(third, theme);
    await expectAccessible(third, `what is published in ${theme}`);
  }
  await expect(third.getByRole('button', { name: /^Delete/ })).toBeHidden();
  await third.getByRole('link', { name: 'Shared by its address' }).click();
  await expect(third.getByText('The queue filled up.')).toBeVisible();
  await third.goto('/?list=shared');
  await expect(third.getByText('Nobody has shared a post-mortem with you yet.')).toBeVisible();

  await owner.getByRole('button', { name: 'Share', exact: true }).click();
  await owner.getByRole('button', { name: 'Stop sharing with reader@nevermore.local' }).click();
  await expect(owner.getByText('Not shared with anybody yet.')).toBeVisible();
  await second.goto('/?list=shared');
  await expect(second.getByText('Nobody has shared a post-mortem with you yet.')).toBeVisible();
  for (const page of [first, owner, second, third]) await page.context().close();
});
