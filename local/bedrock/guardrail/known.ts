import type { Guardrail } from '../../assembly/types';
import { BedrockError } from '../errors';
import { isFindable } from './entities';

/** What `guardrailIdentifier` may be, from the API reference. */
const IDENTIFIER =
  /^(?:[a-z0-9]+|arn:aws(?:-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:guardrail\/[a-z0-9]+)$/;

/** The guardrails of this endpoint. */
export interface Guardrails {
  /** @throws BedrockError for one that this endpoint does not have, named `notFound` */
  find(identifier: string, version: string, notFound: NotFound): Guardrail;
  /** Whether `find` finds it; then nobody else is asked. */
  has(identifier: string): boolean;
}

/** The same is told in two ways: by Converse and by ApplyGuardrail. */
type NotFound = 'ValidationException' | 'ResourceNotFoundException';

/**
 * @param onNotTried told once for each guardrail that is used, in a sentence, what of it is not applied here
 * @throws BedrockError for a pattern that cannot be read
 */
export function createGuardrails(
  guardrails: readonly Guardrail[],
  onNotTried: (sentence: string) => void,
): Guardrails {
  for (const { name, patterns } of guardrails) for (const one of patterns) checkPattern(name, one);
  const told = new Set<string>();
  const named = (identifier: string) =>
    guardrails.find(({ id, arn }) => id === identifier || arn === identifier);
  return {
    has: (identifier) => named(identifier) !== undefined,
    find: (identifier, version, notFound) => {
      if (!IDENTIFIER.test(identifier))
        throw new BedrockError('ValidationException', 'The provided guardrail identifier is invalid.');
      const guardrail = named(identifier);
      if (!guardrail || !['DRAFT', ...guardrail.versions].includes(version))
        throw new BedrockError(
          notFound,
          `The guardrail identifier or version provided in the request does not exist. (This endpoint has ${listed(guardrails)}.)`,
        );
      const sentence = notTried(guardrail);
      if (sentence && !told.has(guardrail.id)) onNotTried(sentence);
      told.add(guardrail.id);
      return guardrail;
    },
  };
}

const listed = (guardrails: readonly Guardrail[]): string =>
  guardrails.map(({ id, versions }) => `${id} in ${['DRAFT', ...versions].join(', ')}`).join('; ') ||
  'none: the template makes no guardrail';

/** What needs a model or a list of AWS's; nothing is made up in its place. */
function notTried({ name, others, personalData }: Guardrail): string | undefined {
  const unknown = personalData
    .filter(({ type }) => !isFindable(type))
    .map(({ type }) => `personal data ${type}`);
  const all = [...others, ...unknown];
  return all.length === 0
    ? undefined
    : `The guardrail ${name} is applied with its words, patterns and personal data. Not tried here: ${all.join(', ')}.`;
}

function checkPattern(guardrail: string, { name, pattern }: { name: string; pattern: string }): void {
  try {
    new RegExp(pattern, 'g');
  } catch (cause) {
    throw new BedrockError(
      'ValidationException',
      `The pattern "${name}" of the guardrail ${guardrail} cannot be read: ${(cause as Error).message}`,
      { cause },
    );
  }
}
