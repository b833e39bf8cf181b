import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, chromiumPath } from './chromium';

/** Away from the ports of an `npm start` that may be running. */
export const PORT = Number(process.env.E2E_PORT ?? 8173);

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(import.meta.dirname, '../../test-results/browser'),
  globalSetup: './startNevermore.ts',
  // One account is signed in all the time and writes to one library; in order is easier to read.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Wide enough for a slow machine: what is tested is what happens, not how fast.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    actionTimeout: 60_000,
    screenshot: 'only-on-failure',
    // What was done, asked and printed, and the page before and after each step; a film of it would cost more than
    // the tests.
    trace: { mode: 'retain-on-failure', screenshots: false },
    // What moves for ever is drawn for ever: a quarter of the work. The journeys are walked with all that moves.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromiumPath(),
      args: CHROMIUM_ARGUMENTS,
    },
  },
});
