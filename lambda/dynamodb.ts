import { type Post, signedPost } from './signedPost';

/** DynamoDB did not do what it was asked. `type` is its own name for why; empty when it did not answer. */
export class DynamoDbError extends Error {
  override name = 'DynamoDbError';
  constructor(
    operation: string,
    readonly type: string,
    options?: ErrorOptions,
  ) {
    super(`DynamoDB did not carry out ${operation} (${type || 'no answer'}).`, options);
  }

  /** Whether the stored item was not as the write required it. */
  get isConditionFailure(): boolean {
    return this.type === 'ConditionalCheckFailedException';
  }
}

/** Asks for one operation, in DynamoDB's own JSON. @throws DynamoDbError */
export type DynamoDb = <Answer>(operation: string, request: object) => Promise<Answer>;

const endpointOf = ({ AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: region }: NodeJS.ProcessEnv) =>
  endpoint ?? `https://dynamodb.${region}.amazonaws.com`;

const RETRIED =
  /^$|^5\d\d$|Throttl|ThroughputExceeded|RequestLimitExceeded|InternalServerError|ServiceUnavailable/;
const FIRST_PAUSE_MS = 50;

/** The same, asking again where DynamoDB is busy or does not answer. For what only reads. */
export const patiently =
  (dynamoDb: DynamoDb, attempts = 3): DynamoDb =>
  async (operation, request) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await dynamoDb(operation, request);
      } catch (error) {
        if (!(error instanceof DynamoDbError) || !RETRIED.test(error.type) || attempt === attempts)
          throw error;
        await new Promise((done) => setTimeout(done, Math.random() * FIRST_PAUSE_MS * 2 ** attempt));
      }
    }
  };

/** DynamoDB for functions that ask it little: its SDK would be most of their bundle. */
export function dynamoDb(
  post: Post = signedPost(`${endpointOf(process.env).replace(/\/$/, '')}/`, 'dynamodb'),
): DynamoDb {
  return async <Answer>(operation: string, request: object) => {
    const failed = (type: string) => (cause: unknown) => {
      throw new DynamoDbError(operation, type, { cause });
    };
    const headers = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
    };
    const response = await post(headers, JSON.stringify(request)).catch(failed(''));
    const answer = (await response.json().catch(failed(String(response.status)))) as Answer & {
      __type?: string;
    };
    if (!response.ok)
      throw new DynamoDbError(operation, answer.__type?.split('#').at(-1) ?? String(response.status));
    return answer;
  };
}
