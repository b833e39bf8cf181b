export {
  type Authorizer,
  type AuthorizerOptions,
  createAuthorizer,
  type FunctionRole,
  type Principal,
} from './authorizer';
export type { SignedRequest } from './canonicalRequest';
export { deriveCredentials, type LocalCredentials, loadSecret } from './credentials';
export * from './errors';
export { type Decision, evaluatePolicy, type Statement } from './policy';
export { isSignatureHeader } from './signature';
