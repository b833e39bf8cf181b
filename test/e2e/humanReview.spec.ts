import { expect, type Page } from '@playwright/test';
import { rememberNewAccount } from './account';
import { chooseTheme, expectAccessible, newPostMortem, openAsNew, saved } from './person';
import { test } from './screenTest';

const PASSWORD = 'Tap-tap-tapping-9';
const person = (name: string) => ({ email: `${name}.review@nevermore.local`, password: PASSWORD });

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const publication = (page: Page) => region(page, 'Publication');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function submitTo(page: Page, reviewers: string[], message = '') {
  await publication(page).getByRole('button', { name: 'Submit for review' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submit for review' });
  if (reviewers.length === 0) await dialog.getByLabel(/^Any colleague but me/).check();
  else await dialog.getByLabel(/e-mail/).fill(reviewers.join(' '));
  await dialog.getByLabel(/What they should know/).fill(message);
  await dialog.getByRole('button', { name: /^Submit it/ }).click();
  await expect(dialog).toBeHidden();
  await expect(publication(page).getByText('In review', { exact: true })).toBeVisible();
}

async function decide(page: Page, verdict: 'Approve' | 'Ask for changes' | 'Decline', words = '') {
  await page.getByLabel('Your words to the author').fill(words);
  await button(page, verdict).click();
}

test('a colleague who is asked finds it, asks for changes, approves the second text, and a third person reads it', async ({
  browser,
}) => {
  const open = async () => (await browser.newContext()).newPage();
  const reviewer = await open();
  await openAsNew(reviewer, person('lenore'));
  await reviewer.getByRole('link', { name: 'Reviews', exact: true }).click();
  await expect(reviewer.getByText('Nothing waits for you.', { exact: false }).last()).toBeVisible();

  const author = await open();
  await openAsNew(author, person('ligeia'));
  const address = await newPostMortem(author, 'Reviewed by a colleague');
  const rootCause = author.getByLabel('Root cause', { exact: true });
  await rootCause.fill('The pool was too small. Bob broke it.');
  await saved(author);

  // What speaks against it, who is asked, and a refusal in its place.
  await publication(author).getByRole('button', { name: 'Submit for review' }).click();
  const dialog = author.getByRole('dialog', { name: 'Submit for review' });
  await expect(dialog).toContainText('Summary is empty.');
  await dialog.getByRole('button', { name: /^Submit it/ }).click();
  await expect(dialog).toContainText('Name somebody, or let any colleague decide.');
  await dialog.getByLabel(/e-mail/).fill('nobody.review@nevermore.local');
  await dialog.getByRole('button', { name: /^Submit it/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nobody has an account here as');
  for (const theme of ['Addams', 'Professional'] as const) {
    await author.keyboard.press('Escape');
    await chooseTheme(author, theme);
    await publication(author).getByRole('button', { name: 'Submit for review' }).click();
    await expectAccessible(author, `submitting for review in ${theme}`);
  }
  await author.keyboard.press('Escape');
  await submitTo(author, [person('lenore').email], 'Have I got the cause right?');

  // Nobody goes round it by hand while it waits.
  await expect(region(author, 'Review')).toContainText('to be decided by lenore.review@nevermore.local');
  await expect(publication(author)).toContainText('It waits for lenore.review@nevermore.local');
  await expect(publication(author).getByRole('button', { name: 'Publish', exact: true })).toBeHidden();
  await region(author, 'Review')
    .getByText(/^Everything that has happened/)
    .click();
  await expect(region(author, 'Review').getByText('Reviewers asked')).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(author, theme);
    await expectAccessible(author, `a review that waits in ${theme}`);
  }

  // It waits for the colleague, with what the rules say of it, to be read and not to be written.
  await reviewer.goto('/reviews');
  await expect(reviewer.getByRole('heading', { name: 'Waiting for you (1)' })).toBeVisible();
  await expect(reviewer.getByRole('link', { name: 'Reviews 1 waiting for you' })).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(reviewer, theme);
    await expectAccessible(reviewer, `the page of reviews in ${theme}`);
  }
  await reviewer.getByRole('link', { name: 'Reviewed by a colleague' }).click();
  await expect(region(reviewer, 'Review')).toContainText('Have I got the cause right?');
  await expect(region(reviewer, 'Review')).toContainText('“Bob broke”');
  await expect(reviewer.getByRole('textbox', { name: 'Root cause', exact: true })).toHaveCount(0);
  await button(reviewer, 'Ask for changes').click();
  await expect(reviewer.getByText('Say why, so that the author knows what to do.')).toBeVisible();
  await expect(reviewer.getByLabel('Your words to the author')).toBeFocused();
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(reviewer, theme);
    await expectAccessible(reviewer, `deciding in ${theme}`);
  }

  // Nobody decides on another text than they have read, and a reload does not lose what they say of it.
  await rootCause.fill('The pool was too small. Bob broke it. Nobody knew.');
  await saved(author);
  await reviewer.getByLabel('Your words to the author').fill('How small was it?');
  await button(reviewer, 'Ask for changes').click();
  const changed = reviewer.getByRole('alert');
  await expect(changed).toContainText('It was changed since you opened it.');
  await changed.getByText('What changed in “Root cause”').click();
  await expect(changed.getByRole('insertion')).toHaveText(/Nobody knew/);
  await button(reviewer, 'I have read it').click();
  await button(reviewer, 'Ask for changes').click();
  await expect(region(reviewer, 'Your decision')).toBeHidden();
  await expect(reviewer.getByRole('heading', { name: 'Review', exact: true })).toBeFocused();
  await expect(reviewer.getByRole('link', { name: 'Reviews', exact: true })).toBeVisible();

  // The author is told without a reload, and has a draft again.
  await expect(author.getByText(/is over: changes asked for by/)).toBeVisible();
  await expect(region(author, 'Review')).toContainText('How small was it?');
  await expect(publication(author).getByText('Draft', { exact: true })).toBeVisible();
  await rootCause.fill('The pool had twenty connections.');
  await saved(author);
  await publication(author).getByRole('button', { name: 'Submit for review' }).click();
  await expect(dialog.getByLabel(person('lenore').email)).not.toBeChecked();
  await dialog.getByLabel(person('lenore').email).check();
  await dialog.getByRole('button', { name: /^Submit it/ }).click();
  await expect(publication(author).getByText('In review', { exact: true })).toBeVisible();

  await reviewer.goto(address);
  await expect(region(reviewer, 'Review')).toContainText('The review before');
  await decide(reviewer, 'Approve', 'Clear now.');
  await expect(publication(author).getByText('Published', { exact: true })).toBeVisible();
  await expect(region(author, 'Review')).toContainText('Clear now.');
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(author, theme);
    await expectAccessible(author, `a review that is over in ${theme}`);
  }

  const third = await open();
  await rememberNewAccount(third, person('annabel'));
  await third.goto(address);
  await expect(third.getByText('The pool had twenty connections.')).toBeVisible();
  await expect(region(third, 'Review')).toBeHidden();
  await author.goto('/reviews');
  await expect(author.getByRole('heading', { name: 'You have asked (2)' })).toBeVisible();
  for (const page of [reviewer, author, third]) await page.context().close();
});

test('of two who are asked the first one decides, the second is told and keeps what they had written; what any colleague may decide is cancelled, and approved', async ({
  browser,
}) => {
  const open = async () => (await browser.newContext()).newPage();
  const author = await open();
  await openAsNew(author, person('morella'));
  const address = await newPostMortem(author, 'Decided by the first');
  await author.getByLabel('Summary', { exact: true }).fill('The queue filled up.');
  await saved(author);
  const [first, second] = [await open(), await open()];
  await rememberNewAccount(first, person('berenice'));
  await rememberNewAccount(second, person('eleonora'));
  await submitTo(author, [person('berenice').email, person('eleonora').email]);
  for (const page of [first, second]) {
    await page.goto(address);
    await expect(region(page, 'Your decision')).toBeVisible();
  }
  // The second one's page does not learn of it by itself.
  let letThrough = () => {};
  const held = new Promise<void>((done) => {
    letThrough = done;
  });
  await second.route(/\/graphql$/, async (route) => {
    const isLook = route.request().postData()?.includes('ReviewsOfPostMortem') ?? false;
    if (isLook) await held;
    await route.continue();
  });
  await decide(first, 'Ask for changes', 'What filled it?');
  await expect(region(first, 'Review')).toContainText('Changes asked for');
  await expect(publication(author).getByText('Draft', { exact: true })).toBeVisible();
  const refused = second.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes('mutation DecideReview')),
  );
  await decide(second, 'Decline', 'Not this one.');
  await refused;
  letThrough();
  await expect(second.getByRole('alert')).toContainText(
    'It is decided already: changes asked for, by berenice',
  );
  await expect(region(second, 'Your decision')).toBeHidden();
  await expect(second.getByText('What you had written was not sent')).toBeVisible();
  await expect(second.getByText('Not this one.')).toBeVisible();
  await expectAccessible(second, 'a decision that came too late');

  await submitTo(author, []);
  const colleague = await open();
  await openAsNew(colleague, person('madeline'));
  await colleague.getByRole('link', { name: /^Reviews/ }).click();
  await colleague.getByRole('link', { name: 'Decided by the first' }).click();
  await expect(region(colleague, 'Your decision')).toBeVisible();
  await region(author, 'Review').getByRole('button', { name: 'Cancel the review' }).click();
  await expect(button(author, 'Leave it as it is')).toBeFocused();
  await author.getByRole('dialog').getByRole('button', { name: 'Cancel the review' }).click();
  await expect(author.getByRole('dialog')).toBeHidden();
  await expect(region(author, 'Review').getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expect(publication(author).getByText('Draft', { exact: true })).toBeVisible();
  await expect(publication(author).getByRole('button', { name: 'Publish', exact: true })).toBeVisible();
  await expect(region(colleague, 'Your decision')).toBeHidden();
  await expect(region(colleague, 'Review')).toContainText('Not waiting for you any more');

  // Whoever has decided still sees how it goes on, named or not.
  await submitTo(author, []);
  await colleague.reload();
  await decide(colleague, 'Approve');
  await expect(publication(author).getByText('Published', { exact: true })).toBeVisible();
  await colleague.reload();
  await expect(region(colleague, 'Review').getByText('Approved', { exact: true }).first()).toBeVisible();
  for (const page of [author, first, second, colleague]) await page.context().close();
});
