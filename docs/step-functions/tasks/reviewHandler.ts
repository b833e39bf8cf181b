import { collaboratorsOf } from '../../../lambda/review/wiring';
import { reviewTasks } from './review';
import { wakeUpByToken } from './wakeUp';

/** The Lambda function behind the states of a review. */
export const handler = reviewTasks(collaboratorsOf(wakeUpByToken()));
