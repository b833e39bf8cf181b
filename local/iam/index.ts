export { type Authorizer, createAuthorizer, type Permission, type Role } from './authorizer';
export type { SignedRequest } from './canonicalRequest';
export { deriveCredentials, type LocalCredentials, loadSecret } from './credentials';
export * from './errors';
export { evaluatePolicy, type Statement } from './policy';
export { isSignatureHeader, signingNameOf } from './signature';
