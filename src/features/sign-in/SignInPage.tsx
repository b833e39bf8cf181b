import { ThemeProvider as AmplifyThemeProvider, Authenticator } from '@aws-amplify/ui-react';
import '@aws-amplify/ui-react/styles/base.css';
import '@aws-amplify/ui-react/styles/flex.css';
import '@aws-amplify/ui-react/styles/text.css';
import '@aws-amplify/ui-react/styles/heading.css';
import '@aws-amplify/ui-react/styles/button.css';
import '@aws-amplify/ui-react/styles/input.css';
import '@aws-amplify/ui-react/styles/_fieldControl.css';
import '@aws-amplify/ui-react/styles/field.css';
import '@aws-amplify/ui-react/styles/fieldGroup.css';
import '@aws-amplify/ui-react/styles/fieldset.css';
import '@aws-amplify/ui-react/styles/fieldMessages.css';
import '@aws-amplify/ui-react/styles/passwordField.css';
import '@aws-amplify/ui-react/styles/tabs.css';
import '@aws-amplify/ui-react/styles/alert.css';
import '@aws-amplify/ui-react/styles/loader.css';
import '@aws-amplify/ui-react/styles/visuallyHidden.css';
import '@aws-amplify/ui-react/styles/authenticator.css';
import '@aws-amplify/ui-react/styles/icon.css';
import { useMemo, useState } from 'react';
import { themeById } from '../../../domain/themes';
import { accountSteps } from '../../data/account';
import { AMPLIFY_THEMES } from '../../theme/amplifyThemes';
import { Cobweb, Raven } from '../../theme/Raven';
import { useTheme } from '../../theme/ThemeProvider';
import { ThemeSelect } from '../../theme/ThemeSelect';
import { HEADERS } from './headers';
import './sign-in.css';
import { I18n } from 'aws-amplify/utils';
import type { Wording } from '../../language/italian';
import { LanguageSelect } from '../../language/LanguageSelect';
import type { Language } from '../../language/languages';
import { say } from '../../language/say';
import { saying } from '../../language/saying';
import { spokenWords } from '../../language/spoken';
import { useLanguage } from '../../language/useLanguage';

const DONE: Record<'confirmed' | 'passwordChanged', Wording> = {
  confirmed: 'Your address is confirmed. Sign in to begin.',
  passwordChanged: 'Your password is changed. Sign in with the new one.',
};

interface Props {
  expired: boolean;
  /** Somebody has just confirmed a new account, and is about to be signed in with it. */
  onConfirmed(): void;
}

/** The form has its words from Amplify, which is told them before it is drawn. */
function useFormIn(language: Language): void {
  useMemo(() => {
    const words = spokenWords();
    if (words) I18n.putVocabulariesForLanguage(language, words.signInForm);
    I18n.setLanguage(language);
  }, [language]);
}

/** Says what this is, and lets people in. */
export default function SignInPage({ expired, onConfirmed }: Props) {
  const { theme } = useTheme();
  const language = useLanguage();
  useFormIn(language);
  const [done, setDone] = useState<keyof typeof DONE | null>(null);
  // The form reads its services once.
  const [services] = useState(() =>
    accountSteps({
      onConfirmed: () => {
        setDone('confirmed');
        onConfirmed();
      },
      onPasswordChanged: () => setDone('passwordChanged'),
    }),
  );
  return (
    <div className="sign-in">
      <header className="masthead-inner">
        <span className="brand">
          <Raven />
          Nevermore
        </span>
        <ThemeSelect />
        <LanguageSelect />
      </header>
      <main className="sign-in-main">
        <section className="stack sign-in-pitch">
          <h1>{say(themeById(theme).welcome)}</h1>
          <p className="sign-in-lead">
            {say(
              'Write down what happened in your own words. Two models each draft a better version, a third judges them, and you decide. Every draft says who wrote it, and nothing of yours is lost.',
            )}
          </p>
          <ol className="sign-in-steps">
            <li>
              {saying('{write} the incident as you remember it.', { write: <strong>{say('Write')}</strong> })}
            </li>
            <li>
              {saying('{enhance} any section, and see who wrote what and why it won.', {
                enhance: <strong>{say('Enhance')}</strong>,
              })}
            </li>
            <li>
              {saying('{copy} the finished Markdown into your team’s channel.', {
                copy: <strong>{say('Copy')}</strong>,
              })}
            </li>
          </ol>
        </section>
        <section className="panel sign-in-form" aria-label={say('Sign in or create an account')}>
          <Cobweb />
          {expired && (
            <div className="message message-warn" role="alert">
              <p className="message-title">{say('Your session has ended.')}</p>
              <p>
                {say('Sign in again and go on where you were. Your unsaved text is kept on this device.')}
              </p>
            </div>
          )}
          <div role="status">{done && <p className="message message-good">{say(DONE[done])}</p>}</div>
          <AmplifyThemeProvider theme={AMPLIFY_THEMES[theme]}>
            <Authenticator
              key={language}
              loginMechanisms={['email']}
              components={HEADERS}
              services={services}
            />
          </AmplifyThemeProvider>
        </section>
      </main>
    </div>
  );
}
