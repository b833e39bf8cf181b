/** The two voices of the product: the look of the page and the prose of the drafts follow them. */
export const THEMES = [
  { id: 'professional', label: 'Professional', description: 'Calm, neutral, executive-friendly.' },
  { id: 'addams', label: 'Addams', description: 'Macabre, darkly funny, technically exact.' },
] as const;

export type Theme = (typeof THEMES)[number];
export type ThemeId = Theme['id'];

export const THEME_IDS = THEMES.map((theme) => theme.id) as readonly ThemeId[];

/** Reads a theme as people write it, in any case: `Addams`, `PROFESSIONAL`. */
export function parseTheme(text: string): ThemeId | undefined {
  const lower = text.trim().toLowerCase();
  return THEME_IDS.find((id) => id === lower);
}

/** What a run says without a model, in each voice. */
export const VOICES: Record<ThemeId, { nothingToEnhance: string; noDraft: string }> = {
  professional: {
    nothingToEnhance:
      'There is nothing to enhance yet. Write a sentence or two in your own words, rough is fine, and try again.',
    noDraft: 'No draft could be written this time. Your text stands exactly as you wrote it.',
  },
  addams: {
    nothingToEnhance:
      'An empty grave, how promising. But even Grandmama needs a corpse to dress: write a line or two, then ring again.',
    noDraft:
      'Both quills fell silent, as quills do at this hour. Your own words stand, untouched and beautifully grim.',
  },
};
