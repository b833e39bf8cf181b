import { type AnsweringModels, REVIEWER } from '../../../domain/enhancement/modelRoles';
import { LEFT_OUT, type LeftOutCount, type ModelRemark } from '../../../domain/review/modelRemarks';
import type { Remarked } from '../../data/types';
import { sayCount, translated } from '../../language/say';

/** How far asking a model has come. It is kept while the review is closed, since asking takes time and may cost. */
export type Asking =
  | { kind: 'not-asked' }
  | { kind: 'asking' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'answered'; answer: Remarked };

/** Who reads the document, by name; null where no model is configured and only rules answer. */
export const reviewerOf = (models: AnsweringModels): string | null =>
  models.offline ? null : models[REVIEWER];

/** Under which a refused remark stays refused: whatever else is said of these words, they were left as they are. */
export const refusalOf = ({ section, quote }: ModelRemark): string => `model|${section}|${quote}`;

/** "2 remarks were left out: the words quoted do not stand in that section." */
export function leftOutWords({ why, count }: LeftOutCount): string {
  // A server that is newer than this page may have another reason.
  const { what, why: reason } = LEFT_OUT[why] ?? { what: 'remark', why: `“${why}”` };
  const values = { why: translated(reason) };
  return what === 'replacement'
    ? sayCount(
        count,
        'One replacement was left out: {why}.',
        '{n} replacements were left out: {why}.',
        values,
      )
    : sayCount(count, 'One remark was left out: {why}.', '{n} remarks were left out: {why}.', values);
}
