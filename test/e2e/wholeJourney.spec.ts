import { expect, type Page } from '@playwright/test';
import { rememberNewAccount } from './account';
import {
  chooseTheme,
  clipboard,
  expectAccessible,
  newPostMortem,
  openAsNew,
  saved,
  signUp,
  untilFound,
} from './person';
import { test } from './screenTest';
import { message } from './slack';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** The channel of an incident, as Slack exports it. */
const CHANNEL = JSON.stringify([
  message('2026-03-04T13:50:00Z', 'Lenore', 'deploy of checkout 4.2 started'),
  message('2026-03-04T14:02:00Z', 'Ligeia', 'error rate of checkout rose to 37 %'),
  message('2026-03-04T14:05:00Z', 'PagerDuty', 'checkout-5xx fired'),
  { type: 'message', subtype: 'channel_join', user: 'U2', ts: '1772629800.000000', text: '<@U2> has joined' },
  message('2026-03-04T14:31:00Z', 'Ligeia', 'rolled back to 4.1'),
  message('2026-03-04T14:40:00Z', 'Lenore', 'error rate back to normal'),
]);

/** Builds a section from the timeline, and takes the draft that won. */
async function build(page: Page, section: string): Promise<string> {
  const name = section.toLowerCase();
  await page.getByRole('button', { name: `Build ${name} from the timeline` }).click();
  await expect(page.getByRole('region', { name: 'What it is drafted from' })).toContainText(
    'rolled back to 4.1',
  );
  await page.getByRole('button', { name: `Build ${name}`, exact: true }).click();
  const place = page.locator(`#section-${name}`);
  await place.getByRole('button', { name: 'Accept' }).click();
  await saved(page);
  return page.getByLabel(section, { exact: true }).inputValue();
}

/** In one voice: from the pasted channel to a document that a colleague finds. */
async function walk(page: Page, theme: 'Professional' | 'Addams') {
  const title = `Checkout down, told in ${theme}`;
  const address = await newPostMortem(page, title);
  await chooseTheme(page, theme);
  await page.getByRole('button', { name: 'Import timeline' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import timeline' });
  await dialog.getByLabel(/^Or paste/).fill(CHANNEL);
  await dialog.getByRole('button', { name: 'Add 5 entries' }).click();
  await saved(page);

  const description = await build(page, 'Description');
  for (const told of ['13:50', '37 %', '14:31', '4.1']) expect(description).toContain(told);
  await expectAccessible(page, `what was built, in ${theme}`);
  await page.getByLabel('Summary', { exact: true }).fill('Checkout failed for 44 minutes after deploy 4.2.');
  await page
    .getByLabel('Impact', { exact: true })
    .fill('Some 3,000 orders failed. Ask jo@example.com for the list.');
  await page
    .getByLabel('Root cause', { exact: true })
    .fill('Version 4.2 opened a connection for each request.');
  await page.getByLabel('Resolution', { exact: true }).fill('Rolled back to 4.1 at 14:31.');
  await page.getByRole('button', { name: 'Add action item' }).click();
  await page.getByLabel('Action, action item 1').fill('Alert on a pool that is 80 % full');
  await page.getByLabel('Owner, action item 1').fill('Ligeia');
  await saved(page);

  await page.getByRole('button', { name: 'Review the document' }).click();
  const review = page.getByRole('dialog', { name: 'Review of the document' });
  await expect(review.getByRole('heading', { name: 'Summary' })).toBeVisible();
  await expect(review).toContainText('44 minutes');
  await expect(review).toContainText('No model is configured, so only the rules have read it.');
  await expectAccessible(page, `the review in ${theme}`);
  await review.getByRole('button', { name: /^Accept: \[e-mail address removed\]/ }).click();
  // What can be called off is within reach while the dialog holds the rest of the page off.
  await expectAccessible(page, `a notice in the review in ${theme}`);
  await review
    .locator('.notice')
    .filter({ hasText: 'Changed in Impact' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(page.locator('#section-impact textarea')).toHaveValue(/jo@example\.com/);
  await review.getByRole('button', { name: /^Accept: \[e-mail address removed\]/ }).click();
  await review.getByRole('button', { name: /^Put aside ?: 44 minutes/ }).click();
  await expect(review).toContainText('1 put aside');
  await review.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByLabel('Impact', { exact: true })).toHaveValue(
    'Some 3,000 orders failed. Ask [e-mail address removed] for the list.',
  );
  await saved(page);

  const publication = page.getByRole('region', { name: 'Publication' });
  await publication.getByRole('button', { name: 'Submit for review' }).click();
  const asking = page.getByRole('dialog', { name: 'Submit for review' });
  await asking.getByLabel(/^Any colleague but me/).check();
  await asking.getByRole('button', { name: /^Submit it/ }).click();
  await expect(publication.getByText('In review', { exact: true })).toBeVisible();
  // Nobody has the time today: the team agrees that it is published without.
  await publication.getByRole('button', { name: 'Cancel the review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the review' }).click();
  // The review's own workflow makes it a draft again; what is published before that is a second hand on it.
  await expect(publication.getByText('Draft', { exact: true })).toBeVisible();
  await publication.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Ready to publish?' })).toContainText(
    'The field Started is empty',
  );
  await page.getByRole('button', { name: /^Publish (?:as it is|now)$/ }).click();
  await expect(publication.getByText('Published', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Copy Markdown', exact: true }).click();
  await expect.poll(() => clipboard(page)).toContain(description);
  expect(await clipboard(page)).toContain(`# ${title}`);
  return { address, title };
}

test('an incident goes from a pasted channel to a published document that a colleague finds by its words, in both themes', async ({
  page,
  browser,
}) => {
  test.setTimeout(600_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signUp(page, { email: 'incident-commander@nevermore.local', password: 'Tap-tap-tapping-9' });
  const written = [await walk(page, 'Professional'), await walk(page, 'Addams')];

  const elsewhere = await browser.newContext();
  const colleague = await elsewhere.newPage();
  await rememberNewAccount(colleague, {
    email: 'finds-by-words@nevermore.local',
    password: 'Tap-tap-tapping-9',
  });
  await colleague.goto('/?list=published&search=rolled+back+checkout+37');
  for (const { title } of written) {
    // The index follows a save within moments.
    await untilFound(async (timeout) => {
      await colleague.reload();
      await expect(colleague.getByRole('link', { name: title })).toBeVisible({ timeout });
    });
  }
  await colleague.getByRole('link', { name: written[1]?.title ?? '' }).click();
  await expect(colleague.getByRole('article')).toContainText('Version 4.2 opened a connection');
  await expectAccessible(colleague, 'what a colleague reads');
  await elsewhere.close();
});

test('a team begins with the template that somebody has saved, and only that person takes it away', async ({
  page,
  browser,
}) => {
  await openAsNew(page, { email: 'saves-a-template@nevermore.local', password: 'Tap-tap-tapping-9' });
  await newPostMortem(page, 'The first of its kind');
  await page.getByLabel('Add a section').selectOption('Where we got lucky');
  await page
    .getByLabel('Where we got lucky', { exact: true })
    .fill('We were. [TODO: What if it had been Monday?]');
  await saved(page);
  await page.getByRole('button', { name: 'Save as a template' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as a template' });
  await dialog.getByRole('button', { name: 'Save template' }).click();
  await expect(dialog).toContainText('A template needs a name.');
  await expect(dialog.getByLabel('Name of the template')).toBeFocused();
  await dialog.getByLabel('Name of the template').fill('Payments');
  await expectAccessible(page, 'saving a template');
  await dialog.getByRole('button', { name: 'Save template' }).click();
  await expect(page.getByText('Your team can choose “Payments” from now on.')).toBeVisible();

  const elsewhere = await browser.newContext();
  const colleague = await elsewhere.newPage();
  await openAsNew(colleague, { email: 'begins-with-it@nevermore.local', password: 'Tap-tap-tapping-9' });
  await newPostMortem(colleague, 'The second of its kind');
  await colleague.getByLabel('Template', { exact: true }).selectOption('Payments');
  await expect(colleague.getByLabel('Where we got lucky', { exact: true })).toHaveValue(
    '[TODO: What if it had been Monday?]',
  );
  await expect(colleague.getByRole('button', { name: 'Delete this template' })).toBeHidden();
  await elsewhere.close();

  await page.getByLabel('Template', { exact: true }).selectOption('Payments');
  await page.getByRole('button', { name: 'Delete this template' }).click();
  await expect(page.getByText('The template “Payments” is gone.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as a template' })).toBeFocused();
  await expect(page.getByText('No template has this name any more')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Delete this template' })).toBeVisible();
});
