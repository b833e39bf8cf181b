import { Amplify } from 'aws-amplify';
import { parseAmplifyConfig } from 'aws-amplify/utils';
import outputs from '../../amplify_outputs.json';

/** Points the Amplify client at the backend that `npm start` or `ampx` described in amplify_outputs.json. */
export function configureBackend(): void {
  const config = parseAmplifyConfig(outputs);
  const endpoint: string | undefined = import.meta.env.VITE_COGNITO_ENDPOINT;
  // amplify_outputs.json has no key for it; on AWS the client derives the endpoint from the region.
  if (endpoint && config.Auth?.Cognito) config.Auth.Cognito.userPoolEndpoint = endpoint;
  Amplify.configure(config);
}
