import { UnresolvedReferenceError, UnsupportedIntrinsicError } from './errors';
import { type AttributeReader, attributeOf, type LocalValues, refOf } from './physicalIds';
import type { Stack } from './stackTree';
import { type Expression, isRecord, type Resolved } from './template';

/** Resolves an expression of one stack to the value it has locally. */
export type Evaluate = (stack: Stack, expression: Expression | undefined) => Resolved;

type Intrinsic = (stack: Stack, argument: Expression) => Resolved;

const list = (value: Resolved, intrinsic: string, stack: Stack): Resolved[] => {
  if (!Array.isArray(value)) {
    throw new UnsupportedIntrinsicError(`${intrinsic} of something that is no list`, stack.file);
  }
  return value;
};

/**
 * Makes the resolver of CloudFormation's intrinsic functions. Values are looked up when asked for, so a
 * part of a template that nobody reads may use anything.
 * @throws UnsupportedIntrinsicError, UnresolvedReferenceError from the returned function
 */
export function createEvaluator(values: LocalValues): Evaluate {
  const pseudo: { [name: string]: Resolved } = {
    'AWS::Region': values.region,
    'AWS::AccountId': values.account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::NoValue': undefined,
    'AWS::StackName': 'local',
    'AWS::StackId': `arn:aws:cloudformation:${values.region}:${values.account}:stack/local/local`,
  };

  const reader = (stack: Stack, logicalId: string): AttributeReader => {
    const resource = stack.template.Resources?.[logicalId];
    if (resource === undefined) throw new UnresolvedReferenceError(logicalId, stack.file);
    return {
      stack,
      logicalId,
      type: resource.Type,
      property: (name) => evaluate(stack, resource.Properties?.[name]),
    };
  };

  const ref = (stack: Stack, name: string): Resolved => {
    if (name in pseudo) return pseudo[name];
    const parameter = stack.template.Parameters?.[name];
    if (parameter === undefined) return refOf(reader(stack, name), values);
    if (name in stack.parameters && stack.parent) return evaluate(stack.parent, stack.parameters[name]);
    if (parameter.Default === undefined) throw new UnresolvedReferenceError(`Parameter ${name}`, stack.file);
    return evaluate(stack, parameter.Default);
  };

  const getAtt = (stack: Stack, argument: Expression): Resolved => {
    const parts = Array.isArray(argument) ? argument.map(String) : String(argument).split(/\.(.*)/s, 2);
    const [logicalId = '', attribute = ''] = parts;
    const child = stack.children.get(logicalId);
    if (child === undefined) return attributeOf(reader(stack, logicalId), attribute, values);
    const output = child.template.Outputs?.[attribute.replace(/^Outputs\./, '')];
    if (output === undefined) throw new UnresolvedReferenceError(`${logicalId}.${attribute}`, stack.file);
    return evaluate(child, output.Value);
  };

  const substitute = (stack: Stack, argument: Expression): string => {
    const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
    const own = isRecord(variables) ? (variables as { [name: string]: Expression }) : {};
    return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      if (name in own) return String(evaluate(stack, own[name]));
      return String(name.includes('.') ? getAtt(stack, name) : ref(stack, name));
    });
  };

  const holds = (stack: Stack, condition: Expression | undefined): boolean => {
    const [name, argument] = isRecord(condition) ? (Object.entries(condition)[0] ?? []) : [];
    const operands = Array.isArray(argument) ? (argument as Expression[]) : [];
    switch (name) {
      case 'Condition':
        return holds(stack, stack.template.Conditions?.[String(argument)]);
      case 'Fn::Equals':
        return evaluate(stack, operands[0]) === evaluate(stack, operands[1]);
      case 'Fn::Not':
        return !holds(stack, operands[0]);
      case 'Fn::And':
        return operands.every((operand) => holds(stack, operand));
      case 'Fn::Or':
        return operands.some((operand) => holds(stack, operand));
      default:
        throw new UnsupportedIntrinsicError(`Condition ${JSON.stringify(condition)}`, stack.file);
    }
  };

  const intrinsics: { readonly [name: string]: Intrinsic } = {
    Ref: (stack, name) => ref(stack, String(name)),
    'Fn::GetAtt': getAtt,
    'Fn::Sub': substitute,
    'Fn::Join': (stack, argument) => {
      const [separator, parts] = argument as [string, Expression];
      return list(evaluate(stack, parts), 'Fn::Join', stack).join(separator);
    },
    'Fn::Select': (stack, argument) => {
      const [index, parts] = argument as [Expression, Expression];
      return list(evaluate(stack, parts), 'Fn::Select', stack)[Number(evaluate(stack, index))];
    },
    'Fn::Split': (stack, argument) => {
      const [separator, text] = argument as [string, Expression];
      return String(evaluate(stack, text)).split(separator);
    },
    'Fn::If': (stack, argument) => {
      const [condition, whenTrue, whenFalse] = argument as [string, Expression, Expression];
      return evaluate(stack, holds(stack, { Condition: condition }) ? whenTrue : whenFalse);
    },
  };

  const evaluate: Evaluate = (stack, expression) => {
    if (Array.isArray(expression)) {
      return expression.map((item) => evaluate(stack, item)).filter((item) => item !== undefined);
    }
    if (!isRecord(expression)) return expression as Resolved;
    const entries = Object.entries(expression as { [key: string]: Expression });
    const [name, argument] = entries[0] ?? [];
    if (entries.length === 1 && name !== undefined && argument !== undefined) {
      const intrinsic = intrinsics[name];
      if (intrinsic) return intrinsic(stack, argument);
      if (name.startsWith('Fn::')) throw new UnsupportedIntrinsicError(name, stack.file);
    }
    return Object.fromEntries(
      entries
        .map(([key, value]): [string, Resolved] => [key, evaluate(stack, value)])
        .filter(([, value]) => value !== undefined),
    );
  };
  return evaluate;
}
