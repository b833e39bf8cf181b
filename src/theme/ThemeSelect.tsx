import { parseTheme, THEMES } from '../../domain/themes';
import { useTheme } from './ThemeProvider';

/** The switch between the voices. */
export function ThemeSelect() {
  const { theme, setTheme } = useTheme();
  return (
    <label className="theme-select">
      <span>Theme</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = parseTheme(event.target.value);
          if (chosen) setTheme(chosen);
        }}
      >
        {THEMES.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
