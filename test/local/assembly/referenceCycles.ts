import type { Stack } from '../../../local/assembly/stackTree';
import { isRecord } from '../../../local/assembly/template';

/** Resource ids that an expression refers to, by Ref, GetAtt or inside a Sub. */
function referencesOf(expression: unknown): string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesOf);
  if (!isRecord(expression)) return [];
  return Object.entries(expression as Record<string, unknown>).flatMap(([key, value]) => {
    if (key === 'Ref') return [String(value)];
    if (key === 'Fn::GetAtt')
      return [Array.isArray(value) ? String(value[0]) : (String(value).split('.')[0] ?? '')];
    if (key === 'Fn::Sub') {
      const text = String(Array.isArray(value) ? value[0] : value);
      const named = [...text.matchAll(/\$\{([^!}.]+)[^}]*\}/g)].map((match) => match[1] ?? '');
      return [...named, ...(Array.isArray(value) ? referencesOf(value.slice(1)) : [])];
    }
    return referencesOf(value);
  });
}

/** What CloudFormation must have made before each resource of one stack. */
export function dependenciesOf({ template }: Stack): Map<string, string[]> {
  const resources = Object.entries(template.Resources ?? {});
  const ids = new Set(resources.map(([id]) => id));
  return new Map(
    resources.map(([id, resource]) => [
      id,
      [...referencesOf(resource.Properties), ...[resource.DependsOn ?? []].flat()].filter((one) =>
        ids.has(one),
      ),
    ]),
  );
}

/** The first cycle of a graph as the nodes along it, or undefined. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return undefined;
}
