import { Duration } from 'aws-cdk-lib';
import { JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';
import { LASTING } from '../../lambda/durable/retry';
import { TRANSIENT } from './tasks/failures';

/**
 * The function never ran, or died: a durable function's invocation is repeated by Lambda itself.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception
 */
const crashed: RetryProps = {
  errors: [
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
    'Lambda.Unknown',
    'Runtime.ExitError',
    'Sandbox.Timedout',
  ],
  interval: Duration.seconds(2),
  maxAttempts: 3,
  backoffRate: 2,
};

/** As `retryModelCall`: two attempts, a second apart, of what may get better. */
export const modelCall: readonly RetryProps[] = [
  { errors: [TRANSIENT], interval: Duration.seconds(1), maxAttempts: 1, backoffRate: 1 },
  crashed,
];

const sixAttempts = (first: number, longest: number): RetryProps => ({
  errors: ['States.ALL'],
  interval: Duration.seconds(first),
  maxAttempts: 5,
  maxDelay: Duration.seconds(longest),
  backoffRate: 2,
  jitterStrategy: JitterType.FULL,
});

/** As `retryPublish`. */
export const publication: readonly RetryProps[] = [sixAttempts(1, 15)];

/** As `retryReviewStep`. */
export const reviewStep: readonly RetryProps[] = [
  { errors: [...LASTING], maxAttempts: 0 },
  sixAttempts(2, 120),
];

/** As `retryReviewStep`, for a state that waits: that its time is over is no failure to repeat. */
export const reviewWait: readonly RetryProps[] = [
  { errors: [...LASTING, 'States.Timeout'], maxAttempts: 0 },
  sixAttempts(2, 120),
];
