import type { ThemeId } from '.';
import { ADDAMS_ASIDES } from './addams/asides';
import type { Asides } from './theme';

/** The stock of phrases of each voice that has one; apart from `THEMES`, as no page needs it. */
export const ASIDES: Partial<Record<ThemeId, Asides>> = { addams: ADDAMS_ASIDES };
