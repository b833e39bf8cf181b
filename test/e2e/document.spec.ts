import { expect, type Page } from '@playwright/test';
import { chooseTheme, expectAccessible, newPostMortem, openAs, saved } from './person';
import { test } from './screenTest';

const WRITTEN = [
  'Checkout failed for **23 minutes**; see [the dashboard](https://grafana.example.com/d/abc).',
  '## What happened',
  '- 14:02 UTC the deploy of `checkout-api` 4.18.2 began, and it took a while until anybody saw what it did\n- rolled back',
  '> We thought it was the cache.',
  '```\nERROR upstream connect error or disconnect/reset before headers\n```',
  'انقطع الدفع لمدة 23 دقيقة 🦇 and in English again, [TODO: how many orders were lost?]',
].join('\n\n');

const field = (page: Page, label = 'Description') => page.getByLabel(label, { exact: true });
const drawn = (page: Page) => page.locator('#section-description .writing-page');
const cursor = (page: Page) =>
  field(page).evaluate((one) =>
    (one as HTMLTextAreaElement).value.slice((one as HTMLTextAreaElement).selectionStart),
  );

async function paste(page: Page, data: Record<string, string>) {
  await page.evaluate(async (parts) => {
    const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, data);
  await page.keyboard.press('Control+v');
}

test('Markdown is seen formatted where it is typed, and a click goes to the letter that was clicked', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Seen as it will be');
  await field(page).fill(WRITTEN);
  await field(page).blur();
  for (const theme of ['Professional', 'Addams'] as const) {
    await chooseTheme(page, theme);
    await expect(drawn(page).locator('strong')).toHaveText('**23 minutes**');
    await expect(drawn(page).locator('strong .md-mark').first()).toBeHidden();
    await expectAccessible(page, `a formatted section in ${theme}`);

    await drawn(page).getByText('rolled back').scrollIntoViewIfNeeded();
    const words = await drawn(page).getByText('rolled back').boundingBox();
    await page.mouse.click((words?.x ?? 0) + 1, (words?.y ?? 0) + 8);
    await expect(field(page)).toBeFocused();
    expect(await cursor(page)).toMatch(/^rolled back/);
    await expect(drawn(page).locator('strong .md-mark').first()).toBeVisible();

    // While one writes, every letter lies where the field has it; between two letters either may be nearer.
    const apart = await field(page).evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const page = one.parentElement?.querySelector('.writing-page') as HTMLElement;
      const misplaced: string[] = [];
      for (let y = top + 20; y < top + height - 20 && y < innerHeight; y += 9) {
        for (let x = left + 20; x < left + width; x += 37) {
          const inField = document.caretPositionFromPoint(x, y)?.offset;
          (one as HTMLElement).style.pointerEvents = 'none';
          const below = document.caretPositionFromPoint(x, y);
          (one as HTMLElement).style.pointerEvents = '';
          const range = document.createRange();
          range.setStart(page, 0);
          range.setEnd(below?.offsetNode as Node, below?.offset ?? 0);
          const inPage = range.toString().length;
          if (Math.abs((inField ?? -9) - inPage) > 1) misplaced.push(`${x},${y}: ${inField} ${inPage}`);
        }
      }
      return misplaced;
    });
    expect(apart).toEqual([]);
    await field(page).blur();
  }
  await expect(field(page)).toHaveValue(WRITTEN);
  await saved(page);
});

test('what is pasted becomes what was meant, can be undone, and a picture is refused with a word', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Pasted');
  await field(page).fill('See the dashboard.');
  await field(page).evaluate((one) => (one as HTMLTextAreaElement).setSelectionRange(4, 17));
  await paste(page, { 'text/plain': 'https://x.test/d' });
  await expect(field(page)).toHaveValue('See [the dashboard](https://x.test/d).');
  await page.keyboard.press('Control+z');
  await expect(field(page)).toHaveValue('See the dashboard.');
  await page.keyboard.press('Control+Shift+z');
  await expect(field(page)).toHaveValue('See [the dashboard](https://x.test/d).');

  await field(page).fill('');
  const html = '<h2>Why</h2><ul><li>a <b>lock</b></li></ul>';
  await paste(page, { 'text/plain': 'Why\na lock', 'text/html': html });
  await expect(field(page)).toHaveValue('## Why\n\n- a **lock**');
  await expect(page.getByText('Pasted as Markdown.')).toBeVisible();

  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done));
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture as Blob })]);
  });
  await field(page).press('Control+v');
  await expect(page.getByText(/Pictures cannot be kept here/)).toBeVisible();
});

test('five megabytes are pasted into no field, with a word on how much a document holds, and the page goes on', async ({
  page,
}) => {
  await openAs(page);
  await newPostMortem(page, 'Too much');
  for (const name of ['Title', 'Description', 'Service']) {
    const before = await field(page, name).inputValue();
    // As the browser tells of a paste: its clipboard takes as long as the field would.
    await field(page, name).evaluate((one) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'a word '.repeat(750_000));
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      if (one.dispatchEvent(paste)) document.execCommand('insertText', false, 'it was let in');
    });
    await expect(
      page.getByText('That is 5,250 KB, and a document holds 380. Nothing was pasted.').last(),
    ).toBeVisible();
    await expect(field(page, name)).toHaveValue(before);
  }
  await field(page).fill('It goes on.');
  await saved(page);
});

test('a word that is being composed is drawn by the browser, and a version from elsewhere leaves the cursor', async ({
  page,
  context,
}) => {
  await openAs(page);
  const address = await newPostMortem(page, 'Composed');
  await field(page).fill('**Payments** failed. ');
  const typing = await context.newCDPSession(page);
  await typing.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await expect(drawn(page)).toBeHidden();
  await typing.send('Input.insertText', { text: '日本' });
  await expect(drawn(page)).toBeVisible();
  await expect(field(page)).toHaveValue('**Payments** failed. 日本');
  await saved(page);

  await field(page).evaluate((one) => (one as HTMLTextAreaElement).setSelectionRange(13, 13));
  const elsewhere = await context.newPage();
  await elsewhere.goto(address);
  await field(elsewhere).fill('At 14:02 **payments** failed. 日本');
  await expect(field(page)).toHaveValue('At 14:02 **payments** failed. 日本');
  expect(await cursor(page)).toBe('failed. 日本');
});

test('the facts are one line of a written document, and open for whoever edits them', async ({ page }) => {
  await openAs(page);
  const address = await newPostMortem(page, 'Told in a line');
  await page.getByLabel('Severity').selectOption('SEV1');
  await page.getByLabel('Service').fill('checkout-api');
  await page.getByLabel('Started').fill('2026-03-04T14:02');
  await page.getByLabel('Resolved').fill('2026-03-04T14:40');
  await saved(page);
  await page.goto('/');
  await page.goto(address);
  const facts = page.getByRole('region', { name: 'Facts' });
  await expect(facts).toContainText(/SEV1.*checkout-api/);
  await expect(page.getByRole('list', { name: 'How long it took' })).toContainText('TTR 38 min');
  await expect(page.getByLabel('Severity')).toBeHidden();
  await facts.getByText('Edit facts').click();
  await page.getByLabel('Detected', { exact: true }).fill('2026-03-04T14:01');
  await expect(facts.getByText(/Is one of them mistyped/)).toBeVisible();
  await facts.getByText('Edit facts').click();
  await expect(page.getByLabel('Detected', { exact: true })).toBeHidden();
  await expect(facts).toContainText('“Detected” is before “Started”.');
  // With something wrong in it, it opens by itself.
  await page.reload();
  await expect(page.getByLabel('Detected', { exact: true })).toBeVisible();
});
