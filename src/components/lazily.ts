import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** Told on the window when a part of the page could not be fetched and is tried again. */
export const PART_MISSING = 'nevermore:part-missing';

/** How long a fetch of a part rests that failed while the browser thinks it has a connection. */
const AGAIN_AFTER_MS = 5_000;

/** How browsers, and what Vite adds to them, say that a script or a style sheet did not come. */
const NOT_FETCHED =
  /dynamically imported module|importing a module script failed|preload css|failed to fetch|load failed/i;

/**
 * A component that is fetched when it is first shown. Without a connection React would take the whole page away;
 * here its place stays empty, and it comes when the connection does.
 */
// biome-ignore lint/suspicious/noExplicitAny: as React's own `lazy`, which keeps the props of what it loads
export const lazily = <Part extends ComponentType<any>>(
  load: () => Promise<{ default: Part }>,
): LazyExoticComponent<Part> => lazy(() => untilFetched(load));

/** The same for what nobody waits for: it is fetched once its place has stood so long, in milliseconds. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export const lazilyAfter = <Part extends ComponentType<any>>(
  milliseconds: number,
  load: () => Promise<{ default: Part }>,
): LazyExoticComponent<Part> =>
  lazy(async () => {
    await new Promise((done) => setTimeout(done, milliseconds));
    return untilFetched(load);
  });

/** @throws what the part itself throws; only that it could not be fetched is tried again */
export async function untilFetched<T>(load: () => Promise<T>, pause = connectionOrRest): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (!(error instanceof Error && NOT_FETCHED.test(error.message))) throw error;
      window.dispatchEvent(new Event(PART_MISSING));
      await pause();
    }
  }
}

const connectionOrRest = (): Promise<void> =>
  new Promise((done) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      done();
    };
    const timer = setTimeout(go, AGAIN_AFTER_MS);
    window.addEventListener('online', go);
  });
