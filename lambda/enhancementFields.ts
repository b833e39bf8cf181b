import { RUN } from '../domain/enhancement/runShape';
import { selectionOf } from '../domain/shape';

/**
 * Every field of an Enhancement. A subscription delivers only what the mutation selected, the owner
 * included, so whoever writes an Enhancement selects all of it.
 */
export const ENHANCEMENT_FIELDS = selectionOf(RUN);

/** Writes a part of an Enhancement, on a condition. */
export const UPDATE_ENHANCEMENT = `mutation Update($input: UpdateEnhancementInput!, $condition: ModelEnhancementConditionInput) {
  updateEnhancement(input: $input, condition: $condition) { ${ENHANCEMENT_FIELDS} }
}`;
