import type { ReactNode } from 'react';
import { codesAppearIn } from '../../data/account';
import { say } from '../../language/say';

const Head = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="stack-tight">
    <h2>{title}</h2>
    <p>{children}</p>
  </div>
);

const whereTheCodeIs = () =>
  codesAppearIn === null
    ? say('A code is on its way to your e-mail address. It may take a minute to arrive.')
    : say('No e-mail is sent from here: the code is in {place}.', { place: codesAppearIn });

/** What stands above the forms that ask for a code, as headings that follow the page's own. */
export const HEADERS = {
  ForgotPassword: {
    Header: () => (
      <Head title={say('Reset your password')}>
        {say('Say which address you sign in with; a code lets you choose a new password.')}
      </Head>
    ),
  },
  ConfirmResetPassword: {
    Header: () => <Head title={say('Choose a new password')}>{whereTheCodeIs()}</Head>,
  },
  ConfirmSignUp: {
    Header: () => <Head title={say('Confirm your address')}>{whereTheCodeIs()}</Head>,
  },
};
