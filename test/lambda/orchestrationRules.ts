import { parseSync } from '@swc/core';

/**
 * What the linter that comes with the durable SDK forbids, found in the syntax tree: its package is for ESLint, which
 * this project does not use. https://github.com/aws/aws-durable-execution-sdk-js/tree/main/packages/aws-durable-execution-sdk-js-eslint-plugin
 */

type Node = Record<string, unknown> & { type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* below(node: object): Generator<Node> {
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child !== 'object' || child === null) continue;
      // Some of what swc wraps nodes in has no type itself.
      if (isNode(child)) yield child;
      yield* below(child);
    }
  }
}

/** What a replay must ask for again in the same order. */
const OPERATIONS = new Set([
  ...['step', 'map', 'parallel', 'wait', 'invoke', 'createCallback'],
  ...['waitForCallback', 'waitForCondition', 'runInChildContext'],
]);
/** Those of them whose function runs once, and not again on a replay. */
const RUN_ONCE = new Set(['step', 'waitForCallback', 'waitForCondition']);

const nameOf = (node: unknown): string => (isNode(node) ? String(node.value ?? '') : '');

/** The method that a call is of, and what it is called on; nothing for another call. */
function methodOf(node: Node): { on: string; method: string } | undefined {
  if (node.type !== 'CallExpression' || !isNode(node.callee) || node.callee.type !== 'MemberExpression')
    return undefined;
  const { object, property } = node.callee as unknown as { object: Node; property: Node };
  const on = object.type === 'MemberExpression' ? nameOf(object.property) : nameOf(object);
  return { on, method: nameOf(property) };
}

const isOperation = (node: Node): boolean => {
  const call = methodOf(node);
  return call !== undefined && OPERATIONS.has(call.method) && /context$/i.test(call.on);
};

const functionsIn = (call: Node): Node[] =>
  (call.arguments as { expression: Node }[])
    .map(({ expression }) => expression)
    .filter(({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression');

/** Names that a function declares itself: its parameters, and whatever stands in its body. */
function declaredIn(fn: Node): Set<string> {
  const names = new Set<string>();
  const take = (pattern: unknown): void => {
    if (!isNode(pattern)) return;
    if (pattern.type === 'Identifier') names.add(nameOf(pattern));
    for (const inner of below(pattern)) if (inner.type === 'Identifier') names.add(nameOf(inner));
  };
  for (const param of fn.params as unknown[]) take(isNode(param) && isNode(param.pat) ? param.pat : param);
  for (const inner of below(fn)) {
    if (inner.type === 'VariableDeclarator') take(inner.id);
    if (inner.type === 'ArrowFunctionExpression') for (const param of inner.params as unknown[]) take(param);
  }
  return names;
}

/** What an assignment changes: `x`, the `x` of `x.y`, or `this`. */
function changed(node: Node): string | undefined {
  const target = (node.type === 'AssignmentExpression' ? node.left : node.argument) as Node;
  let at: Node = target;
  while (at.type === 'MemberExpression') at = at.object as Node;
  return at.type === 'ThisExpression' ? 'this' : nameOf(at);
}

/** Every rule that a file which orders steps breaks, in a sentence each. */
export function brokenRules(source: string): string[] {
  const tree = parseSync(source, { syntax: 'typescript', target: 'es2022' }) as unknown as Node;
  const broken: string[] = [];
  for (const item of (tree.body as Node[]) ?? []) {
    const declaration = item.type === 'ExportDeclaration' ? (item.declaration as Node) : item;
    if (declaration.type === 'VariableDeclaration' && declaration.kind !== 'const')
      broken.push('A variable of the module lives on between executions in one process, and in no other.');
  }
  for (const node of below(tree)) {
    const call = methodOf(node);
    if (call?.on === 'Math' && call.method === 'random') broken.push('A replay draws another number.');
    if (
      node.type === 'NewExpression' &&
      nameOf(node.callee) === 'Date' &&
      (node.arguments as [])?.length === 0
    )
      broken.push('A replay comes at another time.');
    if (!isOperation(node) || !RUN_ONCE.has(call?.method ?? '')) continue;
    for (const fn of functionsIn(node)) {
      const own = declaredIn(fn);
      for (const inner of below(fn)) {
        if (isOperation(inner)) broken.push('A step within a step is never checkpointed.');
        if (inner.type !== 'AssignmentExpression' && inner.type !== 'UpdateExpression') continue;
        const name = changed(inner);
        if (name !== undefined && !own.has(name))
          broken.push(`A step changes “${name}” around it, which a replay does not do.`);
      }
    }
  }
  return broken;
}
