import { Duration } from 'aws-cdk-lib';
import { Choice, Condition, Parallel, Pass, type StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type EnhanceFunctionProps, enhanceEnvironment, enhanceStatements } from '../../cdk/enhanceRights';
import { LONGEST_RUN_MINUTES } from '../../domain/enhancement';
import { DRAFTERS, type Drafter } from '../../domain/enhancement/modelRoles';
import type { Order } from '../../lambda/enhance/contestants';
import { modelCall, publication } from './retries';
import { caught, stateMachine, TaskFunction } from './taskFunction';

/**
 * The flow of `lambda/enhance/workflow.ts` as a state machine: two drafts in parallel, each corrected once if need
 * be, the judge in both orders, and the ending. Started with `{ "request": … }`, under the enhancement's id as name.
 */
export class EnhanceMachine extends Construct {
  readonly machine: StateMachine;
  private readonly tasks: TaskFunction;

  constructor(scope: Construct, id: string, props: EnhanceFunctionProps) {
    super(scope, id);
    this.tasks = new TaskFunction(this, 'Tasks', {
      description: 'Nevermore: what the states of an enhancement do.',
      entry: 'docs/step-functions/tasks/enhanceHandler.ts',
      environment: enhanceEnvironment(props),
      statements: enhanceStatements(props),
    });

    const publish = this.tasks.task('publish-verdict', {
      payload: { task: 'publish', 'state.$': '$' },
      retries: publication,
    });
    const judge = new Parallel(this, 'Judge in both orders', { resultPath: '$.judged' });
    judge.branch(this.judging('judge-best-version', 1), this.judging('judge-best-version-reversed', 2));
    judge.next(publish);

    const drafts = new Parallel(this, 'Generate enhanced versions', { resultPath: '$.drafts' });
    drafts.branch(...DRAFTERS.map((drafter) => this.drafting(drafter)));
    drafts.next(new Choice(this, 'Is there a contest?').when(twoSound, judge).otherwise(publish));

    const start = new Choice(this, 'Is there anything to enhance?')
      .when(isNothing, publish)
      .otherwise(drafts);
    this.machine = stateMachine(this, {
      definition: start,
      timeout: Duration.minutes(LONGEST_RUN_MINUTES),
      comment: 'Nevermore: drafts with two models, judges with a third.',
    });
  }

  /** A draft, its correction where it needs one, and whatever is left where a model fails. */
  private drafting(drafter: Drafter) {
    const keep = new Pass(this, `Keep what nova-${drafter} wrote`, { outputPath: '$.drafted.value' });
    const missing = new Pass(this, `Go on without nova-${drafter}`, {
      parameters: { 'failed.$': '$.failed' },
    });
    const correct = this.tasks.task(`correct-with-nova-${drafter}`, {
      payload: { task: 'correct', drafter, 'request.$': '$.request', 'first.$': '$.drafted.value.draft' },
      retries: modelCall,
    });
    const draft = this.tasks.task(`draft-with-nova-${drafter}`, {
      payload: { task: 'draft', drafter, 'request.$': '$.request' },
      retries: modelCall,
      resultPath: '$.drafted',
    });
    return caught(draft, missing).next(
      new Choice(this, `Does nova-${drafter} have to correct it?`)
        .when(Condition.booleanEquals('$.drafted.value.needsCorrection', true), caught(correct, keep))
        .otherwise(keep),
    );
  }

  private judging(name: string, order: Order) {
    const judge = this.tasks.task(name, {
      payload: { task: 'judge', order, 'request.$': '$.request', 'drafts.$': '$.drafts' },
      retries: modelCall,
    });
    return caught(
      judge,
      new Pass(this, `No verdict in order ${order}`, { parameters: { 'failed.$': '$.failed' } }),
    );
  }
}

/** `lambda/start` sends an empty text for a blank one, and no material where there is none. */
const isNothing = Condition.and(
  Condition.stringEquals('$.request.source', ''),
  Condition.not(
    Condition.and(
      Condition.isPresent('$.request.material'),
      Condition.isString('$.request.material'),
      Condition.not(Condition.stringEquals('$.request.material', '')),
    ),
  ),
);

const isSound = (index: number) =>
  Condition.and(
    Condition.isPresent(`$.drafts[${index}].isSound`),
    Condition.booleanEquals(`$.drafts[${index}].isSound`, true),
  );

/** A comparison takes two. JSONPath counts nothing in a condition, so every pair is named. */
const pairs = DRAFTERS.flatMap((_, one) =>
  DRAFTERS.slice(one + 1).map((_, more) => Condition.and(isSound(one), isSound(one + 1 + more))),
);
const twoSound = pairs.length === 1 ? (pairs[0] as Condition) : Condition.or(...pairs);
