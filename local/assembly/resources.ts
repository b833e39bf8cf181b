import { AssemblyFormatError } from './errors';
import type { Evaluate } from './intrinsics';
import type { Stack, StackTree } from './stackTree';
import { type Expression, isRecord, type Resolved } from './template';

/** One resource of one stack, its properties resolved when asked for. */
export interface ResourceView {
  readonly stack: Stack;
  readonly logicalId: string;
  readonly type: string;
  raw(name: string): Expression | undefined;
  value(name: string): Resolved;
  /** @throws AssemblyFormatError when the property is missing or no string */
  text(name: string): string;
  /** The resolved `Ref` of the resource itself. */
  ref(): string;
  attribute(name: string): string;
}

/** Lists and resolves resources of every stack by type. */
export interface Resources {
  readonly tree: StackTree;
  readonly evaluate: Evaluate;
  ofType(type: string): ResourceView[];
  where(matches: (type: string) => boolean): ResourceView[];
}

export function createResources(tree: StackTree, evaluate: Evaluate): Resources {
  const view = (stack: Stack, logicalId: string): ResourceView => {
    const resource = stack.template.Resources?.[logicalId];
    const value = (name: string) => evaluate(stack, resource?.Properties?.[name]);
    return {
      stack,
      logicalId,
      type: resource?.Type ?? '',
      raw: (name) => resource?.Properties?.[name],
      value,
      text: (name) => {
        const found = value(name);
        if (typeof found === 'string') return found;
        throw new AssemblyFormatError(`${logicalId} in ${stack.file} has no text in ${name}.`);
      },
      ref: () => String(evaluate(stack, { Ref: logicalId })),
      attribute: (name) => String(evaluate(stack, { 'Fn::GetAtt': [logicalId, name] })),
    };
  };
  const where = (matches: (type: string) => boolean) =>
    tree.stacks.flatMap((stack) =>
      Object.entries(stack.template.Resources ?? {})
        .filter(([, { Type }]) => matches(Type))
        .map(([logicalId]) => view(stack, logicalId)),
    );
  return { tree, evaluate, where, ofType: (type) => where((candidate) => candidate === type) };
}

/** The resource of a type that there must be exactly one of. */
export function only(resources: Resources, type: string): ResourceView {
  const [first, ...more] = resources.ofType(type);
  if (first && more.length === 0) return first;
  throw new AssemblyFormatError(
    `The backend must have exactly one ${type}, not ${more.length + (first ? 1 : 0)}.`,
  );
}

/** The object in a resolved value; an empty one when there is none. */
export const objectOf = (value: Resolved): { readonly [key: string]: Resolved } =>
  isRecord(value) ? (value as { readonly [key: string]: Resolved }) : {};

/** The strings of a resolved list; an empty list when there is none. */
export const textsOf = (value: Resolved): string[] => (Array.isArray(value) ? value.map(String) : []);
