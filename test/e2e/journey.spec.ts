import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chooseTheme, clipboard, expectAccessible, newPostMortem, saved, signIn } from './person';

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

async function enhanceAndAccept(page: Page, label: string, text: string, theme: string) {
  const field = page.getByLabel(label, { exact: true });
  await field.fill(text);
  await page.getByRole('button', { name: `Enhance ${label.toLowerCase()}` }).click();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await expect(page.getByText('offline drafter (rules, no model)').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /Winner: Nova/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Other draft: Nova/ })).toBeVisible();
  await expectAccessible(page, `the verdict in ${theme}`);
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
  await signIn(page);
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

test('a draft can be edited before it is taken, or refused, and a second run can be asked for', async ({
  page,
}) => {
  await signIn(page);
  await newPostMortem(page, 'Edit first');
  const field = page.getByLabel('Resolution', { exact: true });
  await field.fill('Restarted the pods. It came back.');
  await page.getByRole('button', { name: 'Enhance resolution' }).click();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(field).toHaveValue('Restarted the pods. It came back.');
  await expect(page.getByRole('button', { name: 'Accept' })).toBeHidden();

  await page.getByRole('button', { name: 'Enhance resolution' }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Edit first' }).click();
  const editing = page.getByRole('textbox', { name: /draft/i });
  await editing.fill('Restarted the pods, by hand, twice.');
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(field).toHaveValue('Restarted the pods, by hand, twice.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue('Restarted the pods. It came back.');
});

test('an empty section is answered in the theme’s own voice', async ({ page }) => {
  await signIn(page);
  await newPostMortem(page, 'Nothing yet');
  await chooseTheme(page, 'Addams');
  await page.getByRole('button', { name: 'Enhance summary' }).click();
  await expect(page.getByText(/An empty grave, how promising/)).toBeVisible();
});

test('a secret stays here: the preview of what is sent shows a placeholder, and the result has it back', async ({
  page,
}) => {
  await signIn(page);
  await newPostMortem(page, 'Held back');
  const field = page.getByLabel('Description', { exact: true });
  await field.fill('At 14:02 jane.doe@example.test restarted the pods. It came back at 14:09.');
  await page.getByRole('button', { name: /Preview exactly what is sent/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/\[HELD-EMAIL-1\]/).first()).toBeVisible();
  await expect(dialog.getByText('jane.doe@example.test restarted')).toHaveCount(0);
  await expectAccessible(page, 'the preview of what is sent');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Enhance description' }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(field).toHaveValue(/jane\.doe@example\.test/);
});
