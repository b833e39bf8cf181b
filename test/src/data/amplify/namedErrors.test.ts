import { namedError } from '../../../../src/data/amplify/namedErrors';
import {
  NotFoundOrNotYoursError,
  OfflineError,
  RefusedError,
  RevisionConflictError,
  ServiceFailedError,
  SessionExpiredError,
  TooManyRequestsError,
} from '../../../../src/data/errors';

const thrown = (error: object) => ({ data: {}, errors: [error] });

describe('what the Amplify client throws becomes', () => {
  it.each([
    ['a lost network', { message: 'x', originalError: { name: 'NetworkError' } }, OfflineError],
    ['missing tokens', { message: 'x', originalError: { name: 'NoValidAuthTokens' } }, SessionExpiredError],
    [
      'a forged token',
      { message: 'x', originalError: { response: { statusCode: 401 } } },
      SessionExpiredError,
    ],
    [
      'a stranger’s record',
      { errorType: 'Unauthorized', message: 'Not Authorized' },
      NotFoundOrNotYoursError,
    ],
    [
      'another revision',
      { errorType: 'DynamoDB:ConditionalCheckFailedException', message: 'x' },
      RevisionConflictError,
    ],
    [
      'a broken server',
      { message: 'x', originalError: { response: { statusCode: 503 } } },
      ServiceFailedError,
    ],
    [
      'too many requests at once, told by AppSync',
      {
        message: 'x',
        originalError: { response: { statusCode: 429, body: '{"errors":[{"message":"Slow"}]}' } },
      },
      TooManyRequestsError,
    ],
    [
      'too many requests at once, told by the table',
      { errorType: 'DynamoDB:ProvisionedThroughputExceededException', message: 'Rate exceeded' },
      TooManyRequestsError,
    ],
    [
      'too many requests at once, told by a function',
      { errorType: 'Lambda:TooManyRequestsException', message: 'Rate Exceeded.' },
      TooManyRequestsError,
    ],
    ['an answer without a word', { message: '' }, ServiceFailedError],
  ])('%s', (_, error, expected) => {
    expect(namedError(thrown(error), { postMortemId: 'pm', expectedRevision: 2 })).toBeInstanceOf(expected);
  });

  it('a refusal in the server’s own words', () => {
    const error = namedError(
      thrown({ message: 'The section has 20001 characters.', errorType: 'Lambda:Unhandled' }),
    );
    expect(error).toBeInstanceOf(RefusedError);
    expect(error.message).toBe('The section has 20001 characters.');
  });

  it('the reason in the body, when AppSync refused before GraphQL', () => {
    const body = JSON.stringify({ errors: [{ message: 'Request body is larger than 1 MB.' }] });
    const error = namedError(
      thrown({ message: 'Unknown error', originalError: { response: { statusCode: 413, body } } }),
    );
    expect(error.message).toBe('Request body is larger than 1 MB.');
  });
});
