import { collaboratorsOf } from '../../../lambda/enhance/wiring';
import { enhanceTasks } from './enhance';

/** The Lambda function behind the states of an enhancement. */
export const handler = enhanceTasks(collaboratorsOf());
