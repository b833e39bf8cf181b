import { ADDAMS } from './addams';
import { PROFESSIONAL } from './professional';

/**
 * The voices of the product: the look of the page and the prose of the drafts follow them. A new one is a
 * folder here, a folder of `src/theme/`, and its line in the list of each.
 */
export const THEMES = [PROFESSIONAL, ADDAMS] as const;

export type Theme = (typeof THEMES)[number];
export type ThemeId = Theme['id'];

export const THEME_IDS = THEMES.map((theme) => theme.id) as readonly ThemeId[];

/** What nobody has chosen yet, and what never jokes. */
export const DEFAULT_THEME = PROFESSIONAL;

/** The theme with this id. */
export const themeById = (id: ThemeId): Theme => THEMES.find((theme) => theme.id === id) as Theme;

/** Reads a theme as people write it, in any case: `Addams`, `PROFESSIONAL`. */
export function parseTheme(text: string): ThemeId | undefined {
  const lower = text.trim().toLowerCase();
  return THEME_IDS.find((id) => id === lower);
}
