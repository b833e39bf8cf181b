import type { Guardrail, GuardrailAction, GuardrailSides } from '../../assembly/types';
import { entitiesIn } from './entities';
import type { Assessment, Usage } from './wire';

export type Side = 'input' | 'output';

/** What a guardrail says of a text. */
export interface Assessed {
  /** The strongest of what it does. */
  outcome: 'BLOCKED' | 'ANONYMIZED' | 'NONE';
  assessment: Assessment;
  /** The text with everything masked that is to be. */
  masked: string;
}

/** How the policy's words are told of in a trace. */
const DONE = { BLOCK: 'BLOCKED', ANONYMIZE: 'ANONYMIZED', NONE: 'NONE' } as const;

/** Applies the policies that a program can apply. @param version as it was asked for */
export function assess(guardrail: Guardrail, version: string, text: string, side: Side): Assessed {
  const started = performance.now();
  const detected = true as const;
  const customWords = active(guardrail.words, side).flatMap(({ text: word, action }) =>
    wordIn(text, word).map((match) => ({ match, action: DONE[action] as 'BLOCKED' | 'NONE', detected })),
  );
  const piiEntities = active(guardrail.personalData, side).flatMap(({ type, action }) =>
    entitiesIn(type, text).map((match) => ({ match, type, action: DONE[action], detected })),
  );
  const regexes = active(guardrail.patterns, side).flatMap(({ name, pattern, action }) =>
    [...new Set([...text.matchAll(new RegExp(pattern, 'g'))].map(([match]) => match))].map((match) => ({
      name,
      match,
      regex: pattern,
      action: DONE[action],
      detected,
    })),
  );
  const found = [...customWords, ...piiEntities, ...regexes];
  const length = [...text].length;
  const assessment: Assessment = {
    ...(customWords.length > 0 && { wordPolicy: { customWords, managedWordLists: [] } }),
    ...(piiEntities.length + regexes.length > 0 && {
      sensitiveInformationPolicy: { piiEntities, regexes },
    }),
    invocationMetrics: {
      guardrailProcessingLatency: Math.round(performance.now() - started),
      usage: usageOf(guardrail, length),
      guardrailCoverage: { textCharacters: { guarded: length, total: length } },
    },
    appliedGuardrailDetails: {
      guardrailId: guardrail.id,
      guardrailVersion: version,
      guardrailArn: guardrail.arn,
      guardrailOrigin: ['REQUEST'],
      guardrailOwnership: 'SELF',
    },
  };
  const outcome = found.some(({ action }) => action === 'BLOCKED')
    ? 'BLOCKED'
    : found.some(({ action }) => action === 'ANONYMIZED')
      ? 'ANONYMIZED'
      : 'NONE';
  return { outcome, assessment, masked: masked(text, piiEntities, regexes) };
}

/** What is looked for on one side, with what is done about it there. */
const active = <Policy extends GuardrailSides>(policies: readonly Policy[], side: Side) =>
  policies.flatMap((policy) => {
    const action: GuardrailAction | undefined = policy[side];
    return action ? [{ ...policy, action }] : [];
  });

/** A word or phrase where it stands by itself, as it is written there, whatever its case. */
function wordIn(text: string, word: string): string[] {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'giu');
  return [...new Set([...text.matchAll(pattern)].map(([match]) => match))];
}

/** Longer ones first: what one of them is a part of goes with it. */
function masked(
  text: string,
  entities: ReadonlyArray<{ match: string; type: string; action: string }>,
  regexes: ReadonlyArray<{ match: string; name: string; action: string }>,
): string {
  return [
    ...entities.map(({ match, type, action }) => ({ match, mask: `{${type}}`, action })),
    ...regexes.map(({ match, name, action }) => ({ match, mask: `{${name}}`, action })),
  ]
    .filter(({ action }) => action === 'ANONYMIZED')
    .sort((one, other) => other.match.length - one.match.length)
    .reduce((rest, { match, mask }) => rest.replaceAll(match, mask), text);
}

/** Text units are thousands of characters, begun ones counted whole; only what is tried here costs any. */
export function usageOf(guardrail: Guardrail, length: number): Usage {
  const units = Math.ceil(length / 1000);
  return {
    topicPolicyUnits: 0,
    contentPolicyUnits: 0,
    wordPolicyUnits: guardrail.words.length > 0 ? units : 0,
    sensitiveInformationPolicyUnits: guardrail.personalData.length > 0 ? units : 0,
    sensitiveInformationPolicyFreeUnits: guardrail.patterns.length > 0 ? units : 0,
    contextualGroundingPolicyUnits: 0,
  };
}
