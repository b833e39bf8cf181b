import { objectOf, type Resources, type ResourceView } from './resources';
import type { Resolved } from './template';
import type { Guardrail, GuardrailAction, GuardrailSides } from './types';

type Config = { readonly [key: string]: Resolved };

/** Reads the guardrails and their versions. */
export function readGuardrails(resources: Resources): Guardrail[] {
  const versions = resources.ofType('AWS::Bedrock::GuardrailVersion').map((view) => ({
    of: view.attribute('GuardrailId'),
    version: view.attribute('Version'),
  }));
  return resources.ofType('AWS::Bedrock::Guardrail').map((view): Guardrail => {
    const id = view.attribute('GuardrailId');
    const words = objectOf(view.value('WordPolicyConfig'));
    const sensitive = objectOf(view.value('SensitiveInformationPolicyConfig'));
    return {
      id,
      arn: view.ref(),
      name: view.text('Name'),
      versions: versions.filter((one) => one.of === id).map(({ version }) => version),
      blockedInput: view.text('BlockedInputMessaging'),
      blockedOutput: view.text('BlockedOutputsMessaging'),
      words: listOf(words.WordsConfig).map((one) => ({ text: String(one.Text), ...sidesOf(one, 'BLOCK') })),
      personalData: listOf(sensitive.PiiEntitiesConfig).map((one) => ({
        type: String(one.Type),
        ...sidesOf(one, one.Action),
      })),
      patterns: listOf(sensitive.RegexesConfig).map((one) => ({
        name: String(one.Name),
        pattern: String(one.Pattern),
        ...sidesOf(one, one.Action),
      })),
      others: othersOf(view, words),
    };
  });
}

function othersOf(view: ResourceView, words: Config): string[] {
  const named = (what: string, property: string, list: string, key: string) =>
    listOf(objectOf(view.value(property))[list]).map((one) => `${what} ${one[key]}`);
  return [
    ...listOf(words.ManagedWordListsConfig).map((one) => `word list ${one.Type}`),
    ...named('content filter', 'ContentPolicyConfig', 'FiltersConfig', 'Type'),
    ...named('denied topic', 'TopicPolicyConfig', 'TopicsConfig', 'Name'),
    ...named('contextual grounding', 'ContextualGroundingPolicyConfig', 'FiltersConfig', 'Type'),
    ...(view.value('AutomatedReasoningPolicyConfig') === undefined ? [] : ['automated reasoning']),
  ];
}

const listOf = (value: Resolved): Config[] => (Array.isArray(value) ? value.map(objectOf) : []);

/** `Action` goes for both sides; each side may say otherwise, or that it is not looked at. */
function sidesOf(config: Config, action: Resolved): GuardrailSides {
  const side = (enabled: Resolved, own: Resolved): GuardrailAction | undefined =>
    enabled === false ? undefined : ((own ?? action) as GuardrailAction);
  const input = side(config.InputEnabled, config.InputAction);
  const output = side(config.OutputEnabled, config.OutputAction);
  return { ...(input && { input }), ...(output && { output }) };
}
