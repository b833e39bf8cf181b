import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DurableFunction } from './durableFunction';
import { type ReviewFunctionProps, reviewEnvironment, reviewStatements } from './reviewRights';

/**
 * The durable Lambda function in which people review a post-mortem: it waits for days without running. An
 * execution may live a year, so that actions due in months are asked about.
 */
export class ReviewFunction extends DurableFunction {
  constructor(scope: Construct, id: string, props: ReviewFunctionProps) {
    super(scope, id, {
      description: 'Nevermore: waits for people to review a post-mortem, and follows up on its actions.',
      entry: 'lambda/review/handler.ts',
      executionTimeout: Duration.days(365),
      retentionPeriod: Duration.days(30),
      environment: reviewEnvironment(props),
      statements: reviewStatements(props),
      wakesItself: true,
    });
  }
}
