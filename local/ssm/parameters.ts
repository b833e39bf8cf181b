import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { SsmParameter } from '../assembly';
import {
  ParameterNotFoundError,
  SecretNotSetError,
  SecretsFileError,
  UnresolvedParameterError,
} from './errors';

/** A parameter as the API describes it, its value decrypted. */
export interface Parameter {
  name: string;
  type: string;
  value: string;
}

/** Where Amplify keeps what `secret()` names: of one backend, or shared by all of an app. */
const AMPLIFY_SECRET = /^\/amplify\/(?!resource_reference\/)[^/]+\/[^/]+\/([^/]+)$/;

const SECRETS = z.record(z.string(), z.string());

/**
 * The parameters of the backend, and the secrets that a person has written into a file: by the name that
 * `secret()` gives them, or by the whole name of a parameter. The file is read each time, so that a secret
 * that was missing is there at the next try.
 */
export class Parameters {
  private readonly defined: ReadonlyMap<string, SsmParameter>;

  constructor(
    parameters: readonly SsmParameter[],
    private readonly secretsFile: string,
  ) {
    this.defined = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  }

  /**
   * @returns undefined when nobody has defined it
   * @throws SecretNotSetError, UnresolvedParameterError, SecretsFileError
   */
  find(name: string): Parameter | undefined {
    const defined = this.defined.get(name);
    if (defined) return definedValue(defined);
    const secret = AMPLIFY_SECRET.exec(name)?.[1];
    const secrets = this.secrets();
    const value = secrets[name] ?? (secret === undefined ? undefined : secrets[secret]);
    if (value !== undefined) return { name, type: 'SecureString', value };
    if (secret !== undefined) throw new SecretNotSetError(secret, this.secretsFile);
    return undefined;
  }

  /** @throws ParameterNotFoundError, and what `find` throws */
  get(name: string): Parameter {
    const found = this.find(name);
    if (found) return found;
    throw new ParameterNotFoundError(name, this.secretsFile);
  }

  /** Every parameter under a path, in the order of names. */
  under(path: string, recursive: boolean): Parameter[] {
    const folder = path.endsWith('/') ? path : `${path}/`;
    const own = Object.entries(this.secrets()).filter(([name]) => name.startsWith('/'));
    const all = [
      ...[...this.defined.values()].map((parameter) => ({
        name: parameter.name,
        read: () => definedValue(parameter),
      })),
      ...own.map(([name, value]) => ({ name, read: () => ({ name, type: 'SecureString', value }) })),
    ];
    return all
      .filter(
        ({ name }) => name.startsWith(folder) && (recursive || !name.slice(folder.length).includes('/')),
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ read }) => read());
  }

  private secrets(): Record<string, string> {
    let text: string;
    try {
      text = readFileSync(this.secretsFile, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw error;
    }
    try {
      return SECRETS.parse(JSON.parse(text.replace(/^\ufeff/, '')));
    } catch (cause) {
      throw new SecretsFileError(this.secretsFile, cause);
    }
  }
}

function definedValue({ name, type, value }: SsmParameter): Parameter {
  if ('missing' in value) throw new UnresolvedParameterError(name, value.missing);
  return { name, type, value: value.text };
}

/** What somebody gets who does not ask for decryption: not the secret, and the same each time. */
export const encrypted = (value: string): string =>
  Buffer.concat([Buffer.from('local:'), createHash('sha512').update(value).digest()]).toString('base64');
