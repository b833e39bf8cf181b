import { defineAuth } from '@aws-amplify/backend';

/** People sign in with their e-mail address; everything else is Amplify's default (SRP, verified address). */
export const auth = defineAuth({ loginWith: { email: true } });
