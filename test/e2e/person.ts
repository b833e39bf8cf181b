import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import {
  type Account,
  codeFor,
  demoAccount,
  rememberNewAccount,
  rememberSignIn,
  runningCloud,
} from './account';

/** What a person does on the page, by the names they would say. */

/** Signs in on the screen. Where that is not what a test is about, {@link openAs} comes to the same place. */
export async function signIn(page: Page, account: Account = demoAccount()) {
  await page.goto('/');
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Post-mortems', exact: true })).toBeVisible();
}

/** Makes an account with the code that the local cloud prints in the terminal, and is signed in after. */
export async function signUp(page: Page, account: Account) {
  await page.goto('/');
  await page.getByRole('tab', { name: 'Create Account' }).click();
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByLabel('Confirm Password').fill(account.password);
  await page.getByRole('button', { name: 'Create Account' }).click();
  await expect(page.getByText('the code is in the terminal where npm start runs')).toBeVisible();
  await page.getByLabel('Confirmation Code').fill(await codeFor(account.email));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'Post-mortems', exact: true })).toBeVisible();
}

/** Opens the library as somebody who signed in on this device before. */
export async function openAs(page: Page, account: Account = demoAccount(), cloud = runningCloud()) {
  await rememberSignIn(page, account, cloud);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Post-mortems', exact: true })).toBeVisible();
}

/** The same as somebody who has had no account until now. */
export async function openAsNew(page: Page, account: Account) {
  await rememberNewAccount(page, account);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Post-mortems', exact: true })).toBeVisible();
}

/** Opens a new post-mortem with this title. @returns its address */
export async function newPostMortem(page: Page, title: string): Promise<string> {
  const { pathname, search } = new URL(page.url());
  // Whoever is in their library stays there.
  if (pathname !== '/' || search !== '') await page.goto('/');
  await page.getByRole('button', { name: 'New post-mortem' }).click();
  // The list has a field for titles as well.
  await expect(page).toHaveURL(/\/post-mortems\/[\w-]+/);
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Title').press('Enter');
  await expect(page.getByLabel('Description', { exact: true })).toBeVisible();
  return page.url();
}

/** What a colleague needs to share a document with this person. */
export async function idOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Account' }).click();
  return page.locator('.account-menu code').innerText();
}

/** Shares the document that is open, by address or id. */
export async function shareWith(page: Page, person: string, role: 'Edit' | 'Comment' | 'Read' = 'Edit') {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByLabel('Colleague’s e-mail or ID').fill(person);
  await page.getByLabel('They may').selectOption(role);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  // By name, which the server tells of whoever has an account.
  await expect(page.getByRole('button', { name: /^Stop sharing with .+@/ })).toBeVisible();
  await page.keyboard.press('Escape');
}

/**
 * Looks for what an index has within moments, each time with twice the patience: no one patience tells an index
 * that is behind from a page that is slow on this machine.
 * @param look asks anew, and expects it within so many milliseconds
 */
export async function untilFound(look: (patience: number) => Promise<void>) {
  let patience = 500;
  await expect(async () => {
    patience *= 2;
    await look(patience);
    // Well before the test's own limit, which would not say what was not found.
  }).toPass({ timeout: 120_000 });
}

export const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();

export async function chooseTheme(page: Page, theme: 'Professional' | 'Addams') {
  await page.getByLabel('Theme').selectOption(theme);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
}

/**
 * No violation of WCAG 2.2 A or AA that axe can see.
 * @param without what of the page is left out, such as a frame that no script may look into
 */
export async function expectAccessible(page: Page, where: string, without: readonly string[] = []) {
  // A bar that stays while the page scrolls half covers a control at most places, and what is half covered counts
  // as too small to hit. At the top it covers nothing.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  // A colour on its way to another one is neither; animations that go on for ever are not waited for.
  await page.evaluate(() => {
    // In a closed <details> they stand still.
    const isSeen = ({ effect }: Animation) =>
      effect instanceof KeyframeEffect && effect.target?.checkVisibility() === true;
    const transitions = document
      .getAnimations()
      .filter((animation) => animation instanceof CSSTransition && isSeen(animation));
    return Promise.all(transitions.map((transition) => transition.finished.catch(() => {})));
  });
  // All of it is one frame, so axe need not collect what it finds in a page of its own, and only what is wrong is
  // gone through to the last element: a third of the work, and the same findings.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await without
    .reduce((axe, selector) => axe.exclude(selector), axe)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
  expect(found, `accessibility of ${where}`).toEqual([]);
}

export const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
