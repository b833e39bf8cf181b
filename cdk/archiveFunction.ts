import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type ArchiveProps, archiveEnvironment, archiveStatements } from './archiveRights';
import { DurableFunction } from './durableFunction';

/** The durable Lambda function that enters what is published into the index of meaning, and takes out what is not. */
export class ArchiveFunction extends DurableFunction {
  constructor(scope: Construct, id: string, props: ArchiveProps) {
    super(scope, id, {
      description: 'Nevermore: enters a published post-mortem into the archive, or takes it out.',
      entry: 'lambda/archive/handler.ts',
      // Through an outage of an hour; what it gives up, the archivist begins again.
      executionTimeout: Duration.hours(3),
      // Its history holds vectors, which are made of what people wrote: no longer than it must be.
      retentionPeriod: Duration.days(1),
      environment: archiveEnvironment(props),
      statements: archiveStatements(props),
    });
  }
}
