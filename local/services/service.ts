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

/** Says in an answer that something went wrong. */
export type Refusal = (error: {
  errorType: string;
  statusCode: number;
  message: string;
  /** Which fields of the request are wrong, of services that tell. */
  fieldList?: readonly { readonly path: string; readonly message: string }[];
}) => Reply;

/** One of AWS's services, in the words of its wire protocol. */
export interface Service {
  /** @throws ServiceError when it is no request of this service, or of a part that is not served */
  read(request: SignedRequest): Asked;
  /** How this service says that something went wrong; by default in the protocol of the request. */
  readonly refusal?: Refusal;
}

/** What shares the port and is none of AWS's services: people and webhooks ask, who sign nothing. */
export interface Pages {
  /** @param path undecoded; asked of unsigned requests only */
  takes(path: string): boolean;
  /** @throws an error with `statusCode`, whose message is the answer */
  answer(request: SignedRequest): Reply;
}
