import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { chooseTheme, clipboard, expectAccessible, newPostMortem, openAs, saved, signIn } from './person';
import { test } from './screenTest';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

interface Case {
  id: string;
  title: string;
  description: string;
  rootCause: string;
}
const cases = readFileSync(join(import.meta.dirname, '../cases/cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);
const incident = cases.find(({ id }) => id === 'binder-2019-04-03-ingress') as Case;

const NOBODY_ASKED = 'Drafts by rules on this computer, no model';

async function enhanceAndAccept(page: Page, label: string, text: string, theme: string) {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(text);
  const section = page.locator('.prose-section').filter({ has: field });
  await expect(section.getByText(NOBODY_ASKED)).toBeVisible();
  const width = (await field.boundingBox())?.width;
  await page.getByRole('button', { name: `Enhance ${label.toLowerCase()}` }).click();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  // Rules wrote, so nothing says that a model did, and nothing was sent or paid.
  await expect(section.getByRole('heading', { name: /draft by rules/ }).first()).toBeVisible();
  await expect(section.getByText(/keeps (?:all|both|the one|none|\d+ of) /).first()).toBeVisible();
  await expect(section.getByText(/Nova|tokens/i)).toHaveCount(0);
  await expect(section.getByRole('region', { name: /Your text/ })).toBeVisible();
  expect((await field.boundingBox())?.width).toBe(width);
  await expectAccessible(page, `the verdict in ${theme}`);
  await section.getByRole('button', { name: 'Choose change by change' }).click();
  await expectAccessible(page, `choosing change by change in ${theme}`);
  await section.getByRole('button', { name: 'Back to the whole draft' }).click();
  await section.getByText(/Scores and time/).click();
  await expectAccessible(page, `the scores in ${theme}`);
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(field).not.toHaveValue(text);
  await saved(page);
  return field.inputValue();
}

test('an incident is written, enhanced in both voices, accepted and copied as Markdown', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByLabel('Email')).toBeVisible();
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `sign-in in ${theme}`);
  }
  await signIn(page);
  await expectAccessible(page, 'the library in Professional');
  await newPostMortem(page, incident.title);
  await expectAccessible(page, 'the editor in Professional');
  await page.getByLabel('Severity').selectOption('SEV2');
  const description = await enhanceAndAccept(page, 'Description', incident.description, 'Professional');
  expect(description).toContain('40min of total outage');

  await chooseTheme(page, 'Addams');
  await expectAccessible(page, 'the editor in Addams');
  const rootCause = await enhanceAndAccept(page, 'Root cause', incident.rootCause, 'Addams');
  expect(rootCause).toContain('cordoned');

  await page.getByRole('button', { name: 'Copy Markdown', exact: true }).click();
  await expect.poll(() => clipboard(page)).toContain(rootCause);
  const markdown = await clipboard(page);
  expect(markdown).toContain(`# ${incident.title}`);
  expect(markdown).toContain(description);
  await page.goto('/');
  await expect(page.getByRole('link', { name: incident.title })).toBeVisible();
  await expectAccessible(page, 'the library in Addams');
});

test('stages are announced, and a reload in the middle of a run shows where it is', async ({ page }) => {
  await openAs(page);
  await newPostMortem(page, 'Reloaded in the middle');
  await page.getByLabel('Impact', { exact: true }).fill(incident.description);
  await saved(page);
  await page.getByRole('button', { name: 'Enhance impact' }).click();
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: /^(Drafting|Judging)/ })
      .first(),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await expect(page.getByLabel('Impact', { exact: true })).toHaveValue(incident.description);
});

test('a draft can be refused and brought back, edited before it is taken, and taken back', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Edit first');
  const field = page.getByLabel('Resolution', { exact: true });
  const own = 'Restarted the pods. It came back.';
  await field.fill(own);
  await page.getByRole('button', { name: 'Enhance resolution' }).click();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(field).toHaveValue(own);
  await expect(page.getByRole('button', { name: 'Accept' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  // Rules would write the same again.
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();

  await page.getByRole('button', { name: 'Edit first' }).click();
  const editing = page.getByRole('textbox', { name: /draft/i });
  await editing.fill('Restarted the pods. '.repeat(1_001));
  await expect(page.getByText(/must go/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeDisabled();
  await editing.fill('Restarted the pods, by hand, twice.');
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(field).toHaveValue('Restarted the pods, by hand, twice.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue(own);
});

test('the verdict works on a phone, in both themes: everything is there and nothing runs over', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openAs(page);
  for (const theme of ['Professional', 'Addams'] as const) {
    await newPostMortem(page, `On a phone, ${theme}`);
    await chooseTheme(page, theme);
    const code = `\`\`\`\nERROR ${'upstream connect error or disconnect '.repeat(6)}\n\`\`\``;
    const field = page.getByLabel('Description', { exact: true });
    await field.fill(`at 14:02 checkout failed. at 14:25 we rolled back.\n\n${code}`);
    await page.getByRole('button', { name: 'Enhance description' }).click();
    for (const name of ['Accept', 'Keep mine', 'Edit first', 'Choose change by change']) {
      await page.getByRole('button', { name }).scrollIntoViewIfNeeded();
      await expect(page.getByRole('button', { name })).toBeInViewport();
    }
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
    const sheet = await page.getByRole('region', { name: /Your text/ }).boundingBox();
    const block = await page
      .getByRole('region', { name: /Your text/ })
      .locator('pre')
      .boundingBox();
    expect((block?.x ?? 0) + (block?.width ?? 0)).toBeLessThanOrEqual((sheet?.x ?? 0) + (sheet?.width ?? 0));
    await expectAccessible(page, `the verdict on a phone in ${theme}`);
  }
});

test('sentences of a draft are taken one by one, and the rest stays the author’s', async ({ page }) => {
  await openAs(page);
  await newPostMortem(page, 'One by one');
  const field = page.getByLabel('Description', { exact: true });
  const own = 'checkout failed at 14:02. we rolled back at 14:25.';
  await field.fill(own);
  await page.getByRole('button', { name: 'Enhance description' }).click();
  await page.getByRole('button', { name: 'Choose change by change' }).click();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeDisabled();
  await page.getByRole('button', { name: 'Take all' }).click();
  await page.getByRole('button', { name: 'Leave all' }).click();
  await page.locator('#section-description').getByRole('checkbox').first().check();
  await page.getByRole('button', { name: /^Accept/ }).click();
  await expect(field).not.toHaveValue(own);
  await expect(field).toHaveValue(/14:02[\s\S]*14:25/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue(own);
});

test('an empty section is answered in the theme’s own voice', async ({ page }) => {
  await openAs(page);
  await newPostMortem(page, 'Nothing yet');
  await chooseTheme(page, 'Addams');
  await page.getByRole('button', { name: 'Enhance summary' }).click();
  await expect(page.getByText(/An empty grave, how promising/)).toBeVisible();
});

test('a secret stays here: the preview of what is sent shows a placeholder, and the result has it back', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Held back');
  const field = page.getByLabel('Description', { exact: true });
  await field.fill('At 14:02 jane.doe@example.test restarted the pods. It came back at 14:09.');
  await page.getByRole('button', { name: /Preview exactly what is sent/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Nothing is sent now/)).toBeInViewport();
  await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(dialog.getByText(/Nova/)).toHaveCount(0);
  await expect(dialog.getByText(/\[HELD-EMAIL-1\]/).first()).toBeVisible();
  await expect(dialog.getByText('jane.doe@example.test restarted')).toHaveCount(0);
  await expectAccessible(page, 'the preview of what is sent');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Enhance description' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(field).toHaveValue(/jane\.doe@example\.test/);
});

test('keys and addresses in a document are named before it is copied, and a copy without them is offered', async ({
  page,
}) => {
  const key = `AKIA${'IOSFODNN7EXAMPLQ'}`;
  await openAs(page);
  await newPostMortem(page, 'The leaked key');
  const description = page.getByLabel('Description', { exact: true });
  await description.fill('At 10:04 the build printed no key.');
  await expect(page.getByRole('region', { name: 'Private data in this document' })).toHaveCount(0);
  await description.fill(`At 10:04 the build printed the key ${key}. Ask ann@example.com.`);
  const notice = page.getByRole('region', { name: 'Private data in this document' });
  await expect(notice).toContainText('Copies and downloads tell 1 secret and 1 e-mail address');
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `the notice of private data in ${theme}`);
  }

  await page.getByRole('button', { name: 'Copy Markdown', exact: true }).click();
  await expect.poll(() => clipboard(page)).toContain(key);
  await notice.getByRole('button', { name: 'Copy masked' }).click();
  await expect
    .poll(() => clipboard(page))
    .toContain('the key [secret removed]. Ask [e-mail address removed].');
  expect(await clipboard(page)).not.toContain(key);
  const downloading = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Download masked' }).click();
  const file = await (await downloading).path();
  expect(readFileSync(file, 'utf8')).not.toContain('ann@example.com');

  const publication = page.getByRole('region', { name: 'Publication' });
  await publication.getByRole('button', { name: 'Publish', exact: true }).click();
  const ready = page.getByRole('dialog', { name: 'Ready to publish?' });
  await expect(ready).toContainText('Description tells 1 secret and 1 e-mail address.');
  await expect(ready).toContainText('Summary is empty.');
  await expectAccessible(page, 'what speaks against publishing');
  await ready.getByRole('button', { name: /Go there.*Summary is empty/ }).click();
  await expect(page.getByRole('heading', { name: 'Summary' })).toBeFocused();
  await publication.getByRole('button', { name: 'Publish', exact: true }).click();
  await ready.getByRole('button', { name: 'Publish as it is' }).click();
  await expect(publication).toContainText('Every signed-in colleague reads it.');
  await expect(notice).toContainText('This published document tells 1 secret and 1 e-mail address');
  await description.fill('At 10:04 the build printed a key.');
  await expect(notice).toHaveCount(0);
});
