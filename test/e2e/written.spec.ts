import { expect, type Page } from '@playwright/test';
import { newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';

const ARABIC = 'انقطع الدفع لمدة 23 دقيقة بعد release 4.18.2.';

const directionOf = (page: Page, label: string) =>
  page
    .getByLabel(label, { exact: true })
    .evaluate((field) => [getComputedStyle(field).direction, getComputedStyle(field).textAlign]);

/** The levels of the headings that are on the screen, in the order of the page. */
const levels = (page: Page) =>
  page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((headings) =>
      headings.filter((one) => one.checkVisibility()).map(({ tagName }) => Number(tagName[1])),
    );

async function expectOrderedHeadings(page: Page, where: string) {
  const found = await levels(page);
  expect(found[0], where).toBe(1);
  expect(
    found.filter((level) => level === 1),
    where,
  ).toHaveLength(1);
  for (const [index, level] of found.entries()) {
    expect(level, `${where}: ${found}`).toBeLessThanOrEqual((found[index - 1] ?? 0) + 1);
  }
}

test('what reads from right to left is laid out from right to left, in fields, preview, drafts and library', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, ARABIC);
  await page
    .getByLabel('Description', { exact: true })
    .fill(`${ARABIC}\n\n- ${ARABIC}\n\nIn English again: rolled back at 14:25 UTC, it broke at 14:02 UTC.`);
  for (const label of ['Title', 'Description']) {
    expect((await directionOf(page, label))[0]).toBe('rtl');
  }
  await page.getByRole('button', { name: 'Preview description' }).click();
  const preview = page.locator('.preview');
  await expect(preview.getByRole('listitem')).toHaveCSS('direction', 'rtl');
  await expect(preview.getByText(/In English again/).first()).toHaveCSS('direction', 'ltr');
  await page.getByRole('button', { name: 'Enhance description' }).click();
  // Rules leave Arabic as it is, so there is nothing to take and the drafts wait behind a button.
  await page.getByRole('button', { name: 'Show the last drafts of description' }).click();
  const own = page.getByRole('region', { name: /Your text/ });
  await expect(own.getByRole('listitem').first()).toHaveCSS('direction', 'rtl');
  await saved(page);
  await page.goto('/');
  await expect(page.getByRole('link', { name: ARABIC })).toHaveCSS('direction', 'rtl');
});

test('headings go down one level at a time, whatever an author writes', async ({ page }) => {
  await openAs(page);
  await expectOrderedHeadings(page, 'the library');
  await newPostMortem(page, 'Headings of all sizes');
  await page
    .getByLabel('Description', { exact: true })
    .fill('# One\n\nAt 14:02 UTC it broke.\n\n#### Four\n\nIt may be the disk.');
  await page.getByRole('button', { name: 'Preview description' }).click();
  await expect(page.getByRole('heading', { name: 'Four' })).toBeVisible();
  await expectOrderedHeadings(page, 'a preview');
  await page.getByRole('button', { name: 'Enhance description' }).click();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await expect(page.getByRole('region', { name: /Your text/ })).toBeVisible();
  await expectOrderedHeadings(page, 'a verdict');
});

test('the column keeps its width when a verdict opens, and a long line scrolls inside it', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'As wide as before');
  const field = page.getByLabel('Description', { exact: true });
  await field.fill(
    `At 14:02 UTC it broke.\n\n\`\`\`\n${'x'.repeat(400)}\n\`\`\`\n\n| ${'y'.repeat(200)} | b |\n| --- | --- |`,
  );
  const widths: number[] = [];
  const measure = async () => {
    widths.push((await field.boundingBox())?.width ?? 0);
    const [wide, page_] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(wide).toBe(page_);
  };
  await measure();
  await page.getByRole('button', { name: 'Preview description' }).click();
  await expect(page.locator('.preview pre')).toBeVisible();
  await measure();
  await page.getByRole('button', { name: 'Enhance description' }).click();
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await expect(page.getByRole('region', { name: /Your text/ })).toBeVisible();
  await measure();
  expect(new Set(widths).size).toBe(1);
  for (const width of [1024, 768, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await measure();
  }
});
