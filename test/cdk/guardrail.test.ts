import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { guardrailFor } from '../../cdk/guardrail';
import { askedGuardrail } from '../../cdk/guardrailSettings';
import { GUARDRAIL, type GuardrailPolicies } from '../../domain/guardrail/policies';

function synthesized(environment: NodeJS.ProcessEnv, policies: GuardrailPolicies = GUARDRAIL) {
  const stack = new Stack(new App(), 'Test');
  const applied = guardrailFor(stack, askedGuardrail(environment), policies);
  // Of an empty stack CDK complains.
  return { applied, made: stack.node.children.length, template: () => Template.fromStack(stack) };
}
const on = { NEVERMORE_GUARDRAIL: 'on' };
const versionsOf = ({ template }: ReturnType<typeof synthesized>) =>
  Object.entries(template().findResources('AWS::Bedrock::GuardrailVersion'));

it.each([{}, { NEVERMORE_GUARDRAIL: 'off' }, { NEVERMORE_GUARDRAIL: '' }])(
  'makes no guardrail unless it is asked to: %j',
  (environment) => {
    expect(synthesized(environment)).toMatchObject({ applied: undefined, made: 0 });
  },
);

it('makes a guardrail with a version by one setting', () => {
  const { applied, template: made } = synthesized(on);
  const template = made();
  template.resourceCountIs('AWS::Bedrock::Guardrail', 1);
  template.resourceCountIs('AWS::Bedrock::GuardrailVersion', 1);
  expect(applied).toMatchObject({ name: 'Nevermore' });
});

it('makes none where an existing one is named, with its working draft unless a version is named too', () => {
  const named = synthesized({ NEVERMORE_GUARDRAIL_ID: 'gr1', NEVERMORE_GUARDRAIL_VERSION: '4' });
  expect(named).toMatchObject({ applied: { id: 'gr1', version: '4', name: 'gr1' }, made: 0 });
  expect(askedGuardrail({ NEVERMORE_GUARDRAIL_ID: 'gr1' })).toMatchObject({ version: 'DRAFT' });
  const arn = 'arn:aws:bedrock:eu-west-1:000000000001:guardrail/gr1';
  expect(askedGuardrail({ NEVERMORE_GUARDRAIL_ID: arn })).toMatchObject({ id: arn, arn });
});

it.each([
  [{ NEVERMORE_GUARDRAIL: 'on', NEVERMORE_GUARDRAIL_ID: 'gr1' }, 'Set one of them'],
  [{ NEVERMORE_GUARDRAIL: 'off', NEVERMORE_GUARDRAIL_ID: 'gr1' }, 'Set one of them'],
  [{ NEVERMORE_GUARDRAIL: 'yes' }, 'neither "on" nor "off"'],
  [{ NEVERMORE_GUARDRAIL_VERSION: '3' }, 'name that in NEVERMORE_GUARDRAIL_ID'],
])('refuses settings that contradict each other, and says what to set: %j', (environment, what) => {
  expect(() => askedGuardrail(environment)).toThrow(what);
});

it('makes another version when a policy changes, and only then; the versions before stay', () => {
  const [[before, resource] = []] = versionsOf(synthesized(on));
  expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  expect(versionsOf(synthesized(on)).map(([id]) => id)).toEqual([before]);
  const stricter = { ...GUARDRAIL, grounding: { ...GUARDRAIL.grounding, threshold: 0.7 } };
  expect(versionsOf(synthesized(on, stricter)).map(([id]) => id)).not.toEqual([before]);
});

it('keeps to what Bedrock takes: messages, words of three at most, strengths, and no looking around in patterns', () => {
  for (const message of [GUARDRAIL.blockedInput, GUARDRAIL.blockedOutput])
    expect(message.length).toBeLessThanOrEqual(500);
  for (const { text } of GUARDRAIL.words) expect(text.split(' ').length).toBeLessThanOrEqual(3);
  expect(GUARDRAIL.contentFilters.find(({ type }) => type === 'PROMPT_ATTACK')?.answered).toBe('NONE');
  for (const { pattern } of GUARDRAIL.patterns) expect(pattern).not.toMatch(/\(\?[=!<]/);
  expect(GUARDRAIL.grounding.threshold).toBeLessThan(1);
});

it('says of each side what it does there, so that nothing is left to Bedrock’s defaults', () => {
  synthesized(on)
    .template()
    .hasResourceProperties('AWS::Bedrock::Guardrail', {
      BlockedInputMessaging: GUARDRAIL.blockedInput,
      BlockedOutputsMessaging: GUARDRAIL.blockedOutput,
      WordPolicyConfig: {
        WordsConfig: Match.arrayWith([
          {
            Text: 'incompetent',
            InputEnabled: false,
            InputAction: 'NONE',
            OutputEnabled: true,
            OutputAction: 'BLOCK',
          },
        ]),
        ManagedWordListsConfig: [Match.objectLike({ Type: 'PROFANITY', InputEnabled: false })],
      },
      SensitiveInformationPolicyConfig: {
        PiiEntitiesConfig: Match.arrayWith([
          Match.objectLike({ Type: 'EMAIL', Action: 'ANONYMIZE', InputEnabled: false }),
          Match.objectLike({
            Type: 'AWS_SECRET_KEY',
            Action: 'BLOCK',
            InputAction: 'BLOCK',
            OutputAction: 'BLOCK',
          }),
        ]),
        RegexesConfig: Match.arrayWith([Match.objectLike({ Name: 'private-key', Action: 'BLOCK' })]),
      },
      ContentPolicyConfig: {
        FiltersConfig: Match.arrayWith([{ Type: 'VIOLENCE', InputStrength: 'NONE', OutputStrength: 'LOW' }]),
      },
      ContextualGroundingPolicyConfig: {
        FiltersConfig: [{ Type: 'GROUNDING', Threshold: 0.5, Action: 'NONE' }],
      },
    });
});
