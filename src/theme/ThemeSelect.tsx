import { parseTheme, THEMES } from '../../domain/themes';
import { say, translated } from '../language/say';
import { useTheme } from './ThemeProvider';

/** The switch between the voices. */
export function ThemeSelect() {
  const { theme, setTheme } = useTheme();
  return (
    <label className="theme-select">
      <span>{say('Theme')}</span>
      <select
        value={theme}
        onChange={(event) => {
          const chosen = parseTheme(event.target.value);
          if (chosen) setTheme(chosen);
        }}
      >
        {THEMES.map(({ id, label }) => (
          <option key={id} value={id}>
            {translated(label)}
          </option>
        ))}
      </select>
    </label>
  );
}
