import { createHash, timingSafeEqual } from 'node:crypto';
import type { SignedRequest } from './canonicalRequest';
import { deriveCredentials, type LocalCredentials } from './credentials';
import { AccessDeniedError, UnknownCredentialsError } from './errors';
import { type ConditionContext, type Decision, evaluatePolicy, type Statement } from './policy';
import { parseSignatureHeader, verifySignature } from './signature';

/** Who signed a request: a function acting with its role. */
export interface Principal {
  readonly functionName: string;
  readonly roleArn: string;
  readonly statements: readonly Statement[];
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/FUNCTION`, as AWS names the caller. */
  readonly callerArn: string;
  readonly accessKeyId: string;
}

/** Who may sign and what for: the part of a synthesized function that decides it, or of the cloud's own. */
export interface Role {
  readonly name: string;
  readonly roleArn: string;
  readonly roleStatements: readonly Statement[];
}

/** Something that a request does, which policies must allow. */
export interface Permission {
  /** Such as `lambda:InvokeFunction`; its prefix is the signing name. */
  readonly action: string;
  readonly resourceArn: string;
  /** What the same thing is called besides, such as an address's domain: allowed there is enough. */
  readonly orAllowedOn?: readonly string[];
  /** What conditions may ask for, such as `s3:prefix`. */
  readonly context?: ConditionContext;
}

export interface AuthorizerOptions {
  readonly functions: readonly Role[];
  /** The secret of the state folder, from {@link loadSecret}. */
  readonly secret: Buffer;
  readonly region: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Authorizer {
  /** @throws RangeError for a function that the backend does not have */
  credentialsFor(functionName: string): LocalCredentials;
  /**
   * Finds out who signed.
   * @param service the signing name, such as `lambda`, `bedrock`, `appsync`
   * @throws AuthorizationError with `errorType` and `statusCode` as AWS answers
   */
  authenticate(request: SignedRequest, service: string): Principal;
  /** What the caller's policies say, without throwing. */
  decide(principal: Principal, action: string, resourceArn: string): Decision;
  /**
   * Finds out who signed and whether its policies allow the action.
   * @param action such as `lambda:InvokeFunction`; its prefix is the signing name
   * @throws AuthorizationError
   */
  authorize(request: SignedRequest, action: string, resourceArn: string): Principal;
  /**
   * The same for a request that does several things at once: all of them, or none.
   * @throws AuthorizationError
   */
  authorizeAll(request: SignedRequest, service: string, permissions: readonly Permission[]): Principal;
}

/** The local IAM: one access key per function, and the policies of the function's synthesized role. */
export function createAuthorizer(options: AuthorizerOptions): Authorizer {
  const { functions, secret, region, now = Date.now } = options;
  const credentials = new Map(functions.map(({ name }) => [name, deriveCredentials(secret, name)]));
  const known = new Map(
    functions.map((role) => {
      const keys = deriveCredentials(secret, role.name);
      const principal: Principal = {
        functionName: role.name,
        roleArn: role.roleArn,
        statements: role.roleStatements,
        callerArn: assumedRoleArn(role),
        accessKeyId: keys.accessKeyId,
      };
      return [keys.accessKeyId, { keys, principal }] as const;
    }),
  );

  const authenticate = (request: SignedRequest, service: string): Principal => {
    const header = parseSignatureHeader(request.headers.authorization);
    const entry = known.get(header.accessKeyId);
    const token = request.headers['x-amz-security-token'] ?? '';
    if (!entry || !equalTexts(token, entry.keys.sessionToken)) {
      throw new UnknownCredentialsError(header.accessKeyId);
    }
    verifySignature(request, header, entry.keys.secretAccessKey, { region, service, now: now() });
    return entry.principal;
  };

  const authorizeAll: Authorizer['authorizeAll'] = (request, service, permissions) => {
    const principal = authenticate(request, service);
    for (const { action, resourceArn, orAllowedOn = [], context } of permissions) {
      const decisions = [resourceArn, ...orAllowedOn].map((arn) =>
        evaluatePolicy(principal.statements, action, arn, context),
      );
      const explicit = decisions.includes('explicitly-denied');
      if (!explicit && decisions.includes('allowed')) continue;
      throw new AccessDeniedError(principal.callerArn, action, resourceArn, explicit);
    }
    return principal;
  };

  return {
    credentialsFor: (functionName) => {
      const keys = credentials.get(functionName);
      if (keys) return keys;
      throw new RangeError(`The backend has no function ${functionName}.`);
    },
    authenticate,
    decide: ({ statements }, action, resourceArn) => evaluatePolicy(statements, action, resourceArn),
    authorize: (request, action, resourceArn) =>
      authorizeAll(request, action.slice(0, action.indexOf(':')), [{ action, resourceArn }]),
    authorizeAll,
  };
}

function assumedRoleArn({ name, roleArn }: Role): string {
  const [, , , , account = '', role = ''] = roleArn.split(':');
  return `arn:aws:sts::${account}:assumed-role/${role.slice(role.lastIndexOf('/') + 1)}/${name}`;
}

/** Compares hashes, so that neither content nor length shows in the time it takes. */
function equalTexts(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
