import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { DEFAULT_THEME, parseTheme, type ThemeId } from '../../domain/themes';

/** Read by public/theme.js too, before the first paint. */
const STORAGE_KEY = 'nevermore.theme';

interface ThemeChoice {
  theme: ThemeId;
  setTheme(theme: ThemeId): void;
}

const ThemeContext = createContext<ThemeChoice | null>(null);

/** Holds the theme of the page and of the drafts, and remembers it on this device. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<ThemeId>(
    () => parseTheme(document.documentElement.dataset.theme ?? '') ?? DEFAULT_THEME.id,
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const choice = useMemo(
    () => ({
      theme,
      setTheme(next: ThemeId) {
        setTheme(next);
        remember(next);
      },
    }),
    [theme],
  );
  return <ThemeContext value={choice}>{children}</ThemeContext>;
}

export function useTheme(): ThemeChoice {
  const choice = useContext(ThemeContext);
  if (!choice) throw new Error('useTheme needs a ThemeProvider above it.');
  return choice;
}

function remember(theme: ThemeId): void {
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch (error) {
    // The choice still holds until the tab is closed.
    console.warn('The theme could not be remembered on this device.', error);
  }
}
