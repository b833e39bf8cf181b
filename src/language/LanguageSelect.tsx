import { isLanguage, LANGUAGES } from './languages';
import { say } from './say';
import { chooseLanguage } from './spoken';
import { useLanguage } from './useLanguage';

/** The switch between the languages, each under its own name. */
export function LanguageSelect() {
  const language = useLanguage();
  return (
    <label className="theme-select">
      <span>{say('Language')}</span>
      <select
        value={language}
        onChange={(event) => {
          if (isLanguage(event.target.value)) void chooseLanguage(event.target.value);
        }}
      >
        {LANGUAGES.map(({ id, name }) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
