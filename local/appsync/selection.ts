import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';

type Fragments = { readonly [name: string]: FragmentDefinitionNode };

/** The fields of a selection, fragments spread out. */
export function fieldsOf(selection: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (selection?.selections ?? []).flatMap((node) => {
    if (node.kind === 'Field') return [node];
    if (node.kind === 'InlineFragment') return fieldsOf(node.selectionSet, fragments);
    return fieldsOf(fragments[node.name.value]?.selectionSet, fragments);
  });
}

/** `$ctx.info.selectionSetList`: every selected field as a path such as `items/title`. */
export function selectionPaths(
  selection: SelectionSetNode | undefined,
  fragments: Fragments,
  prefix = '',
): string[] {
  return fieldsOf(selection, fragments).flatMap((field) => {
    const path = `${prefix}${field.alias?.value ?? field.name.value}`;
    return [path, ...selectionPaths(field.selectionSet, fragments, `${path}/`)];
  });
}

/**
 * Turns an answer back into the object it came from: keys are field names instead of aliases, and AWSJSON
 * is a value instead of text. This is what subscriptions filter and select from; nothing that the mutation
 * did not select, or was refused, is in it.
 */
export function resultOf(
  answer: unknown,
  type: GraphQLOutputType,
  selection: SelectionSetNode | undefined,
  fragments: Fragments,
): unknown {
  if (answer === null || answer === undefined) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const itemType = nullable.ofType as GraphQLOutputType;
    return (answer as unknown[]).map((item) => resultOf(item, itemType, selection, fragments));
  }
  const named = getNamedType(nullable);
  if (!isObjectType(named)) {
    return named.name === 'AWSJSON' ? (JSON.parse(String(answer)) as unknown) : answer;
  }
  const values = answer as Readonly<Record<string, unknown>>;
  const fields = named.getFields();
  return Object.fromEntries(
    fieldsOf(selection, fragments).flatMap((node): [string, unknown][] => {
      const field = fields[node.name.value];
      if (!field) return [];
      const value = values[node.alias?.value ?? node.name.value];
      return [[field.name, resultOf(value, field.type, node.selectionSet, fragments)]];
    }),
  );
}
