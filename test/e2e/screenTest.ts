import { type BrowserContext, test as base, type ConsoleMessage } from '@playwright/test';

interface Screen {
  /** What the test has announced that its pages print. */
  announced: RegExp[];
  /** Announces what the pages may print: the browser itself calls a lost connection an error. */
  mayPrint(what: RegExp): void;
}

/** Said by Amplify of every page that is served by a laptop: its user pool is not at Amazon. */
const ON_A_LAPTOP = /You are using a custom Amazon .*Cognito User Pool endpoint/;

/** The pages of a test printed what it did not announce. */
class StrayOutputError extends Error {
  override name = 'StrayOutputError';
  constructor(readonly lines: readonly string[]) {
    super(`The pages printed what this test has not announced (mayPrint):\n${lines.join('\n')}`);
  }
}

const printed = (message: ConsoleMessage): string =>
  `${message.type()}: ${message.text()} (${message.location().url})`;

/**
 * A test of the screen fails on every error and warning that a page of it prints, and on every error that a
 * page does not catch, unless the test has announced it. Pages that it opens for a second person count too.
 */
export const test = base.extend<Screen>({
  announced: [
    async ({ browser }, use) => {
      const announced = [ON_A_LAPTOP];
      const lines: string[] = [];
      const listen = (context: BrowserContext) => {
        context.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) lines.push(printed(message));
        });
        context.on('weberror', (error) => lines.push(`not caught: ${error.error().stack}`));
      };
      browser.on('context', listen);
      await use(announced);
      browser.off('context', listen);
      const stray = lines.filter((line) => !announced.some((what) => what.test(line)));
      if (stray.length > 0) throw new StrayOutputError(stray);
    },
    { auto: true },
  ],
  mayPrint: async ({ announced }, use) => use((what) => void announced.push(what)),
});
