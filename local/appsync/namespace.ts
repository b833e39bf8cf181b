import { UnsupportedFeatureError } from './errors';

// biome-ignore lint/suspicious/noExplicitAny: templates and handlers call these with whatever they hold.
type Callable = (...args: any[]) => unknown;

export interface Members {
  readonly [name: string]: Callable | Namespace;
}

/** A group of functions that AppSync offers, such as `$util.time`. Asking for an unknown one is an error. */
export class Namespace {
  readonly #members: Map<string, Callable | Namespace>;

  constructor(
    readonly name: string,
    members: Members,
  ) {
    this.#members = new Map(Object.entries(members));
  }

  /** @throws UnsupportedFeatureError by full name when there is no such member */
  member(name: string): Callable | Namespace {
    const found = this.#members.get(name);
    if (found === undefined) throw new UnsupportedFeatureError(`${this.name}.${name}`);
    return found;
  }

  /** The same namespace as an object, for JavaScript handlers. */
  asObject(): object {
    const members = [...this.#members].map(([name, found]): [string, unknown] => [
      name,
      found instanceof Namespace ? found.asObject() : found,
    ]);
    return new Proxy(Object.fromEntries([['__esModule', true], ...members]), {
      get: (target, name) => {
        if (typeof name === 'string' && !Object.hasOwn(target, name)) this.member(name);
        return Reflect.get(target, name) as unknown;
      },
    });
  }
}
