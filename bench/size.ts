import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { cacheDir } from './benchCloud';
import { editor, newPostMortem, openBrowser, signIn } from './browser';
import type { Bench } from './report';
import { type ServedApp, startServedApp } from './servedApp';

const kilobytes = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length / 1_000;

/** What a visitor downloads, gzipped (1 KB is 1,000 bytes), against a page that imports `Authenticator` at once. */
export const size: Bench = async () => {
  const app = await startServedApp();
  const browser = await openBrowser();
  try {
    const peer = entryScripts(await buildAuthenticatorPage());
    const { all, formatting } = await untilEditorWorks(browser, app);
    // The other theme's font is fetched ahead, at the lowest priority; the editor works without it.
    const downloads = all.filter(({ ahead }) => !ahead);
    const scripts = downloads.filter(({ type }) => type === 'script');
    const sum = (some: typeof all) => some.reduce((total, { gzipped }) => total + gzipped, 0);
    return [
      { what: 'Entry JavaScript', aim: '≤ 100', unit: 'KB', values: [entryScripts(app.directory)] },
      { what: 'Entry JavaScript of a page with an eager Authenticator', unit: 'KB', values: [peer] },
      { what: 'Entry ÷ that page', unit: '×', values: [entryScripts(app.directory) / peer] },
      { what: 'JavaScript until the editor works, signed in', unit: 'KB', values: [sum(scripts)] },
      { what: 'Everything until the editor works', aim: '≤ 230', unit: 'KB', values: [sum(downloads)] },
      { what: 'Everything until the editor works ÷ that page', unit: '×', values: [sum(downloads) / peer] },
      { what: 'More, with the first Markdown in a section', unit: 'KB', values: [sum(formatting)] },
      { what: 'Fetched ahead for later beside it', unit: 'KB', values: [sum(all) - sum(downloads)] },
      {
        what: 'Bundle of the durable function that drafts',
        aim: '≤ 200',
        unit: 'KB',
        values: [functionBundle(app, 'Enhance')],
      },
      {
        what: 'Bundle of the durable function of reviews',
        aim: '≤ 200',
        unit: 'KB',
        values: [functionBundle(app, 'Review')],
      },
      {
        what: 'Bundle of the durable function of the archive',
        aim: '≤ 200',
        unit: 'KB',
        values: [functionBundle(app, 'Archive')],
      },
    ];
  } finally {
    await browser.close();
    await app.close();
  }
};

/** The scripts that a built page names itself: whatever loads before the app decides anything. */
function entryScripts(directory: string): number {
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  const paths = [...page.matchAll(/(?:<script[^>]*src|<link rel="modulepreload"[^>]*href)="\/?([^"]+)"/g)];
  return paths.reduce((total, [, path = '']) => total + kilobytes(readFileSync(join(directory, path))), 0);
}

function functionBundle(app: ServedApp, name: string): number {
  const durable = app.assembly.functions.find((fn) => fn.durable !== undefined && fn.name.startsWith(name));
  if (!durable) throw new Error(`The backend has no durable function ${name}.`);
  const files = readdirSync(durable.assetDir).map((file) => readFileSync(join(durable.assetDir, file)));
  return kilobytes(Buffer.concat(files));
}

/**
 * What Chromium downloads when somebody who is signed in opens a post-mortem, with an empty cache, and what
 * more when a section holds Markdown.
 */
async function untilEditorWorks(browser: Browser, app: ServedApp) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, app.running);
  const address = await newPostMortem(page, 'A bench');
  const signedIn = await context.storageState();
  await context.close();

  const fresh = await browser.newContext({ storageState: signedIn });
  const opened = await fresh.newPage();
  const bodies: Array<Promise<{ type: string; ahead: boolean; gzipped: number }>> = [];
  opened.on('response', (response) => {
    const { origin, pathname } = new URL(response.url());
    // The script that only the local cloud puts in front, and answers of the API, are no part of the app.
    if (origin !== app.url || pathname === '/local-websocket.js') return;
    const type = response.request().resourceType();
    const ahead = response.request().headers()['sec-purpose'] === 'prefetch';
    bodies.push(response.body().then((body) => ({ type, ahead, gzipped: kilobytes(body) })));
  });
  await opened.goto(address);
  await editor(opened).fill('It works.');
  await opened.waitForLoadState('networkidle');
  const before = bodies.length;
  await editor(opened).fill('**It works.**');
  await opened.locator('.writing-page strong').waitFor();
  const downloads = await Promise.all(bodies);
  await fresh.close();
  return { all: downloads.slice(0, before), formatting: downloads.slice(before) };
}

/** The peer: how the Amplify guides begin, with the data client that this app needs too. */
async function buildAuthenticatorPage(): Promise<string> {
  const root = join(cacheDir, 'authenticator-page');
  mkdirSync(root, { recursive: true });
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><div id="root"></div><script type="module" src="/main.tsx"></script>',
  );
  writeFileSync(
    join(root, 'main.tsx'),
    `import { Authenticator } from '@aws-amplify/ui-react';
     import '@aws-amplify/ui-react/styles.css';
     import { Amplify } from 'aws-amplify';
     import { generateClient } from 'aws-amplify/data';
     import { createRoot } from 'react-dom/client';
     Amplify.configure({});
     Object.assign(globalThis, { client: generateClient() });
     createRoot(document.getElementById('root')!).render(<Authenticator>{() => <p>Hello</p>}</Authenticator>);`,
  );
  const outDir = join(root, 'dist');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    esbuild: { jsx: 'automatic' },
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  return outDir;
}
