import type { Page } from 'playwright-core';
import { FLOOR_MS, LATENCY_MS } from './benchCloud';
import { editor, newPostMortem, openBrowser, signIn } from './browser';
import type { Bench } from './report';
import { startServedApp } from './servedApp';

const RUNS = 12;
const WARM_UPS = 2;
const SOURCE =
  'db fell over at 14:02 UTC after the 2.14.1 deploy, failover took 9 min, about 1,200 checkouts failed. ' +
  'We suspect the pool size. Rolled back at 14:20, errors gone by 14:25.';

/** What an author waits for: from the click on "Enhance" until the first draft and the verdict are painted. */
export const click: Bench = async () => {
  const app = await startServedApp();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    // The TypeScript loader names functions with this, and the page has no such thing.
    await page.addInitScript('globalThis.__name = (named) => named');
    await signIn(page, app.running);
    await newPostMortem(page, 'A bench');
    await editor(page).fill(SOURCE);
    await page.getByText('Saved', { exact: true }).waitFor();
    const draft: number[] = [];
    const verdict: number[] = [];
    for (let run = -WARM_UPS; run < RUNS; run += 1) {
      const times = await enhance(page);
      await page.getByRole('button', { name: 'Keep mine' }).click();
      if (run < 0) continue;
      draft.push(times.draft / LATENCY_MS.micro);
      verdict.push(times.verdict / FLOOR_MS);
    }
    return [
      { what: 'Click to first draft on screen', unit: '× Micro’s 300 ms', values: draft },
      { what: 'Click to verdict on screen', unit: '× 1,000 ms', values: verdict },
    ];
  } finally {
    await browser.close();
    await app.close();
  }
};

/** Clicks as a person does; the page itself takes the times, of its own click event and its own paints. */
async function enhance(page: Page): Promise<{ draft: number; verdict: number }> {
  const times = page.evaluate(
    () =>
      new Promise<{ draft: number; verdict: number }>((done) => {
        let clicked = 0;
        let draft: Promise<number> | undefined;
        addEventListener(
          'click',
          () => {
            clicked = performance.now();
          },
          { capture: true, once: true },
        );
        // A task that is queued from an animation frame runs after that frame has been painted.
        const painted = () =>
          new Promise<number>((tell) =>
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => tell(performance.now() - clicked);
              port2.postMessage(null);
            }),
          );
        const observer = new MutationObserver(() => {
          const run = document.querySelector('.run');
          if (!draft && run?.textContent?.includes('draft ready')) draft = painted();
          const accept = [...(run?.querySelectorAll('button') ?? [])].some(
            (button) => button.textContent === 'Accept',
          );
          if (!accept || !draft) return;
          observer.disconnect();
          Promise.all([draft, painted()]).then(([first, verdict]) => done({ draft: first, verdict }));
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
  );
  await page.getByRole('button', { name: 'Enhance description' }).click();
  return times;
}
