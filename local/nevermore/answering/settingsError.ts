/** A `NEVERMORE_…` variable that cannot be used. Thrown at start, before anything listens. */
export class BedrockSettingsError extends Error {
  override readonly name = 'BedrockSettingsError';
  constructor(
    readonly variable: string,
    readonly value: string | undefined,
    whatToDo: string,
  ) {
    super(
      value === undefined ? `${variable} is not set. ${whatToDo}` : `${variable}="${value}": ${whatToDo}`,
    );
  }
}
