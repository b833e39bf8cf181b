/** A guardrail as functions apply it. What is a token of CDK is resolved while deploying. */
export interface AppliedGuardrail {
  /** Its id, or its ARN. */
  id: string;
  /** A number, or `DRAFT`. */
  version: string;
  /** Where it is known; else it is in the account and region of the deployment. */
  arn?: string;
  /** What people call it. */
  name: string;
}

/** Settings of the guardrail that contradict each other or cannot be read; the message says what to set. */
export class GuardrailSettingsError extends Error {
  override readonly name = 'GuardrailSettingsError';
  constructor(
    readonly variables: readonly string[],
    whatToDo: string,
  ) {
    super(`${variables.join(' and ')}: ${whatToDo}`);
  }
}

/**
 * Which guardrail a deployment wants: its own (`NEVERMORE_GUARDRAIL=on`), one that exists
 * (`NEVERMORE_GUARDRAIL_ID`, with its `_VERSION`), or none.
 * @throws GuardrailSettingsError
 */
export function askedGuardrail(environment: NodeJS.ProcessEnv): AppliedGuardrail | 'own' | undefined {
  const {
    NEVERMORE_GUARDRAIL: setting = '',
    NEVERMORE_GUARDRAIL_ID: id = '',
    NEVERMORE_GUARDRAIL_VERSION: version = '',
  } = environment;
  if (!['', 'on', 'off'].includes(setting))
    throw new GuardrailSettingsError(['NEVERMORE_GUARDRAIL'], `"${setting}" is neither "on" nor "off".`);
  if (setting === 'on' && id)
    throw new GuardrailSettingsError(
      ['NEVERMORE_GUARDRAIL', 'NEVERMORE_GUARDRAIL_ID'],
      'one asks for a guardrail of this deployment, the other for one that exists. Set one of them.',
    );
  if (setting === 'off' && id)
    throw new GuardrailSettingsError(
      ['NEVERMORE_GUARDRAIL', 'NEVERMORE_GUARDRAIL_ID'],
      'one asks for no guardrail, the other for one that exists. Set one of them.',
    );
  if (version && !id)
    throw new GuardrailSettingsError(
      ['NEVERMORE_GUARDRAIL_VERSION'],
      'it is the version of a guardrail that exists; name that in NEVERMORE_GUARDRAIL_ID.',
    );
  if (setting === 'on') return 'own';
  if (!id) return undefined;
  return { id, version: version || 'DRAFT', name: id, ...(id.startsWith('arn:') && { arn: id }) };
}
