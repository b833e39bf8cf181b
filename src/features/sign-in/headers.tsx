import type { ReactNode } from 'react';
import { codesAppearIn } from '../../data/account';

const Head = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="stack-tight">
    <h2>{title}</h2>
    <p>{children}</p>
  </div>
);

const WHERE_THE_CODE_IS =
  codesAppearIn === null
    ? 'A code is on its way to your e-mail address. It may take a minute to arrive.'
    : `No e-mail is sent from here: the code is in ${codesAppearIn}.`;

/** What stands above the forms that ask for a code, as headings that follow the page's own. */
export const HEADERS = {
  ForgotPassword: {
    Header: () => (
      <Head title="Reset your password">
        Say which address you sign in with; a code lets you choose a new password.
      </Head>
    ),
  },
  ConfirmResetPassword: {
    Header: () => <Head title="Choose a new password">{WHERE_THE_CODE_IS}</Head>,
  },
  ConfirmSignUp: {
    Header: () => <Head title="Confirm your address">{WHERE_THE_CODE_IS}</Head>,
  },
};
