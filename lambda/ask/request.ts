import { LONGEST_QUESTION } from '../../domain/archive/answerRecord';
import type { ArchiveFilters } from '../../domain/archive/filters';
import { isDay } from '../../domain/calendarDay';
import { withoutInvisible } from '../../domain/invisible/withoutInvisible';
import { LIMITS } from '../../domain/limits';
import { SEVERITIES } from '../../domain/postMortem';
import { InvalidQuestionError, NobodyAskedError } from './errors';

/** What somebody asks, as it is kept. */
export interface Question {
  id: string;
  question: string;
  followUpOf: string | null;
  filters: ArchiveFilters;
}

/** Such as a browser makes; it is the key that the answer is kept under. */
const ID = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * Reads what a client sent. What is wrong with it is told in `refusal`, with as much as can be kept beside it: the
 * answer is the only place where whoever asked hears of it.
 * @throws NobodyAskedError where there is no usable id
 */
export function readQuestion(input: Record<string, unknown>): {
  asked: Question;
  refusal: InvalidQuestionError | null;
} {
  const { id } = input;
  if (typeof id !== 'string' || !ID.test(id)) throw new NobodyAskedError();
  const text = withoutInvisible(typeof input.question === 'string' ? input.question : '').text.trim();
  const followUpOf =
    typeof input.followUpOf === 'string' && ID.test(input.followUpOf) ? input.followUpOf : null;
  const kept = { id, question: text.slice(0, LONGEST_QUESTION), followUpOf };
  try {
    if (!/[\p{L}\p{N}]{2}/u.test(text))
      throw new InvalidQuestionError('question', 'There is no question. Write what you want to know.');
    if (text.length > LONGEST_QUESTION)
      throw new InvalidQuestionError(
        'question',
        `The question has ${text.length} characters; at most ${LONGEST_QUESTION} can be asked. Ask for one thing at a time.`,
      );
    return { asked: { ...kept, filters: readFilters(input) }, refusal: null };
  } catch (error) {
    if (error instanceof InvalidQuestionError) return { asked: { ...kept, filters: {} }, refusal: error };
    throw error;
  }
}

function readFilters(input: Record<string, unknown>): ArchiveFilters {
  const service = typeof input.service === 'string' ? input.service.trim() : '';
  if (service.length > LIMITS.serviceLength)
    throw new InvalidQuestionError('service', 'No service has so long a name. Choose another one, or none.');
  const asked = Array.isArray(input.severities) ? input.severities : [];
  const severities = SEVERITIES.map(({ id }) => id).filter((id) => asked.includes(id));
  if (asked.length > severities.length)
    throw new InvalidQuestionError(
      'severities',
      `Severities are ${SEVERITIES.map(({ id }) => id).join(', ')}.`,
    );
  const [from, to] = [day(input, 'from'), day(input, 'to')];
  if (from && to && from > to)
    throw new InvalidQuestionError('from', 'The first day is after the last one. Exchange them.');
  return {
    ...(service !== '' && { service }),
    ...(severities.length > 0 && { severities }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

function day(input: Record<string, unknown>, name: 'from' | 'to'): string | undefined {
  const value = input[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || !isDay(value))
    throw new InvalidQuestionError(name, `“${name}” is a calendar day such as 2026-03-04.`);
  return value;
}
