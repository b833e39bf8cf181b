import { expect } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';

const NOTES =
  'checkout failed at 14:02 after the deploy. 3k orders were lost. rolled back at 14:25 and it recovered.';

test('what belongs to another section is offered to it, moved there, and taken back byte for byte', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Moved to where it belongs');
  const description = page.getByLabel('Description', { exact: true });
  const impact = page.getByLabel('Impact', { exact: true });
  await impact.fill('Nobody could pay.  \n');
  await description.fill(NOTES);
  for (const theme of ['Professional', 'Addams'] as const) {
    await chooseTheme(page, theme);
    const offer = page.getByText(/belongs? to Impact: move\?/);
    await offer.click();
    await expect(page.getByText('3k orders were lost.').last()).toBeVisible();
    await expectAccessible(page, `an offer to move in ${theme}`);
    await page.getByRole('button', { name: /Move (?:it|them) to Impact/ }).click();
    await expect(impact).toHaveValue(/^Nobody could pay\.\n\n.*3k orders were lost/);
    await expect(description).not.toHaveValue(/3k orders/);
    await expect(description).toHaveValue(/14:02[\s\S]*14:25/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(description).toHaveValue(NOTES);
    await expect(impact).toHaveValue('Nobody could pay.  \n');
  }
  await saved(page);
});
