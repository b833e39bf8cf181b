import { expect, type Page } from '@playwright/test';
import { newPostMortem, saved, shareWith, signIn, signUp } from './person';
import { test } from './screenTest';

const PASSWORD = 'Tap-tap-tapping-9';
const COMMENTER = { email: 'commenter@nevermore.local', password: PASSWORD };

const section = (page: Page, id: string) => page.locator(`#section-${id}`);

test('two people talk about a document, live, beside the words that they mean', async ({ browser }) => {
  const open = async () => (await browser.newContext()).newPage();
  const commenter = await open();
  await signUp(commenter, COMMENTER);
  const owner = await open();
  await signIn(owner);
  const address = await newPostMortem(owner, 'Talked about');
  await owner
    .getByLabel('Root cause', { exact: true })
    .fill('The pool was too small. Nobody had looked at it.');
  await saved(owner);
  await shareWith(owner, COMMENTER.email, 'Comment');

  await commenter.goto(address);
  await expect(commenter.getByText('The pool was too small.')).toBeVisible();
  await commenter.getByRole('button', { name: 'Comment on root cause', exact: true }).click();
  await commenter.getByLabel('Your comment on root cause').fill('How small was it?');
  await commenter.getByRole('button', { name: 'Comment', exact: true }).click();

  const root = section(owner, 'rootCause');
  await owner.getByRole('button', { name: 'Comments on root cause (1)' }).click();
  await expect(root.getByText('How small was it?')).toBeVisible();
});
