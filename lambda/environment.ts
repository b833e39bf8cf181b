/** The deployment did not set a variable that the code needs. */
export class MissingEnvironmentError extends Error {
  constructor(readonly variable: string) {
    super(`The environment variable ${variable} is not set. It comes from amplify/backend.ts; deploy again.`);
    this.name = 'MissingEnvironmentError';
  }
}

/** The value of an environment variable. @throws MissingEnvironmentError */
export function required(variable: string, environment: NodeJS.ProcessEnv = process.env): string {
  const value = environment[variable];
  if (!value) throw new MissingEnvironmentError(variable);
  return value;
}
