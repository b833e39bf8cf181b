/** What an access token may be for. The user pool's resource server `nevermore` has both: `cdk/mcpClient.ts`. */
export const SCOPES = { read: 'nevermore/read', write: 'nevermore/write' } as const;

/** What Cognito writes into the tokens of somebody who has signed in to the app itself. */
const SIGNED_IN = 'aws.cognito.signin.user.admin';

/**
 * The scopes of a token. Whoever has signed in to the app may do here what they may do there; a client that was
 * registered for assistants has what it was given by name.
 */
export function scopesOf(said: unknown, isOfTheApp: boolean): string[] {
  const scopes = typeof said === 'string' ? said.split(' ').filter(Boolean) : [];
  return isOfTheApp && scopes.includes(SIGNED_IN) ? [...scopes, ...Object.values(SCOPES)] : scopes;
}
