import { existsSync } from 'node:fs';

/** There is no browser to test with. */
export class NoChromiumError extends Error {
  constructor(looked: readonly string[]) {
    super(
      `The browser tests need Chromium or Chrome, and there is none at ${looked.join(', ')}. ` +
        'Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to it.',
    );
    this.name = 'NoChromiumError';
  }
}

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Chromium without a sandbox of its own, a screen, or connections that the test did not ask for. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The installed browser; Playwright's own download is not used. @throws NoChromiumError */
export function chromiumPath(environment: NodeJS.ProcessEnv = process.env): string {
  const places = environment.CHROMIUM_PATH ? [environment.CHROMIUM_PATH] : USUAL_PLACES;
  const found = places.find((place) => existsSync(place));
  if (!found) throw new NoChromiumError(places);
  return found;
}
