import { type Browser, chromium, type Page } from 'playwright-core';
import type { RunningCloud } from '../local/stateFolder';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../test/e2e/chromium';

/** Debian's Chromium without a screen. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: CHROMIUM_ARGUMENTS,
  });

export async function signIn(page: Page, { app, demo }: RunningCloud): Promise<void> {
  await page.goto(app);
  await page.getByLabel('Email').fill(demo.email);
  await page.getByLabel('Password', { exact: true }).fill(demo.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Post-mortems', exact: true }).waitFor();
}

/** Makes a post-mortem, and opens it in the editor. @returns its address */
export async function newPostMortem(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'New post-mortem' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Title').press('Enter');
  await editor(page).waitFor();
  return page.url();
}

/** The field that a person starts to write into. */
export const editor = (page: Page) => page.getByLabel('Description', { exact: true });
