import { expect } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';

test('everything on the page is done by its name, and a section is enhanced without leaving the keys', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'By the keys');
  const field = page.getByLabel('Description', { exact: true });
  await field.fill('checkout failed at 14:02. we rolled back at 14:25.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Keep mine' })).toBeVisible();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'What would you like to do?' });
  const command = palette.getByRole('combobox', { name: 'Command' });
  await expect(command).toBeFocused();
  for (const theme of ['Professional', 'Addams'] as const) {
    await page.keyboard.press('Escape');
    await chooseTheme(page, theme);
    await page.keyboard.press('Control+k');
    await expectAccessible(page, `the command palette in ${theme}`);
  }
  await command.fill('no such thing at all');
  await expect(palette).toContainText('Nothing on this page is called so.');
  await command.fill('item add');
  await expect(palette.getByRole('option', { name: 'Add action item' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(page.getByLabel('Action, action item 1')).toBeFocused();
});

test('the shortcuts are listed under a question mark, which stays a letter where one writes', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Why');
  const title = page.getByLabel('Title', { exact: true });
  await title.press('End');
  await title.press('?');
  await expect(title).toHaveValue('Why?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list).toHaveCount(0);
  await title.blur();
  await page.keyboard.press('?');
  await expect(list).toContainText('Enhance the section you are writing');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expectAccessible(page, 'the list of shortcuts');
});

test('another template changes the sections, loses no text, and the one for security makes it private', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'The leak');
  await page.getByLabel('Lessons', { exact: true }).fill('Lock the door.');
  await page.getByLabel('Template').selectOption('One-pager');
  await expect(page.getByLabel('Description', { exact: true })).toHaveCount(0);
  await expect(page.getByLabel('Lessons', { exact: true })).toHaveValue('Lock the door.');
  await page.getByLabel('Template').selectOption('Security incident');
  await expect(page.getByLabel('Impact', { exact: true })).toHaveValue(/^\[TODO: Which data could be read/);
  await expect(page.getByRole('region', { name: 'Publication' })).toContainText('Private: only those');
  await page.getByLabel('Add a section').selectOption('What went well');
  await expect(page.getByLabel('What went well', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('What went well', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Template')).toHaveValue('Security incident');
  await expect(page.getByRole('checkbox', { name: 'Private, also when it is published' })).toBeChecked();
  await expectAccessible(page, 'a document with a template');
});

test('whoever works by the keys keeps the focus on what they pressed, while it is saved and after', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Pressed by the keys');
  await page.getByRole('link', { name: 'Skip to status, sections and actions' }).press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy Markdown' })).toBeFocused();
  await page.getByRole('button', { name: 'Add action item' }).press('Enter');
  await expect(page.getByLabel('Action, action item 1')).toBeFocused();
  await page.keyboard.type('Raise the limit of the pool');
  // It waits for what was typed to be saved.
  const isPrivate = page.getByRole('checkbox', { name: 'Private, also when it is published' });
  await isPrivate.press('Space');
  await expect(isPrivate).toBeChecked();
  await expect(isPrivate).toBeFocused();
  await saved(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Publish as it is' }).press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Back to draft' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Publication' })).toBeFocused();

  await page.goto('/actions');
  const done = page.getByRole('checkbox', { name: 'Done: Raise the limit of the pool' });
  await done.press('Space');
  await expect(done).toBeChecked();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(done).toBeFocused();
});
