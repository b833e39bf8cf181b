import {
  type ConfirmResetPasswordInput,
  type ConfirmSignUpInput,
  confirmResetPassword,
  confirmSignUp,
} from 'aws-amplify/auth';
import outputs from '../../amplify_outputs.json';

/** Where a backend that sends no e-mail puts its codes; null where they arrive by e-mail. */
export const codesAppearIn: string | null = outputs.custom?.codesAppearIn ?? null;

/** The two steps of the sign-in form after which something has changed for good, each telling when it has. */
export const accountSteps = (told: { onConfirmed(): void; onPasswordChanged(): void }) => ({
  // The client's functions have a second form, which the sign-in form does not use.
  handleConfirmSignUp: (async (input: ConfirmSignUpInput) => {
    const confirmed = await confirmSignUp(input);
    if (confirmed.isSignUpComplete) told.onConfirmed();
    return confirmed;
  }) as typeof confirmSignUp,
  handleForgotPasswordSubmit: (async (input: ConfirmResetPasswordInput) => {
    await confirmResetPassword(input);
    told.onPasswordChanged();
  }) as typeof confirmResetPassword,
});
