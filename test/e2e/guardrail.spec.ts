import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAs } from './person';
import { test } from './screenTest';

const BLAMING =
  'db fell over at 14:02. The channel called the operator incompetent. Failover took 9 min, we suspect the pool size.';

const THEMES = ['Professional', 'Addams'] as const;

async function enhance(page: Page) {
  await page.getByRole('button', { name: 'Enhance description', exact: true }).click();
}

for (const theme of THEMES)
  test(`a draft that the guardrail blocks says which policy stopped what, and what to do, in ${theme}`, async ({
    page,
  }, { outputDir }) => {
    await openAs(page);
    await chooseTheme(page, theme);
    await newPostMortem(page, `Blocked by the guardrail in ${theme}`);
    const description = page.getByLabel('Description', { exact: true });
    await description.fill(BLAMING);
    await enhance(page);

    await expect(page.getByRole('heading', { name: 'The guardrail stopped every draft' })).toBeVisible();
    const notes = page.getByRole('region', { name: 'What the guardrail did' });
    await expect(notes.getByRole('listitem')).toHaveCount(2);
    for (const note of await notes.getByRole('listitem').all()) {
      await expect(note).toContainText(
        'The guardrail “Nevermore” blocked this draft: word policy, “incompetent”.',
      );
      await expect(note).toContainText('It stands in your own text.');
    }
    await expect(description).toHaveValue(BLAMING);
    await expectAccessible(page, `a blocked draft in ${theme}`);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await notes.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${outputDir}/guardrail-${theme.toLowerCase()}-${width}.png` });
    }

    await page.setViewportSize({ width: 1280, height: 900 });
    await description.fill(BLAMING.replace('incompetent', 'tired'));
    await enhance(page);
    await expect(notes).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
  });
