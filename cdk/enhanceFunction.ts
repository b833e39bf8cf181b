import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LONGEST_RUN_MINUTES } from '../domain/enhancement';
import { DurableFunction } from './durableFunction';
import { type EnhanceFunctionProps, enhanceEnvironment, enhanceStatements } from './enhanceRights';

/** The durable Lambda function that drafts and judges. */
export class EnhanceFunction extends DurableFunction {
  constructor(scope: Construct, id: string, props: EnhanceFunctionProps) {
    super(scope, id, {
      description: 'Nevermore: drafts with two models, judges with a third, resumes where it stopped.',
      entry: 'lambda/enhance/handler.ts',
      executionTimeout: Duration.minutes(LONGEST_RUN_MINUTES),
      retentionPeriod: Duration.days(14),
      environment: enhanceEnvironment(props),
      statements: enhanceStatements(props),
    });
  }
}
