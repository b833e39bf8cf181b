import { expect } from '@playwright/test';
import { demoAccount, rememberNewAccount, rememberSignIn } from './account';
import { chooseTheme, expectAccessible, newPostMortem } from './person';
import { test } from './screenTest';

const PASSWORD = 'Tap-tap-tapping-9';

test('what is remembered is added, found, changed, forgotten and brought back, for me and for the team', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await rememberNewAccount(page, { email: 'memory@nevermore.local', password: PASSWORD });
  await page.goto('/your-data');
  await page.getByRole('main').getByRole('link', { name: 'Memory' }).click();
  await expect(page.getByText('Nothing is remembered for you yet.')).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `an empty memory in ${theme}`);
  }

  const field = page.getByLabel('What to remember, in one sentence');
  await field.fill('MTTA means mean time to acknowledge');
  await expect(page.getByLabel('What it is')).toHaveValue('TERM');
  await field.fill('Say customer, not user');
  await field.press('Enter');
  const mine = page.getByRole('listitem').filter({ hasText: 'Say customer, not user' });
  await expect(mine).toContainText('Told to those who draft');
  await expect(mine).toContainText('Typed on this page by memory@nevermore.local');
  await field.fill('say CUSTOMER not user!');
  await page.getByRole('button', { name: 'Remember it' }).click();
  await expect(page.getByText('That is remembered already.')).toBeVisible();

  await field.fill('SEV2 pages two people');
  await page.getByLabel('For whom').selectOption('For the whole team');
  await page.getByRole('button', { name: 'Remember it' }).click();
  await expect(page.getByRole('radio', { name: 'The team’s' })).toBeChecked();
  await expect(page.getByRole('listitem').filter({ hasText: 'SEV2 pages two people' })).toBeVisible();

  const colleague = await (await browser.newContext()).newPage();
  await rememberSignIn(colleague, demoAccount());
  await colleague.goto('/memory');
  await expect(colleague.getByText('Say customer, not user')).toBeHidden();
  await colleague.getByRole('radio', { name: 'The team’s' }).check();
  const theirs = colleague.getByRole('listitem').filter({ hasText: 'SEV2 pages two people' });
  await expect(theirs).toBeVisible();
  await expect(theirs.getByRole('button')).toHaveCount(0);

  await page.getByRole('radio', { name: 'Mine' }).check();
  await page.getByLabel('Find').fill('customers');
  await expect(page.getByText('1 remembered.')).toBeVisible();
  await mine.getByRole('button', { name: 'Edit: Say customer, not user' }).click();
  await expect(page.getByRole('list').getByLabel('What to remember, in one sentence')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Say client, not user');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeHidden();
  await page.getByLabel('Find').fill('');
  await page.getByRole('button', { name: 'Forget: Say client, not user' }).click();
  await expect(page.getByText('Nothing is remembered for you yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  const back = page.getByRole('listitem').filter({ hasText: 'Say client, not user' });
  // It comes back when the server has it, and not before.
  await expect(back).toBeVisible();
  await page.reload();
  await expect(back).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `memory in ${theme}`);
  }
  await newPostMortem(page, 'The belfry asks for house rules');
  await page.getByLabel('Summary', { exact: true }).fill('Users saw errors. Ask jo@example.com about it.');
  await page.getByRole('button', { name: /^Preview exactly what is sent to a model/ }).click();
  await expect(page.getByRole('dialog')).toContainText('- Say client, not user');
  await expect(page.getByRole('dialog')).not.toContainText('- SEV2 pages two people');
  await page.keyboard.press('Escape');
  await page.goto('/memory');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByLabel('Language').selectOption('Italiano');
  await expect(page.getByRole('heading', { name: 'Memoria' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page, 'memory in Italian on a phone');
  for (const one of [page, colleague]) await one.context().close();
});
