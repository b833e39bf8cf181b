import { createAuthorizer, type Statement } from '../../../local/iam';
import { type Service, startServices } from '../../../local/services';

/** The SDK’s clients that come along with the CDK; the project itself uses neither of them. */
// biome-ignore lint/suspicious/noExplicitAny: their types are not at hand.
export const sdk = (client: 's3' | 'ssm'): Promise<any> => import(`@aws-sdk/client-${client}`);

/** Serves one service to a function with the given policy, and gives what its SDK client needs. */
export async function serveToFunction(name: string, service: Service, roleStatements: readonly Statement[]) {
  const roleArn = 'arn:aws:iam::000000000000:role/clerk';
  const authorizer = createAuthorizer({
    region: 'us-east-1',
    secret: Buffer.alloc(32, 7),
    functions: [{ name: 'clerk', roleArn, roleStatements }],
  });
  const failures: unknown[] = [];
  const { endpoint, close } = await startServices({
    port: 0,
    services: { [name]: service },
    authorize: authorizer.authorizeAll,
    onRefused: () => {},
    onInternalError: (error) => failures.push(error),
  });
  const credentials = authorizer.credentialsFor('clerk');
  return {
    endpoint,
    close,
    failures,
    client: { endpoint, credentials, region: 'us-east-1', maxAttempts: 1 },
  };
}
