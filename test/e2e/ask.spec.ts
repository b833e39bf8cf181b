import { expect, type Page } from '@playwright/test';
import { rememberNewAccount } from './account';
import { chooseTheme, expectAccessible, newPostMortem, openAsNew, saved, untilFound } from './person';
import { test } from './screenTest';

async function publish(page: Page, title: string, fields: Record<string, string>): Promise<string> {
  const address = await newPostMortem(page, title);
  for (const [label, text] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(text);
  await saved(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: 'Publish as it is' }).click();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
  return address;
}

const answer = (page: Page, question: string) => page.getByRole('article', { name: question });

/** The index follows a document within moments: asked until it has. */
async function ask(page: Page, question: string, said: string): Promise<void> {
  await untilFound(async (timeout) => {
    await page.goto('/ask');
    await page.getByLabel('Your question').fill(question);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(answer(page, question).getByRole('button', { name: 'Delete question' })).toBeVisible();
    await expect(answer(page, question)).toContainText(said, { timeout });
  });
}

test('the archive is asked, names its sources, is asked on, and no longer tells what was withdrawn', async ({
  page,
  browser,
}) => {
  await openAsNew(page, { email: 'asker@nevermore.local', password: 'Tap-tap-tapping-9' });
  const why = 'The quokka-cache was evicted because its memory limit of 512 MB was too low.';
  const cache = await publish(page, 'Quokka cache evicted', { 'Root cause': why, Service: 'quokka' });
  await publish(page, 'Wombat queue stuck', {
    'Root cause': 'The wombat-queue stopped because nobody had rotated its credentials.',
    Service: 'wombat',
  });

  const question = 'Why was the quokka-cache evicted?';
  await ask(page, question, why);
  const asked = answer(page, question);
  await expect(asked).toContainText('Chosen by rules, no model');
  const source = asked.getByRole('link', { name: 'Source 1: Quokka cache evicted' });
  await source.focus();
  await expect(asked.getByRole('tooltip').first()).toBeVisible();
  await expect(asked.getByRole('tooltip').first()).toContainText(why);
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `an answer in ${theme}`);
  }

  await page.getByLabel('Ask on about this').fill('What was its memory limit?');
  await page.getByRole('button', { name: 'Ask on', exact: true }).click();
  await expect(answer(page, 'What was its memory limit?')).toContainText('512 MB');

  await page.getByLabel('Your question').fill('Who composed the symphony of the marmots?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(answer(page, 'Who composed the symphony of the marmots?')).toContainText(
    'The archive does not say.',
  );

  // No question is lost at a reload; it opens again from the list.
  await page.reload();
  await page.getByRole('button', { name: 'What was its memory limit?' }).click();
  await expect(answer(page, question)).toContainText(why);
  await answer(page, question).getByRole('link', { name: 'Source 1: Quokka cache evicted' }).click();
  await expect(page).toHaveURL(`${cache}#section-rootCause`);
  await expect(page.getByRole('heading', { name: 'Root cause' })).toBeFocused();

  // Who reads it and does not edit it is led to the place too, and sees the words.
  const colleague = await (await browser.newContext()).newPage();
  await rememberNewAccount(colleague, { email: 'asks-too@nevermore.local', password: 'Tap-tap-tapping-9' });
  await ask(colleague, question, why);
  await answer(colleague, question).getByRole('link', { name: 'Source 1: Quokka cache evicted' }).click();
  await expect(colleague.getByRole('heading', { name: 'Root cause' })).toBeFocused();
  await expect(async () => {
    const marked = await colleague.evaluate(() => [...(CSS.highlights.get('quoted') ?? [])].map(String));
    expect(marked).toEqual([why.replace(/\.$/, '')]);
  }).toPass();
  await colleague.context().close();

  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByText('Withdrawn', { exact: true })).toBeVisible();
  await page.goto('/ask');
  await page.getByLabel('Your question').fill(question);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const again = answer(page, question).first();
  await expect(again).toContainText('The archive does not say.');
  await expect(again).not.toContainText('512 MB');

  await again.getByRole('button', { name: 'Delete question' }).click();
  await expect(again).toBeHidden();
});
