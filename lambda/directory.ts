import { type Post, signedPost } from './signedPost';

/** The user pool could not be asked. The message is shown to whoever asked. */
export class DirectoryFailedError extends Error {
  override name = 'DirectoryFailedError';
  constructor(what: string, options?: ErrorOptions) {
    super(
      `It could not be looked up who that is (${what}). Nothing has changed; try again in a moment.`,
      options,
    );
  }
}

/** Nobody has a confirmed account with this address or id. The message is shown to whoever named them. */
export class UnknownPersonError extends Error {
  override name = 'UnknownPersonError';
  constructor(readonly person: string) {
    super(`Nobody has an account here as ${person}. Check the address, or ask them to sign up first.`);
  }
}

/** Somebody with a confirmed account. `id` is the user pool's `sub`. */
export interface Person {
  id: string;
  email: string;
}

/** Finds somebody by their e-mail address or id; undefined when nobody has a confirmed account with it. */
export type FindPerson = (addressOrId: string) => Promise<Person | undefined>;

interface Account {
  Enabled?: boolean;
  UserStatus?: string;
  UserAttributes?: { Name: string; Value: string }[];
}

const endpointOf = ({
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint,
  AWS_REGION: region,
}: NodeJS.ProcessEnv) => endpoint ?? `https://cognito-idp.${region}.amazonaws.com`;

/**
 * Asks the user pool for one account. Anybody can sign up with a colleague's address and never confirm it: such an
 * account is nobody, as is one that was disabled.
 */
export function findPersonIn(
  userPoolId: string,
  post: Post = signedPost(`${endpointOf(process.env).replace(/\/$/, '')}/`, 'cognito-idp'),
): FindPerson {
  return async (addressOrId) => {
    const response = await post(
      {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.AdminGetUser',
      },
      JSON.stringify({ UserPoolId: userPoolId, Username: addressOrId }),
    ).catch((cause: unknown) => {
      throw new DirectoryFailedError('it does not answer', { cause });
    });
    const answer = (await response.json().catch((cause: unknown) => {
      throw new DirectoryFailedError('its answer cannot be read', { cause });
    })) as Account & { __type?: string };
    if (!response.ok) {
      const type = answer.__type?.split('#').at(-1) ?? String(response.status);
      if (type === 'UserNotFoundException') return undefined;
      throw new DirectoryFailedError(type);
    }
    const attribute = (name: string) => answer.UserAttributes?.find(({ Name }) => Name === name)?.Value;
    const [id, email] = [attribute('sub'), attribute('email')];
    const isConfirmed = answer.Enabled !== false && answer.UserStatus !== 'UNCONFIRMED';
    if (!id || !email || !isConfirmed || attribute('email_verified') !== 'true') return undefined;
    return { id, email };
  };
}
