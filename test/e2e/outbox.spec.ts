import { expect } from '@playwright/test';
import { signedPost } from '../../lambda/signedPost';
import { runningCloud as cloud } from './account';
import { expectAccessible } from './person';
import { test } from './screenTest';

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** Sends a mail as a function does: `SendEmail` of SES v2, signed. */
async function send(subject: string, to: string, html?: string) {
  const { services, region, credentials } = cloud();
  const response = await signedPost(`${services}/v2/email/outbound-emails`, 'ses', {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
  })(
    { 'content-type': 'application/json' },
    JSON.stringify({
      FromEmailAddress: 'Raven <raven@nevermore.local>',
      Destination: { ToAddresses: [to] },
      EmailTags: [{ Name: 'kind', Value: 'review' }],
      Content: {
        Simple: {
          Subject: utf8(subject),
          Body: { Text: utf8(`${subject}: https://example.com/r`), ...(html && { Html: utf8(html) }) },
        },
      },
    }),
  );
  expect(response.status).toBe(200);
}

const SCHEMES = ['light', 'dark'] as const;

test('what is sent appears in the outbox by itself, as mail and as text, and what is open stays open', async ({
  page,
  mayPrint,
}) => {
  mayPrint(/violates the following Content Security Policy directive: "img-src data:"/);
  mayPrint(/Blocked script execution in .*\/outbox\/\d+\.html/);
  const loaded: string[] = [];
  page.on('requestfinished', (request) => loaded.push(new URL(request.url()).origin));
  const { outbox, services } = cloud();

  await page.goto(outbox);
  await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `the outbox before the first message, ${colorScheme}`);
  }

  const hostile =
    '<!doctype html><html lang="en"><body><p>Read it</p><img src="https://evil.test/a.png" alt=""><script>alert(1)</script></body></html>';
  await send('Review of “Rotors”', 'ann@example.com', hostile);
  const first = page.getByRole('button', { name: 'Review of “Rotors”' });
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  const article = page.getByRole('article', { name: 'Review of “Rotors”' });
  await expect(article.getByText('Sent', { exact: true })).toBeVisible();
  await expect(article.getByText('kind = review')).toBeVisible();
  await expect(article.getByRole('region', { name: 'Text: Review of “Rotors”' })).toContainText(
    'Review of “Rotors”: https://example.com/r',
  );
  const frame = article.getByTitle('Mail: Review of “Rotors”');
  await expect(frame).toHaveAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');

  await send('Follow-up of “Rotors”', 'bounce@simulator.amazonses.com');
  const second = page.getByRole('article', { name: 'Follow-up of “Rotors”' });
  await expect(second.getByText('Bounced')).toBeVisible();
  await expect(page.getByRole('status')).toContainText('1 new.');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  const newestFirst = page
    .getByRole('list', { name: 'Messages, newest first' })
    .getByRole('heading', { level: 2 });
  await expect(newestFirst.first()).toHaveText('Follow-up of “Rotors”');

  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `the outbox with mail, ${colorScheme}`, ['iframe']);
  }
  expect([...new Set(loaded)]).toEqual([services]);
});

test('what a webhook catches appears there too, on a phone as well', async ({ page }) => {
  const { outbox, webhooks } = cloud();
  await page.setViewportSize({ width: 360, height: 740 });
  const response = await page.request.post(`${webhooks}team`, {
    data: { text: `Review of “Belfry” waits: https://example.com/${'very-long-'.repeat(20)}` },
  });
  expect(await response.text()).toBe('ok');
  await page.goto(outbox);
  const opener = page.getByRole('button', { name: /^Slack: Review of “Belfry” waits/ });
  await opener.click();
  await expect(page.getByRole('article').filter({ has: opener }).getByText('200 ok')).toBeVisible();
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `a caught webhook, ${colorScheme}`, ['iframe']);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
