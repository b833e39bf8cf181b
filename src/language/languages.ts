/** The languages of the screen, each under the name that its speakers look for. */
export const LANGUAGES = [
  { id: 'en', name: 'English' },
  { id: 'it', name: 'Italiano' },
] as const;

export type Language = (typeof LANGUAGES)[number]['id'];

export const isLanguage = (text: string): text is Language => LANGUAGES.some(({ id }) => id === text);

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/**
 * The first language of the screen among those that somebody reads, in the order of liking; English where there is
 * none. @param tags as BCP 47 writes them: `it-IT`, `en`
 */
export const preferredLanguage = (tags: readonly string[]): Language =>
  tags.map(primary).find(isLanguage) ?? 'en';

/** How dates and numbers are written in a language: as in the reader's own country where it speaks it. */
export const localeOf = (language: Language, tags: readonly string[]): string =>
  tags.find((tag) => primary(tag) === language) ?? language;
