import { readFileSync } from 'node:fs';
import { AssemblyFormatError } from './errors';
import type { Assembly } from './types';

/** The version of the file's format that `ampx` writes by default. */
const FORMAT_VERSION = '1.5';

/** What Amplify's client configures itself from; the same keys as `ampx` writes. */
export interface AmplifyOutputs {
  readonly version: string;
  readonly auth: { readonly [key: string]: unknown };
  readonly data: { readonly [key: string]: unknown };
  /** What the backend adds with `backend.addOutput`. */
  readonly custom?: { readonly [key: string]: unknown };
}

const MFA_CONFIGURATIONS: { readonly [cognito: string]: string } = {
  OFF: 'NONE',
  OPTIONAL: 'OPTIONAL',
  ON: 'REQUIRED',
};

/**
 * Makes the contents of `amplify_outputs.json` for a local assembly.
 * The identity pool is left out: there is no local one, and with its id the client would ask AWS for it.
 * @throws AssemblyFormatError when the backend has no auth or no data outputs
 */
export function amplifyOutputs(assembly: Assembly): AmplifyOutputs {
  const { outputs } = assembly;
  const output = (name: string): string => {
    const value = outputs[name];
    if (value === undefined) throw new AssemblyFormatError(`The backend has no output ${name}.`);
    return value;
  };
  const requirements = new Set(JSON.parse(outputs.passwordPolicyRequirements ?? '[]') as string[]);
  const listed = (name: string): unknown => JSON.parse(outputs[name] || '[]');
  return {
    ...(JSON.parse(outputs.customOutputs ?? '{}') as Pick<AmplifyOutputs, 'custom'>),
    version: FORMAT_VERSION,
    auth: {
      user_pool_id: output('userPoolId'),
      aws_region: output('authRegion'),
      user_pool_client_id: output('webClientId'),
      mfa_methods: listed('mfaTypes'),
      standard_required_attributes: listed('signupAttributes'),
      username_attributes: listed('usernameAttributes'),
      user_verification_types: listed('verificationMechanisms'),
      groups: listed('groups'),
      mfa_configuration: MFA_CONFIGURATIONS[output('mfaConfiguration')],
      password_policy: {
        min_length: Number(output('passwordPolicyMinLength')),
        require_lowercase: requirements.has('REQUIRES_LOWERCASE'),
        require_numbers: requirements.has('REQUIRES_NUMBERS'),
        require_symbols: requirements.has('REQUIRES_SYMBOLS'),
        require_uppercase: requirements.has('REQUIRES_UPPERCASE'),
      },
    },
    data: {
      url: output('awsAppsyncApiEndpoint'),
      aws_region: output('awsAppsyncRegion'),
      ...(outputs.awsAppsyncApiKey === undefined ? {} : { api_key: outputs.awsAppsyncApiKey }),
      default_authorization_type: output('awsAppsyncAuthenticationType'),
      authorization_types: (outputs.awsAppsyncAdditionalAuthenticationTypes ?? '').split(',').filter(Boolean),
      model_introspection: JSON.parse(readFileSync(assembly.modelIntrospectionPath, 'utf8')),
    },
  };
}
