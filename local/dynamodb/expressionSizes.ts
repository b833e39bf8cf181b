import { ValidationError } from './errors';

/** DynamoDB's limit for an expression, in bytes ("Expression parameters" of its quotas). */
const MAX_EXPRESSION_BYTES = 4096;

const EXPRESSIONS = [
  ...['ConditionExpression', 'FilterExpression', 'KeyConditionExpression'],
  ...['ProjectionExpression', 'UpdateExpression'],
] as const;

/**
 * Before any expression is parsed: dynalite's parser takes its time for long ones, and its stack for very
 * long ones.
 * @throws ValidationError in the service's words
 */
export function checkExpressionSizes(request: object): void {
  for (const name of EXPRESSIONS) {
    const expression = (request as Readonly<Record<string, unknown>>)[name];
    if (typeof expression !== 'string') continue;
    const size = Buffer.byteLength(expression);
    if (size > MAX_EXPRESSION_BYTES) {
      throw new ValidationError(
        `Invalid ${name}: Expression size has exceeded the maximum allowed size; expression size: ${size}`,
      );
    }
  }
}
