import { expect } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAsNew, saved } from './person';
import { test } from './screenTest';

test('a document is copied with its looks for Slack, saved as one file, and leaves without names', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAsNew(page, { email: 'exporter@nevermore.local', password: 'Tap-tap-tapping-9' });
  await newPostMortem(page, 'Checkout down');
  await page
    .getByLabel('Summary', { exact: true })
    .fill('Kofi paged **Priya** about db-prod-3 and project Raven. @channel OPS-1234');
  await saved(page);

  const menu = page.getByRole('button', { name: 'Copy or download as …' });
  await menu.press('Enter');
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  for (const theme of ['Addams', 'Professional'] as const) {
    await chooseTheme(page, theme);
    await expectAccessible(page, `the forms to leave in, ${theme}`);
  }
  const slack = page.getByRole('button', { name: 'Copy for Slack' });
  await slack.press('Enter');
  await expect(page.getByText('Copied: Slack.')).toBeVisible();
  const clipboard = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return { text: await read('text/plain'), html: await read('text/html') };
  });
  expect(clipboard.text).toContain('*Priya*');
  expect(clipboard.text).not.toContain('@channel');
  expect(clipboard.html).toContain('<strong>Priya</strong>');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download for HTML' }).click();
  expect((await download).suggestedFilename()).toBe('checkout-down.html');

  await page.getByRole('button', { name: 'Public version …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Public version' });
  await dialog.getByLabel('More words to take out').fill('raven');
  await dialog.getByRole('checkbox', { name: 'db-prod-3' }).uncheck();
  await expectAccessible(page, 'a public version');
  await dialog.getByRole('button', { name: 'Copy public version' }).click();
  await expect(page.getByText('Copied to the clipboard.')).toBeAttached();
  const told = await page.evaluate(() => navigator.clipboard.readText());
  expect(told).toContain('db-prod-3');
  for (const gone of ['Kofi', 'Priya', 'Raven', 'OPS-1234']) expect(told).not.toContain(gone);

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Public version …' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Make it a post-mortem of its own' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(/^Public version: /);
  await expect(page.getByRole('region', { name: 'Publication' })).toContainText('Draft');
  await page.goBack();

  await menu.click();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveAttribute('aria-expanded', 'false');
  await expect(menu).toBeFocused();
});

test('a post-mortem that was written elsewhere comes in with a preview of what becomes of it', async ({
  page,
}) => {
  await openAsNew(page, { email: 'importer@nevermore.local', password: 'Tap-tap-tapping-9' });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a post-mortem' });
  await dialog
    .getByLabel('Or paste it here')
    .fill(
      '# Queue stalled\n\n## Customer impact\n\nOrders were late.\n\n## Timeline\n\n- 14:02 stalled\n\n## Glossary\n\nA term',
    );
  await expect(
    dialog.getByText('Impact, Description · 1 entry in the timeline · 0 action items'),
  ).toBeVisible();
  await expect(dialog.getByText('Glossary: A term')).toBeVisible();
  await expectAccessible(page, 'an import');
  await dialog.getByRole('button', { name: 'Import as a draft' }).click();
  await expect(page.getByLabel('Impact', { exact: true })).toHaveValue('Orders were late.');
  await expect(page.getByLabel('Title')).toHaveValue('Queue stalled');
});
