import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAs, openAsNew, saved } from './person';
import { test } from './screenTest';

/** Nothing has the focus when everything the keyboard knew is gone. */
const focusIsLost = (page: Page) => page.evaluate(() => document.activeElement === document.body);

test('a dialog gives the focus back to its button, and the question about deleting opens on Cancel', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Asked and left');
  await saved(page);
  const ask = page.getByRole('button', { name: 'Delete', exact: true });
  await ask.click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ask).toBeFocused();

  const share = page.getByRole('button', { name: 'Share', exact: true });
  await share.press('Enter');
  await expect(page.getByRole('heading', { name: 'Share' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(share).toBeFocused();
  await share.press('Enter');
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(share).toBeFocused();
});

test('a section link moves the focus at once, and Back leaves the page', async ({ page }) => {
  await openAs(page);
  await newPostMortem(page, 'Jumped through');
  await saved(page);
  const sections = page.getByRole('navigation', { name: 'Sections' });
  for (const name of ['Resolution', 'Impact', 'Action items']) {
    const focused = await sections.getByRole('link', { name }).evaluate((link) => {
      (link as HTMLElement).click();
      return document.activeElement?.textContent;
    });
    expect(focused).toBe(name);
  }
  await expect(page).toHaveURL(/#section-actionItems$/);
  await expect(page.getByRole('heading', { name: 'Action items' })).toBeInViewport();
  const address = page.url();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Post-mortems', exact: true })).toBeVisible();

  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Action items' })).toBeInViewport();
});

test('an offer to take back a removal goes with its document, and the focus stays where the work is', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'A row less');
  const removed = page.getByText('Removed timeline entry 1.');
  await page.getByRole('button', { name: 'Add timeline entry' }).click();
  await page.getByLabel('What happened, timeline entry 1').fill('It fell over.');
  await page.getByRole('button', { name: 'Remove timeline entry 1' }).click();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByLabel('Time, timeline entry 1')).toBeFocused();
  await expect(page.getByLabel('What happened, timeline entry 1')).toHaveValue('It fell over.');

  await page.getByRole('button', { name: 'Remove timeline entry 1' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(removed).toBeHidden();
  expect(await focusIsLost(page)).toBe(false);

  await page.getByRole('button', { name: 'Add timeline entry' }).click();
  await page.getByRole('button', { name: 'Remove timeline entry 1' }).click();
  await expect(removed).toBeVisible();
  await saved(page);
  await page.getByRole('link', { name: 'Nevermore' }).click();
  await expect(page.getByRole('heading', { name: 'Post-mortems', exact: true })).toBeVisible();
  await expect(removed).toBeHidden();
});

test('the address of all post-mortems is the list', async ({ page }) => {
  await openAs(page);
  for (const path of ['/post-mortems', '/post-mortems/']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'Post-mortems', exact: true })).toBeVisible();
  }
});

for (const width of [768, 360]) {
  test(`whether it is saved, and the way to every section, stay in reach on a screen of ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await openAs(page);
    await newPostMortem(page, 'Written on a small screen');
    await page.getByRole('button', { name: 'Add action item' }).click();
    await page.getByLabel('Action, action item 1').fill('Set lock_timeout.');
    await expect(page.getByText('Saved', { exact: true })).toBeInViewport();
    for (const theme of ['Professional', 'Addams'] as const) {
      await chooseTheme(page, theme);
      const [given, needed] = await page.getByLabel('Theme').evaluate((select) => {
        const whole = select.cloneNode(true) as HTMLSelectElement;
        whole.style.cssText = 'position: absolute; visibility: hidden; width: max-content; max-width: none';
        whole.value = (select as HTMLSelectElement).value;
        select.parentElement?.append(whole);
        const widths = [select, whole].map((one) => one.getBoundingClientRect().width);
        whole.remove();
        return widths;
      });
      expect(given, `the name of ${theme} on ${width} pixels`).toBeGreaterThanOrEqual(needed as number);
      await page.getByLabel('Action, action item 1').scrollIntoViewIfNeeded();
      const button = page.getByRole('button', { name: 'Sections' });
      await expect(button).toBeInViewport();
      await expectAccessible(page, `the editor on ${width} pixels, ${theme}`);
      await button.press('Enter');
      const menu = page.getByRole('navigation', { name: 'Sections' });
      await menu.getByRole('link', { name: 'Root cause' }).press('Enter');
      await expect(menu).toBeHidden();
      const heading = page.getByRole('heading', { name: 'Root cause' });
      await expect(heading).toBeFocused();
      // Below the bars, not behind them, once the page has come to rest.
      await expect(async () => {
        const [bar, found] = [await button.boundingBox(), await heading.boundingBox()];
        expect(found?.y).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));
        expect(found?.y).toBeLessThan(370);
      }).toPass();
      const [wide, page_] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(wide).toBe(page_);
    }
  });
}

/** Places in the order of the page's source, with how far down the screen each is. */
const placesInSource = (page: Page, places: Record<string, string>) =>
  page.evaluate((all) => {
    const found = Object.entries(all).map(([name, selector]) => ({
      name,
      one: document.querySelector(selector),
    }));
    return found
      .sort((a, b) =>
        a.one && b.one && a.one.compareDocumentPosition(b.one) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
      )
      .map(({ name, one }) => ({ name, y: one?.getBoundingClientRect().y ?? Number.NaN }));
  }, places);

test('on a phone the page is in the order that one sees, for who writes and for who reads: the document, then what is done with it', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openAs(page);
  const address = await newPostMortem(page, 'Read on a phone');
  await page.getByLabel('Summary', { exact: true }).fill('Checkout failed.');
  await page.getByLabel('Impact', { exact: true }).fill('Orders were late.');
  await saved(page);
  const publication = page.getByRole('region', { name: 'Publication' });
  await publication.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('button', { name: /^Publish (?:as it is|now)$/ }).click();
  await expect(publication.getByText('Published', { exact: true })).toBeVisible();
  const reader = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await openAsNew(reader, { email: 'reads-on-a-phone@nevermore.local', password: 'Tap-tap-tapping-9' });
  await reader.goto(address);
  await expect(reader.getByRole('article')).toContainText('Orders were late.');
  const where = {
    sections: '.outline-button',
    document: '#section-impact',
    copy: '.document-actions .button',
  };
  for (const [one, title] of [
    [page, '.title-input'],
    [reader, 'article h1'],
  ] as const) {
    await one.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const places = await placesInSource(one, { ...where, title });
    expect(places.map(({ name }) => name)).toEqual(['sections', 'title', 'document', 'copy']);
    expect(places.map(({ y }) => y)).toEqual(places.map(({ y }) => y).sort((a, b) => a - b));
  }
  // The way to a section is a menu there, and no list before the title.
  await expect(reader.getByRole('navigation', { name: 'Sections' })).toBeHidden();
  await reader.getByRole('button', { name: 'Sections' }).press('Enter');
  await reader
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: 'Impact' })
    .press('Enter');
  await expect(reader.getByRole('heading', { name: 'Impact' })).toBeFocused();
  await expectAccessible(reader, 'what is read on a phone');
  await reader.context().close();
});
