import { untilFetched } from '../components/lazily';
import type { Italian } from './italian';
import { type Language, localeOf, preferredLanguage } from './languages';

/** Where the choice is kept on this device. */
const STORAGE_KEY = 'nevermore.language';
/** A page that has waited so long for its words is shown in English, and turns when they are there. */
const LONGEST_WAIT_MS = 4_000;

// English needs no words: it stands where it is said.
let language: Language = 'en';
let italian: Italian | null = null;
const listeners = new Set<() => void>();

/** The language of the screen. */
export const spokenLanguage = (): Language => language;

/** What turns English into the language of the screen; null while that is English. */
export const spokenWords = (): Italian | null => (language === 'it' ? italian : null);

/** How dates and numbers are written, as BCP 47 names it. */
export const locale = (): string => localeOf(language, readersTags());

/** Calls back whenever the screen has another language. @returns what ends it */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Speaks as was chosen on this device, or else as the browser asks. Resolves once a page may be shown. */
export async function beginSpeaking(): Promise<void> {
  const first = remembered() ?? preferredLanguage(readersTags());
  if (first === 'en') return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((done) => {
    timer = setTimeout(done, LONGEST_WAIT_MS);
  });
  await Promise.race([speak(first), patience]);
  clearTimeout(timer);
}

/** Speaks another language from now on, here and when this device comes again. */
export function chooseLanguage(next: Language): Promise<void> {
  try {
    localStorage.setItem(STORAGE_KEY, next);
  } catch (error) {
    // The choice still holds until the tab is closed.
    console.warn('The language could not be remembered on this device.', error);
  }
  return speak(next);
}

let asked: Language = 'en';

/** Without a connection the words of another language come when it is back; until then nothing changes. */
async function speak(next: Language): Promise<void> {
  asked = next;
  if (next === 'it') italian ??= (await untilFetched(() => import('./italian'))).ITALIAN;
  // Somebody may have changed their mind while the words were on their way.
  if (asked !== next || language === next) return;
  language = next;
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

const readersTags = (): readonly string[] =>
  typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);

function remembered(): Language | null {
  try {
    const kept = localStorage.getItem(STORAGE_KEY) ?? '';
    return kept === 'it' || kept === 'en' ? kept : null;
  } catch {
    // Storage is switched off: the browser's own languages decide.
    return null;
  }
}
