import { amplifyBin } from '../../../../src/data/amplify/binStore';
import { answering, type ToldError } from './endpoint';

const refused = (error: ToldError) =>
  answering(() => ({ data: { deleteForGood: null }, errors: [{ ...error, path: ['deleteForGood'] }] }));

afterEach(() => jest.restoreAllMocks());

describe('deleting for good', () => {
  it.each([
    ['it has left the bin already', 'It is not among what you have deleted.', 'NotInBin'],
    [
      'it leaves the bin at the same moment',
      'The conditional request failed',
      'DynamoDB:ConditionalCheckFailedException',
    ],
  ])('is no failure where %s', async (_, message, errorType) => {
    refused({ message, errorType });
    await expect(amplifyBin.deleteForGood('pm')).resolves.toBeUndefined();
  });

  it.each([
    ['a broken store', 'Internal server error', 'DynamoDB:InternalServerErrorException'],
    ['a request that is not understood', 'Validation error of type FieldUndefined', 'ValidationError'],
  ])('says so when it was refused for another reason: %s', async (_, message, errorType) => {
    refused({ message, errorType });
    await expect(amplifyBin.deleteForGood('pm')).rejects.toMatchObject({ name: 'RefusedError', message });
  });

  it('says to wait a moment after too many requests at once', async () => {
    refused({ message: 'Rate exceeded', errorType: 'DynamoDB:ThrottlingException' });
    await expect(amplifyBin.deleteForGood('pm')).rejects.toMatchObject({
      name: 'TooManyRequestsError',
      advice: 'Wait a moment and try again.',
    });
  });
});
