import velocity from 'amplify-velocity-template';
import { ResolverError } from '../errors';

/** The syntax tree that the parser makes; see its grammar for what each node stands for. */
export type Node =
  | string
  | Block
  | Reference
  | { readonly type: 'set'; readonly equal: readonly [Reference, Expression] }
  | { readonly type: 'return'; readonly value?: Expression | null }
  | { readonly type: 'raw'; readonly value: string }
  | { readonly type: 'break' | 'comment' }
  | { readonly type: 'macro_call'; readonly id: string };

/** A directive with a body: its head first, then the nodes within, up to its `#end`. */
export type Block = readonly [BlockHead, ...(Node | Branch)[]];

export type BlockHead =
  | { readonly type: 'if'; readonly condition: Expression }
  | { readonly type: 'foreach'; readonly to: string; readonly from: Expression }
  | { readonly type: 'macro' | 'define' | 'noescape' | 'macro_body' };

export type Branch = { readonly type: 'elseif'; readonly condition: Expression } | { readonly type: 'else' };

export interface Reference {
  readonly type: 'references';
  readonly id: string;
  /** `$!x` renders as nothing when there is no value, `$x` as itself. */
  readonly leader: '$' | '$!';
  readonly isWraped?: boolean;
  readonly path?: readonly Step[];
}

export type Step =
  | { readonly type: 'property'; readonly id: string }
  | { readonly type: 'method'; readonly id: string; readonly args: readonly Expression[] | false }
  | { readonly type: 'index'; readonly id: Expression };

export type Expression =
  | Reference
  | { readonly type: 'string'; readonly value: string; readonly isEval?: boolean }
  | { readonly type: 'integer' | 'decimal'; readonly value: string | number }
  | { readonly type: 'bool'; readonly value: 'true' | 'false' | 'null' }
  | { readonly type: 'array'; readonly isRange?: boolean; readonly value?: readonly Expression[] }
  | { readonly type: 'map'; readonly value?: { readonly [key: string]: Expression } }
  | { readonly type: 'math'; readonly operator: string; readonly expression: readonly Expression[] };

const trees = new Map<string, readonly Node[]>();

/**
 * Parses a template, once.
 * @throws ResolverError when the template has a mistake
 */
export function parseTemplate(template: string): readonly Node[] {
  const known = trees.get(template);
  if (known) return known;
  try {
    const tree = velocity.parse(template) as Node[];
    trees.set(template, tree);
    return tree;
  } catch (cause) {
    const message = `The template cannot be parsed: ${(cause as Error).message}`;
    throw new ResolverError(message, 'MappingTemplate', { cause });
  }
}

const interpolations = new Map<string, readonly Node[]>();

/** Parses the inside of a double-quoted string, in which only references mean anything, never directives. */
export function parseInterpolation(text: string): readonly Node[] {
  const known = interpolations.get(text);
  if (known) return known;
  const tree = velocity.parse(text.replaceAll('#', '\\#'), undefined, true) as Node[];
  interpolations.set(text, tree);
  return tree;
}

/** A reference as it was written, for messages and for references without a value. */
export function written(reference: Reference): string {
  const steps = (reference.path ?? []).map((step) => {
    if (step.type === 'property') return `.${step.id}`;
    if (step.type === 'method') return `.${step.id}(${step.args ? '…' : ''})`;
    return `[${'value' in step.id ? step.id.value : '…'}]`;
  });
  const path = `${reference.id}${steps.join('')}`;
  return reference.isWraped ? `${reference.leader}{${path}}` : `${reference.leader}${path}`;
}
