import { Duration } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  type Chain,
  Choice,
  Condition,
  Fail,
  IntegrationPattern,
  JsonPath,
  Parallel,
  type State,
  type StateMachine,
  TaskInput,
  Timeout,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { type ReviewFunctionProps, reviewEnvironment, reviewStatements } from '../../cdk/reviewRights';
import { reviewStep, reviewWait } from './retries';
import { caught, retried, stateMachine, TaskFunction } from './taskFunction';

/**
 * The flow of `lambda/review/workflow.ts` as a state machine: submitted, checked, decided by people, and its open
 * actions asked about when they are due. Started with `{ "state": { "request": …, "progress": 0 } }` under the
 * review's id as name, or with `{ "repeat": … }`.
 */
export class ReviewMachine extends Construct {
  readonly machine: StateMachine;
  private readonly tasks: TaskFunction;

  constructor(scope: Construct, id: string, props: ReviewFunctionProps) {
    super(scope, id);
    this.tasks = new TaskFunction(this, 'Tasks', {
      description: 'Nevermore: what the states of a review do.',
      entry: 'docs/step-functions/tasks/reviewHandler.ts',
      environment: reviewEnvironment(props),
      statements: reviewStatements(props),
    });

    const failed = new Fail(this, 'The review broke off', {
      errorPath: '$.failed.Error',
      causePath: '$.failed.Cause',
    });
    // A parallel of one branch is how a state machine says "try".
    const review = new Parallel(this, 'Review', { inputPath: '$.state', outputPath: '$[0].ending' });
    review.branch(this.reviewing());
    const breakOff = this.tasks.task('break-off', {
      payload: { task: 'break-off', 'state.$': '$.state' },
      retries: reviewStep,
    });
    review.addCatch(breakOff.next(failed), { resultPath: '$.state.failed' });
    const again = this.tasks.task('send-again', {
      payload: { task: 'send-again', 'repeat.$': '$.repeat' },
      retries: reviewStep,
    });
    const start = new Choice(this, 'What is asked for?')
      .when(Condition.isPresent('$.repeat'), again)
      .otherwise(review);

    this.machine = stateMachine(this, {
      definition: start,
      timeout: Duration.days(365),
      comment: 'Nevermore: waits for people to review a post-mortem, and follows up on its actions.',
    });
    new Policy(this, 'WakeItself', {
      roles: [this.tasks.role],
      statements: [
        new PolicyStatement({
          sid: 'WakeWhatWaits',
          actions: ['states:SendTaskSuccess'],
          resources: [this.machine.stateMachineArn],
        }),
      ],
    });
  }

  private reviewing(): Chain {
    const close = this.step('close-review');
    const outcome = this.outcome(close);
    const settle = this.step('settle-review').next(this.carryOut(outcome));
    const second = this.waitForWord('wait-for-review-after-reminder', 'second');
    second.next(settle);
    second.addCatch(settle, { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD });
    const remind = this.attempt('remind-reviewers', second);
    const first = this.waitForWord('wait-for-review', 'first');
    first.addCatch(remind, { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD });
    first.next(settle);
    const ask = this.attempt('ask-reviewers', first);
    return this.step('record-submission').next(this.step('check-document')).next(ask);
  }

  /** What follows from a decision: publication or the way back, and what is worth a look next. */
  private carryOut(then: State): Choice {
    const publish = this.step('publish-document');
    publish.next(this.attempt('find-related', then));
    const giveBack = this.step('back-to-draft');
    giveBack.next(
      new Choice(this, 'Were changes asked for?')
        .when(
          Condition.stringEquals('$.decision.outcome', 'CHANGES_REQUESTED'),
          this.attempt('find-similar', then),
        )
        .otherwise(then),
    );
    return new Choice(this, 'How was it decided?')
      .when(Condition.stringEquals('$.decision.outcome', 'APPROVED'), publish)
      .otherwise(giveBack);
  }

  private outcome(close: State): State {
    const plan = this.step('plan-follow-up');
    const messages = new Choice(this, 'Is there a message to send?');
    const write = this.step('write-follow-up');
    write.next(this.attempt('send-follow-up', messages));
    messages.when(Condition.isPresent('$.round.toSend[0]'), write).otherwise(plan);
    const wait = new Wait(this, 'wait-before-follow-up', {
      time: WaitTime.timestampPath('$.round.plan.sendAt'),
    });
    wait.next(this.step('look-again').next(messages));
    plan.next(
      new Choice(this, 'Is there anything to follow up?')
        .when(Condition.isNotNull('$.round.plan'), wait)
        .otherwise(close),
    );
    const published = new Choice(this, 'Was it published?')
      .when(Condition.booleanEquals('$.carriedOut.isPublished', true), plan)
      .otherwise(close);
    return this.attempt('tell-outcome', published);
  }

  /** A step that the rest needs: the input is what the review knows, and so is the output. */
  private step(name: string): LambdaInvoke {
    return this.tasks.task(name, { payload: { task: name, 'state.$': '$' }, retries: reviewStep });
  }

  /** A step that the rest does not need: when it fails for good, the record says so and the work goes on. */
  private attempt(name: string, then: State): LambdaInvoke {
    const step = caught(this.step(name), this.step(`${name}-failed`).next(then));
    step.next(then);
    return step;
  }

  /** Waits until somebody wakes it by its token, which the function puts into the record. People do not beat, so there is no heartbeat. */
  private waitForWord(name: string, half: 'first' | 'second'): LambdaInvoke {
    const wait = LambdaInvoke.jsonPath(this, name, {
      stateName: name,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      lambdaFunction: this.tasks.function.currentVersion,
      payload: TaskInput.fromObject({ task: 'wait', 'state.$': '$', taskToken: JsonPath.taskToken }),
      taskTimeout: Timeout.at(`$.halves.${half}`),
      retryOnServiceExceptions: false,
      resultPath: JsonPath.DISCARD,
    });
    return retried(wait, reviewWait);
  }
}
