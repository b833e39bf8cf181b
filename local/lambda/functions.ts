import { InvalidParameterValueError, ResourceNotFoundError } from './errors';
import type { PublishedVersion } from './versions';

/** One deployed function, as the synthesized assembly describes it. */
export type LocalFunction = {
  name: string;
  /** Unqualified ARN. */
  arn: string;
  /** Folder of the bundled code: what the service would unpack as `/var/task`. */
  assetDir: string;
  /** `file.export`, as in the function's configuration. */
  handler: string;
  environment: Record<string, string>;
  /** The function's own local access key, handed to its processes. */
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  timeoutSeconds: number;
  memoryMb: number;
  durable?: { executionTimeoutSeconds: number; retentionDays: number };
  /** Versions of earlier deployments: what began on one goes on with its code. */
  earlier?: readonly PublishedVersion[];
  /** Every alias points to the newest version. */
  aliases: string[];
  /** Published versions, oldest first. */
  versions: string[];
  /** Keep a process ready, so that the first invocation has no cold start. */
  prewarm?: boolean;
  /** Nobody waits for its answer: it runs after what somebody waits for, such as saves. */
  background?: boolean;
};

/** A function with the version that a request's name and qualifier lead to. */
export type ResolvedFunction = {
  fn: LocalFunction;
  /** As asked for: version, alias, or none. */
  qualifier: string | undefined;
  /** `$LATEST` or a number. */
  version: string;
  /** ARN as asked for, qualifier included: what IAM policies and the handler's context see. */
  invokedArn: string;
};

export const LATEST = '$LATEST';

const REFERENCE =
  /^(?:arn:aws[a-zA-Z-]*:lambda:)?(?:([a-z]{2}(?:-[a-z]+)+-\d):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9-_.]+)(?::(\$LATEST|[a-zA-Z0-9-_]+))?$/;

/** The functions of one deployment, found by any of the forms that AWS takes. */
export class FunctionCatalog {
  private readonly byName = new Map<string, LocalFunction>();

  constructor(functions: LocalFunction[]) {
    for (const fn of functions) this.byName.set(fn.name, fn);
  }

  durableNames(): string[] {
    return [...this.byName.values()].filter(({ durable }) => durable).map(({ name }) => name);
  }

  get(name: string): LocalFunction | undefined {
    return this.byName.get(name);
  }

  /**
   * A function as it was at a version: with the code of then, and everything else of today.
   * @returns nothing when the function or its code is gone
   */
  at(name: string, version: string): LocalFunction | undefined {
    const fn = this.byName.get(name);
    if (!fn || version === LATEST || fn.versions.includes(version)) return fn;
    const then = earlier(fn, version);
    return then && { ...fn, assetDir: then.assetDir, handler: then.handler, prewarm: false };
  }

  /** Newest version of a function, or `$LATEST` when none was published. */
  newestVersion(fn: LocalFunction): string {
    return fn.versions.at(-1) ?? LATEST;
  }

  /**
   * ARN that a request speaks of, whether or not there is such a function: what its policy is checked for.
   * @param reference name, `name:qualifier`, partial ARN or ARN
   * @throws InvalidParameterValueError for a malformed reference or two different qualifiers
   */
  arnOf(reference: string, qualifier?: string): string {
    const parsed = this.parse(reference, qualifier);
    return parsed.qualifier === undefined ? parsed.arn : `${parsed.arn}:${parsed.qualifier}`;
  }

  /** @throws ResourceNotFoundError when there is no such function, version or alias */
  resolve(reference: string, qualifier?: string): ResolvedFunction {
    const parsed = this.parse(reference, qualifier);
    const fn = this.byName.get(parsed.name);
    const invokedArn = parsed.qualifier === undefined ? parsed.arn : `${parsed.arn}:${parsed.qualifier}`;
    const version = fn?.arn === parsed.arn ? this.versionOf(fn, parsed.qualifier) : undefined;
    if (!fn || version === undefined) throw new ResourceNotFoundError(`Function not found: ${invokedArn}`);
    return { fn, qualifier: parsed.qualifier, version, invokedArn };
  }

  private versionOf(fn: LocalFunction, qualifier: string | undefined): string | undefined {
    if (qualifier === undefined || qualifier === LATEST) return LATEST;
    if (fn.versions.includes(qualifier) || earlier(fn, qualifier)) return qualifier;
    return fn.aliases.includes(qualifier) ? this.newestVersion(fn) : undefined;
  }

  private parse(reference: string, qualifier: string | undefined) {
    const match = REFERENCE.exec(reference);
    const name = match?.[3];
    if (!match || name === undefined) {
      throw new InvalidParameterValueError(
        `1 validation error detected: Value '${reference}' at 'functionName' failed to satisfy constraint: ` +
          'Member must be a function name, a partial ARN or an ARN',
      );
    }
    const [, region, account, , derived] = match;
    if (derived !== undefined && qualifier !== undefined && derived !== qualifier) {
      throw new InvalidParameterValueError(
        'The derived qualifier from the function name does not match the specified qualifier.',
      );
    }
    const deployed = this.byName.get(name)?.arn.split(':');
    const arn = [
      'arn:aws:lambda',
      region ?? deployed?.[3] ?? 'us-east-1',
      account ?? deployed?.[4] ?? '000000000000',
      'function',
      name,
    ].join(':');
    return { name, arn, qualifier: derived ?? qualifier };
  }
}

const earlier = (fn: LocalFunction, version: string): PublishedVersion | undefined =>
  fn.earlier?.find((one) => one.version === version);
