import { createHash } from 'node:crypto';
import { Aws, Names, RemovalPolicy } from 'aws-cdk-lib';
import { CfnGuardrail, CfnGuardrailVersion } from 'aws-cdk-lib/aws-bedrock';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { GuardrailPolicies } from '../domain/guardrail/policies';
import type { AppliedGuardrail } from './guardrailSettings';

/**
 * A Bedrock Guardrail with these policies, and a version of it.
 *
 * A version is a copy of the policies that never changes, so other policies make another one: its logical id
 * goes by them. The versions before stay, because executions under way were started with them; what nothing
 * executes any more may be deleted by hand.
 */
export class Guardrail extends Construct {
  readonly applied: AppliedGuardrail;

  constructor(scope: Construct, id: string, policies: GuardrailPolicies) {
    super(scope, id);
    const guardrail = new CfnGuardrail(this, 'Policies', {
      // Two deployments of one account must not have the same.
      name: Names.uniqueResourceName(this, { maxLength: 50, separator: '-' }),
      description: `${policies.name}: what drafts, verdicts and follow-ups may not hold.`,
      blockedInputMessaging: policies.blockedInput,
      blockedOutputsMessaging: policies.blockedOutput,
      ...policyConfigs(policies),
    });
    const fingerprint = createHash('sha256').update(JSON.stringify(policies)).digest('hex').slice(0, 12);
    const version = new CfnGuardrailVersion(this, `Version${fingerprint}`, {
      guardrailIdentifier: guardrail.attrGuardrailId,
      description: `Policies ${fingerprint}`,
    });
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.applied = {
      id: guardrail.attrGuardrailId,
      version: version.attrVersion,
      arn: guardrail.attrGuardrailArn,
      name: policies.name,
    };
  }
}

/** What a function is told of the guardrail that it applies. */
export const guardrailEnvironment = ({ id, version, name }: AppliedGuardrail): Record<string, string> => ({
  GUARDRAIL_ID: id,
  GUARDRAIL_VERSION: version,
  GUARDRAIL_NAME: name,
});

/** The right to apply one guardrail. */
export const mayApply = ({ id, arn }: AppliedGuardrail): PolicyStatement =>
  new PolicyStatement({
    sid: 'ApplyTheGuardrail',
    actions: ['bedrock:ApplyGuardrail'],
    resources: [arn ?? `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:guardrail/${id}`],
  });

/** The guardrail that a deployment's settings ask for, made where it does not exist. */
export function guardrailFor(
  scope: Construct,
  asked: AppliedGuardrail | 'own' | undefined,
  policies: GuardrailPolicies,
): AppliedGuardrail | undefined {
  return asked === 'own' ? new Guardrail(scope, 'Guardrail', policies).applied : asked;
}

/** The policies in CloudFormation's words. Nothing is left to a default: what is not looked for says so. */
function policyConfigs(policies: GuardrailPolicies) {
  return {
    contentPolicyConfig: {
      filtersConfig: policies.contentFilters.map(({ type, sent, answered }) => ({
        type,
        inputStrength: sent,
        outputStrength: answered,
      })),
    },
    wordPolicyConfig: {
      wordsConfig: policies.words.map(({ text, ...sides }) => ({ text, ...bySide(sides) })),
      managedWordListsConfig: policies.wordLists.map(({ type, ...sides }) => ({ type, ...bySide(sides) })),
    },
    sensitiveInformationPolicyConfig: {
      piiEntitiesConfig: policies.personalData.map(({ type, ...sides }) => ({
        type,
        action: sides.answered ?? sides.sent ?? 'NONE',
        ...bySide(sides),
      })),
      regexesConfig: policies.patterns.map(({ name, description, pattern, ...sides }) => ({
        name,
        description,
        pattern,
        action: sides.answered ?? sides.sent ?? 'NONE',
        ...bySide(sides),
      })),
    },
    contextualGroundingPolicyConfig: {
      filtersConfig: [{ type: 'GROUNDING', ...policies.grounding }],
    },
  };
}

const bySide = ({ sent, answered }: { sent: string | null; answered: string | null }) => ({
  inputEnabled: sent !== null,
  inputAction: sent ?? 'NONE',
  outputEnabled: answered !== null,
  outputAction: answered ?? 'NONE',
});
