import {
  type GuardrailAction,
  type GuardrailFinding,
  type GuardrailPolicy,
  hintAt,
} from '../../domain/guardrail/report';

/** One thing that Bedrock looked for, as far as it is read here. */
interface Assessed {
  match?: string | undefined;
  type?: string | undefined;
  name?: string | undefined;
  action?: string | undefined;
  detected?: boolean | undefined;
}

/** How well an answer is grounded, as Bedrock scores it. */
interface Grounded extends Assessed {
  score?: number | undefined;
  threshold?: number | undefined;
}

/** What Bedrock says of a text, by policy, in the words of its API. */
export interface Assessment {
  wordPolicy?:
    | { customWords?: Assessed[] | undefined; managedWordLists?: Assessed[] | undefined }
    | undefined;
  sensitiveInformationPolicy?:
    | { piiEntities?: Assessed[] | undefined; regexes?: Assessed[] | undefined }
    | undefined;
  contentPolicy?: { filters?: Assessed[] | undefined } | undefined;
  topicPolicy?: { topics?: Assessed[] | undefined } | undefined;
  contextualGroundingPolicy?: { filters?: Grounded[] | undefined } | undefined;
}

/** Everything that an assessment found; what it looked at and found in order is left out. */
export function findingsIn(assessment: Assessment, side: 'INPUT' | 'OUTPUT'): GuardrailFinding[] {
  type Told = Partial<Pick<GuardrailFinding, 'hint' | 'score' | 'threshold'>> & { name: string | undefined };
  const each = <One extends Assessed>(
    policy: GuardrailPolicy,
    all: readonly One[] | undefined,
    tell: (one: One) => Told,
  ): GuardrailFinding[] =>
    (all ?? []).filter(isFound).map((one) => {
      const { name = policy, hint = null, score = null, threshold = null } = tell(one);
      return { policy, action: actionOf(one), side, name, hint, score, threshold };
    });
  const { wordPolicy: words, sensitiveInformationPolicy: personal } = assessment;
  return [
    ...each('WORDS', words?.customWords, ({ match }) => ({ name: match })),
    ...each('WORD_LIST', words?.managedWordLists, ({ type, match }) => ({ name: type, hint: hintOf(match) })),
    ...each('PERSONAL_DATA', personal?.piiEntities, ({ type, match }) => ({
      name: type,
      hint: hintOf(match),
    })),
    ...each('PATTERN', personal?.regexes, ({ name, match }) => ({ name, hint: hintOf(match) })),
    ...each('CONTENT_FILTER', assessment.contentPolicy?.filters, ({ type }) => ({ name: type })),
    ...each('TOPIC', assessment.topicPolicy?.topics, ({ name }) => ({ name })),
    ...each('GROUNDING', assessment.contextualGroundingPolicy?.filters, ({ type, score, threshold }) => ({
      name: type,
      score: score ?? null,
      threshold: threshold ?? null,
    })),
  ];
}

/** What Bedrock masks, and what it writes in its place. */
export function masksIn({ sensitiveInformationPolicy: policy }: Assessment) {
  const all = [
    ...(policy?.piiEntities ?? []).map(({ match, type, action }) => ({ match, name: type, action })),
    ...(policy?.regexes ?? []),
  ];
  return all.flatMap(({ match, name, action }) =>
    action === 'ANONYMIZED' && match ? [{ match, mask: `{${name}}` }] : [],
  );
}

/** A filter tells also of what it let pass; what only says its action has found what it acts on. */
function isFound(one: Grounded): boolean {
  if (one.detected !== undefined) return one.detected;
  if (one.score !== undefined && one.threshold !== undefined) return one.score < one.threshold;
  return one.action !== undefined && one.action !== 'NONE';
}

const hintOf = (match: string | undefined): string | null => (match === undefined ? null : hintAt(match));

const actionOf = ({ action }: Assessed): GuardrailAction =>
  action === 'BLOCKED' || action === 'ANONYMIZED' ? action : 'NONE';
