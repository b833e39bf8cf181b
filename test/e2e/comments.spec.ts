import { expect, type Page } from '@playwright/test';
import { rememberNewAccount } from './account';
import { chooseTheme, expectAccessible, newPostMortem, openAs, saved, shareWith } from './person';
import { test } from './screenTest';

const PASSWORD = 'Tap-tap-tapping-9';
const COMMENTER = { email: 'lenore.commenter@nevermore.local', password: PASSWORD };

const section = (page: Page, id: string) => page.locator(`#section-${id}`);
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const send = (page: Page, verb = 'Comment') => button(page, verb).click();

test('two people talk about a document, live, beside the words that they mean', async ({
  browser,
  mayPrint,
}) => {
  const open = async () => (await browser.newContext()).newPage();
  const commenter = await open();
  await rememberNewAccount(commenter, COMMENTER);
  const owner = await open();
  await openAs(owner);
  const address = await newPostMortem(owner, 'Talked about');
  const rootCause = owner.getByLabel('Root cause', { exact: true });
  await rootCause.fill('The pool was too small. Nobody had looked at it since March.');
  await saved(owner);
  await shareWith(owner, COMMENTER.email, 'Comment');

  // Who is there, and where.
  await commenter.goto(address);
  await expect(commenter.getByText('The pool was too small.')).toBeVisible();
  const alsoHere = (page: Page) => page.getByRole('region', { name: 'Also here' });
  await expect(alsoHere(owner)).toContainText(COMMENTER.email);
  await rootCause.focus();
  await expect(alsoHere(commenter)).toContainText('(Root cause)');
  await expect(section(commenter, 'rootCause').getByText('is writing here')).toBeVisible();

  // A comment that is begun is there after a reload, and after a send without a network.
  mayPrint(/ERR_INTERNET_DISCONNECTED/);
  await button(commenter, 'Comment on root cause').click();
  await commenter.getByLabel('Your comment on root cause').fill('How small was it?');
  await commenter.reload();
  await expect(commenter.getByText('Not sent yet')).toBeVisible();
  await button(commenter, 'Comment on root cause').click();
  await expect(commenter.getByLabel('Your comment on root cause')).toHaveValue('How small was it?');
  await commenter.context().setOffline(true);
  await send(commenter);
  await expect(commenter.getByText('It was not sent. The server cannot be reached.')).toBeVisible();
  await expect(commenter.getByLabel('Your comment on root cause')).toHaveValue('How small was it?');
  await commenter.context().setOffline(false);
  await send(commenter);
  await expect(button(commenter, 'Comments on root cause (1)')).toBeFocused();

  // The other one has it without reloading, and answers.
  await expect(owner.getByText('commented on root cause.')).toBeAttached();
  await owner.getByRole('navigation', { name: 'Open comments' }).getByRole('button').click();
  await expect(section(owner, 'rootCause').getByText('How small was it?')).toBeVisible();
  await button(owner, 'Reply').click();
  await owner.getByLabel('Reply').fill('Twenty connections.');
  await owner.getByLabel('Reply').press('Control+Enter');
  await expect(section(commenter, 'rootCause').getByText('Twenty connections.')).toBeVisible();

  // About some words, found again where they are, and said to be gone when they are.
  await rootCause.evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.setSelectionRange(field.value.indexOf('Nobody'), field.value.indexOf(' since'));
  });
  await button(owner, 'Comment on selection').click();
  await owner.getByLabel('Your comment on the selection').fill('Is that so?');
  await send(owner);
  const quote = section(commenter, 'rootCause').getByRole('blockquote');
  await expect(quote).toHaveText('Nobody had looked at it');
  await button(commenter, 'Show in the text').click();
  expect(await commenter.evaluate(() => [...CSS.highlights.keys()])).toEqual(['quoted']);
  await button(owner, 'Show in the text').click();
  const selection = rootCause.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(await selection).toBe('Nobody had looked at it');
  for (const theme of ['Addams', 'Professional'] as const) {
    for (const page of [owner, commenter]) {
      await chooseTheme(page, theme);
      await expectAccessible(page, `comments in ${theme}`);
    }
  }
  await rootCause.fill('The pool was too small.');
  await expect(owner.getByText('The passage has changed since.')).toBeVisible();

  // Changed, taken away and brought back, resolved and opened again: each seen by the other.
  const theirs = section(commenter, 'rootCause').getByRole('listitem', { name: 'Thread: How small was it?' });
  await theirs.getByRole('button', { name: 'Edit your comment' }).click();
  await commenter.getByLabel('Your comment', { exact: true }).fill('How many connections?');
  await send(commenter, 'Save');
  await expect(section(owner, 'rootCause').getByText('How many connections?')).toBeVisible();
  await section(owner, 'rootCause').getByRole('button', { name: 'Delete your comment' }).first().click();
  await expect(section(owner, 'rootCause').getByText('Twenty connections.')).toBeHidden();
  await button(owner, 'Undo').click();
  await expect(section(owner, 'rootCause').getByText('Twenty connections.')).toBeVisible();
  await section(owner, 'rootCause').getByRole('button', { name: 'Resolve', exact: true }).first().click();
  await expect(section(commenter, 'rootCause').getByText('How many connections?')).toBeHidden();
  await button(commenter, 'Show resolved (1)').click();
  await button(commenter, 'Reopen').click();
  await expect(button(owner, 'Comments on root cause (3)')).toBeVisible();

  // Whoever goes is gone.
  await commenter.getByRole('link', { name: 'Nevermore', exact: true }).click();
  await expect(alsoHere(owner)).toBeHidden();
  for (const page of [owner, commenter]) await page.context().close();
});
