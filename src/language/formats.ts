import { locale, spokenLanguage } from './spoken';

/**
 * Writes dates as the language of the screen does, whenever it is asked.
 * @param english how English writes these, wherever its reader is
 */
export function dates(options: Intl.DateTimeFormatOptions, english?: string) {
  const known = new Map<string, Intl.DateTimeFormat>();
  return {
    format(date: Date | number): string {
      const here = english !== undefined && spokenLanguage() === 'en' ? english : locale();
      const format = known.get(here) ?? new Intl.DateTimeFormat(here, options);
      known.set(here, format);
      return format.format(date);
    },
  };
}

/** "a, b and c". */
export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);

/** A number with so many digits behind its point, or its comma. */
export const fixed = (value: number, digits: number): string =>
  value.toLocaleString(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  });
