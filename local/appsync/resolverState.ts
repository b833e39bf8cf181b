import type { AuthenticationType } from '../assembly';
import { AppSyncError } from './errors';
import type { SubscriptionFilter } from './subscriptionFilter';

/** What `$util.authType()` answers for each mode. */
const AUTH_TYPES: { readonly [mode in AuthenticationType]: string } = {
  AMAZON_COGNITO_USER_POOLS: 'User Pool Authorization',
  AWS_IAM: 'IAM Authorization',
  API_KEY: 'API Key Authorization',
  OPENID_CONNECT: 'Open ID Connect Authorization',
  AWS_LAMBDA: 'Lambda Authorization',
};

/** What the handlers of one field leave behind besides their result. */
export class ResolverState {
  /** Errors that `$util.appendError` added to an answer that goes on. */
  readonly appended: AppSyncError[] = [];
  subscriptionFilter: SubscriptionFilter | undefined;

  constructor(
    readonly typeName: string,
    readonly fieldName: string,
    private readonly mode: AuthenticationType,
  ) {}

  get authType(): string {
    return AUTH_TYPES[this.mode];
  }

  appendError(message: string, errorType?: string | null, data?: unknown, errorInfo?: unknown): void {
    this.appended.push(new AppSyncError(message, errorType ?? null, data, errorInfo));
  }
}
