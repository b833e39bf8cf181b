import { expect } from '@playwright/test';
import { chooseTheme, newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';

test('an open document prints as ink on white without what one works with, whatever the theme', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Printed');
  await page.getByLabel('Description', { exact: true }).fill('It **broke** at 14:02 UTC. [TODO: Where?]');
  await page.getByLabel('Root cause', { exact: true }).fill('The pool was too small.');
  await page.getByRole('button', { name: 'Add action item' }).click();
  await page.getByLabel('Action, action item 1').fill('Set lock_timeout.');
  await saved(page);
  for (const theme of ['Professional', 'Addams'] as const) {
    await page.emulateMedia({ media: 'screen' });
    await chooseTheme(page, theme);
    await page.emulateMedia({ media: 'print' });
    const { background, ink } = await page.evaluate(() => ({
      background: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.body).color,
    }));
    expect([theme, background, ink]).toEqual([theme, 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    const question = page.locator('#section-description .md-question');
    await expect(question).toHaveCSS('background-color', 'rgb(253, 243, 220)');
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.locator('.masthead')).toBeHidden();
    // What is empty is left out, and what is written stands there.
    await expect(page.locator('#section-impact')).toBeHidden();
    await expect(page.locator('#section-description')).toContainText('broke');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('#section-rootCause .writing')).toHaveAttribute(
      'data-printed',
      'The pool was too small.',
    );
    await expect(page.locator('#section-rootCause textarea')).toBeHidden();
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(page.locator('#section-rootCause textarea')).toBeVisible();
    await expect(page.getByLabel('Action, action item 1')).toBeVisible();
    await expect(page.getByLabel('Owner, action item 1')).toBeHidden();
  }
});
