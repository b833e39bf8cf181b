import type { Permission, SignedRequest } from '../iam';

/** An answer over HTTP. */
export interface Reply {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What a request turns out to be, before anybody looks whether it may. */
export interface Asked {
  readonly permissions: readonly Permission[];
  run(): Promise<Reply>;
}

/** One of AWS's services, in the words of its wire protocol. */
export interface Service {
  /** @throws ServiceError when it is no request of this service, or of a part that is not served */
  read(request: SignedRequest): Asked;
  /** How this service says that something went wrong. */
  refusal(error: { errorType: string; statusCode: number; message: string }): Reply;
}
