import type { Held } from '../secrets/holdBack';
import { hide } from './index';
import type { Sendable } from './sendable';

/** What a draft is asked from, as it is written. */
export interface Asked {
  source: string;
  material?: string | null;
  questions: readonly string[];
  houseRules?: readonly string[];
  /** Values that the rest of the document says are secrets, from `secretsIn`. */
  named?: readonly string[];
}

/** The same as it may leave, with the drafts that leave beside it. */
export interface HiddenRequest {
  source: Sendable;
  material: Sendable | null;
  questions: Sendable[];
  houseRules: Sendable[];
  drafts: Sendable[];
  pieces: Sendable[];
  held: Held[];
}

/**
 * A whole request, hidden in one call: what a house rule or a draft says is a password stands in no source.
 * @param drafts what models have written, with the author's values in it
 * @param pieces cut out of these or of the source
 */
export function hideRequest(
  { source, material = null, questions, houseRules = [], named = [] }: Asked,
  drafts: readonly string[] = [],
  pieces: readonly string[] = [],
): HiddenRequest {
  const texts = [source, ...(material === null ? [] : [material]), ...houseRules, ...drafts];
  const hidden = hide(texts, [], { pieces: [...questions, ...pieces], named });
  const rest = [...hidden.texts];
  const [hiddenSource] = rest.splice(0, 1) as [Sendable];
  const [hiddenMaterial = null] = material === null ? [] : rest.splice(0, 1);
  return {
    source: hiddenSource,
    material: hiddenMaterial,
    houseRules: rest.splice(0, houseRules.length),
    drafts: rest,
    questions: hidden.pieces.slice(0, questions.length),
    pieces: hidden.pieces.slice(questions.length),
    held: hidden.held,
  };
}
