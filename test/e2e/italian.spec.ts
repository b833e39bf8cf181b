import { expect, type Page } from '@playwright/test';
import { ITALIAN } from '../../src/language/italian';
import { demoAccount, rememberSignIn } from './account';
import { expectAccessible } from './person';
import { test } from './screenTest';

/** English that Italian says otherwise. Names of people and documents may be any words; these are looked for whole. */
const ENGLISH = new Set(
  Object.entries(ITALIAN.phrases).flatMap(([english, italian]) =>
    typeof italian === 'string' && italian !== english && !english.includes('{')
      ? [english.split('|')[0]]
      : [],
  ),
);

/** Nothing that a page shows or names is a phrase of ours in English. */
async function expectItalian(page: Page, where: string) {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      // What an author wrote is in the author's language, and so are the names of the languages.
      if (!parentElement?.closest('script, style, [lang], .prose, bdi, .sheet-text, code'))
        found.push(textContent ?? '');
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    return found.map((text) => text.trim());
  });
  expect(
    texts.filter((text) => ENGLISH.has(text)),
    `what is English ${where}`,
  ).toEqual([]);
}

const SHOTS = process.env.ITALIAN_SHOTS;

/** In both themes, on a desk and on a phone. */
async function lookAt(page: Page, where: string) {
  for (const theme of ['professional', 'addams']) {
    await page.getByLabel('Tema').selectOption(theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      // What axe sees of a theme it sees at one width; of the other one, whether it fits.
      if ((theme === 'addams') === (width === 360))
        await expectAccessible(page, `${where} in Italian, ${theme}, ${width} px`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `how wide ${where} is at ${width} px`).toBeLessThanOrEqual(width);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${where}-${theme}-${width}.png`, fullPage: true });
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel('Tema').selectOption('professional');
  await expectItalian(page, where);
}

test('an incident is written, enhanced, published and counted in Italian', async ({ page }) => {
  // Six pages in two themes at two widths.
  test.setTimeout(600_000);
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByLabel('Language').selectOption('Italiano');
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await expect(page.getByRole('tab', { name: 'Crea account' })).toBeVisible();
  await lookAt(page, 'sign-in');

  const { email, password } = demoAccount();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Post-mortem', exact: true })).toBeVisible();
  await lookAt(page, 'library');

  await page.getByRole('button', { name: 'Nuovo post-mortem' }).click();
  await page.getByLabel('Titolo', { exact: true }).fill('Pagamenti fermi per 23 minuti');
  await page.getByLabel('Servizio').fill('checkout-api');
  const description = page.getByLabel('Descrizione', { exact: true });
  await description.fill(
    'deployed release 4.18.2 at 14:02. p99 went from 300 ms to the 30 s timeout right away. first alert 14:06. 14:19 killed the migration, error rate went down. 14:25 all green.',
  );
  await page.getByRole('button', { name: 'Aggiungi voce della cronologia' }).click();
  await page.getByLabel('Ora, voce 1 della cronologia').fill('14:02 UTC');
  await page.getByLabel('Che cosa è successo, voce 1 della cronologia').fill('Release 4.18.2 in produzione.');
  await page.getByRole('button', { name: 'Aggiungi azione correttiva' }).click();
  await page
    .getByLabel('Azione, azione correttiva 1')
    .fill('Mettere un lock_timeout al ruolo delle migrazioni');
  await expect(page.getByText('Salvato', { exact: true })).toBeVisible();
  await lookAt(page, 'editor');

  await page.getByRole('button', { name: 'Migliora descrizione' }).click();
  await expect(page.getByRole('button', { name: 'Accetta' })).toBeVisible();
  await page.getByText(/^Punteggi e tempo/).click();
  await lookAt(page, 'verdict');
  await page.getByRole('button', { name: 'Accetta' }).click();
  await expect(page.getByText('Ora la bozza è nella tua sezione.')).toBeVisible();
  // Drafts are in the language of the text.
  await expect(description).toHaveValue(/14:19/);

  await page.getByRole('button', { name: 'Pubblica', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Pronto da pubblicare?' });
  await expect(dialog.getByText(/^Sintesi: manca il testo\. Che cosa è successo/)).toBeVisible();
  await expectAccessible(page, 'the question about publishing in Italian');
  await expectItalian(page, 'in the question about publishing');
  await dialog.getByRole('button', { name: 'Non ancora' }).click();

  await page.getByRole('link', { name: 'Azioni', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Azioni aperte' })).toBeVisible();
  await expect(page.getByText('Mettere un lock_timeout')).toBeVisible();
  await lookAt(page, 'actions');

  await page.getByRole('link', { name: 'Tendenze' }).click();
  await expect(page.getByRole('heading', { name: 'Tendenze', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Azioni aperte per età' })).toBeVisible();
  await lookAt(page, 'trends');

  // Remembered on the device, and given back.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Tendenze', exact: true })).toBeVisible();
  await page.getByLabel('Lingua').selectOption('English');
  await expect(page.getByRole('heading', { name: 'Trends', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a browser that asks for Italian has it at once, and nothing is lost when the language changes', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'it-IT' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.getByRole('tab', { name: 'Accedi' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  const { email, password } = demoAccount();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Accedi', exact: true }).click();
  await page.getByRole('button', { name: 'Nuovo post-mortem' }).click();
  await page.getByLabel('Titolo', { exact: true }).fill('In due lingue');
  await page.getByRole('button', { name: 'Aggiungi persona' }).click();
  await page.getByLabel('Nome, persona 1').fill('Ana');
  await page.getByLabel('Sintesi', { exact: true }).fill('Half a sen');
  await page.getByLabel('Lingua').selectOption('English');
  await expect(page.getByRole('button', { name: 'Enhance summary' })).toBeVisible();
  await expect(page.getByLabel('Summary', { exact: true })).toHaveValue('Half a sen');
  await expect(page.getByLabel('Name, person 1')).toHaveValue('Ana');
  await context.close();
});

test('no dialog, menu or page speaks English to somebody who chose Italian', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('nevermore.language', 'it'));
  await rememberSignIn(page, demoAccount());
  await page.goto('/');

  const ask = async (button: string | RegExp, dialog: string | RegExp, then = async () => {}) => {
    await page
      .getByRole('button', { name: button, exact: typeof button === 'string' })
      .first()
      .click();
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await then();
    await expectItalian(page, `in the dialog ${dialog}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: dialog })).toBeHidden();
  };

  await ask('Importa', 'Importa un post-mortem', async () => {
    await page
      .getByLabel('Oppure incollalo qui')
      .fill('# Down\n\n## Impact\n\nAll of it.\n\n## Odd\n\nNo place.');
    await expect(page.getByText('Non ha trovato un posto suo')).toBeVisible();
  });
  await page.getByRole('button', { name: 'Nuovo post-mortem' }).click();
  await page.getByLabel('Titolo', { exact: true }).fill('Un certificato scaduto');
  await page
    .getByLabel('Sintesi', { exact: true })
    .fill('It lasted 3 hours. Bob forgot it; ask bob@example.org. A disaster! [TODO: who was affected?]');
  await page.getByLabel('Descrizione', { exact: true }).fill('At 14:02 it broke, at 13:10 it was back.');
  await page.getByRole('button', { name: 'Aggiungi persona' }).click();
  await page.getByLabel('Nome, persona 1').fill('Ana');
  await expect(page.getByText('Salvato', { exact: true })).toBeVisible();
  await expect(page.getByText('Che cosa manca?')).toBeVisible();
  await expect(page.getByText('1 valore viene trattenuto').first()).toBeVisible();

  await ask('Importa cronologia', 'Importa cronologia', async () => {
    await page
      .getByLabel('Oppure incolla una chat')
      .fill('14:02 deploy started\n\nsomething else\n2026-03-04 14:09 UTC alert');
    await expect(page.getByText(/^4 righe: 2 voci/)).toBeVisible();
  });
  await ask('Condividi', 'Condividi');
  await ask('Modifiche', 'Modifiche', () => expect(page.getByText('Confronta con')).toBeVisible());
  await ask('Rivedi il documento', 'Revisione del documento', () =>
    expect(page.getByRole('dialog').getByText(/Nomina una persona/)).toBeVisible(),
  );
  await ask('Salva come modello', 'Salva come modello');
  await ask('Pubblica', 'Pronto da pubblicare?');
  await ask('Elimina', 'Eliminare questo post-mortem?');
  await page.getByRole('button', { name: 'Copia o scarica come …' }).click();
  await expectItalian(page, 'in the list of forms');
  await ask('Versione pubblica …', 'Versione pubblica');
  await page.getByRole('button', { name: 'Commenta sintesi' }).click();
  await expectItalian(page, 'beside a comment');

  await page.goto('/your-data');
  await expect(page.getByRole('heading', { name: 'I tuoi dati' })).toBeVisible();
  await expect(page.getByText(/^Hai /)).toBeVisible();
  await expectItalian(page, 'on the page of one’s data');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Scorciatoie da tastiera' })).toBeVisible();
  await expectItalian(page, 'among the shortcuts');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Che cosa vuoi fare?' })).toBeVisible();
  await expectItalian(page, 'in the palette');
  await page.keyboard.press('Escape');
  for (const list of ['shared', 'published', 'archived', 'deleted']) {
    await page.goto(`/?list=${list}`);
    await expect(page.getByRole('main').locator('p.panel, li.listing').first()).toBeVisible();
    await expectItalian(page, `in the list ${list}`);
  }
  await page.goto('/?search=certificato');
  await expect(page.getByRole('link', { name: 'Un certificato scaduto' })).toBeVisible();
  await expectItalian(page, 'in what was found');
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'Questa pagina non esiste' })).toBeVisible();
  await expectItalian(page, 'where there is no page');
});
