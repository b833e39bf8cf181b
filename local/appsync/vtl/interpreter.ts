import { RequestQuotaError, ResolverError, UnsupportedFeatureError } from '../errors';
import { Namespace } from '../namespace';
import { callMethod, isMap } from './methods';
import { calculate, isTrue, toText } from './operators';
import {
  type Block,
  type Branch,
  type Expression,
  type Node,
  parseInterpolation,
  type Reference,
  type Step,
  written,
} from './syntax';

/** AppSync's quota: "Iterations in a foreach loop in mapping templates". */
const MAX_ITERATIONS = 1_000;

/** Why rendering stopped before the end of the template. */
type Interruption = { readonly kind: 'break' } | { readonly kind: 'return'; readonly value: unknown };

/** Renders one template with Velocity 1.x's rules, as AppSync does. An instance serves one rendering. */
export class Interpreter {
  readonly #variables: Record<string, unknown>;
  #interruption: Interruption | undefined;

  /** @param variables what the template sees, such as `util` and `ctx`; `#set` adds to it */
  constructor(variables: Record<string, unknown>) {
    this.#variables = variables;
  }

  /** The value of the `#return` that ended the template, if one did. */
  get returned(): { readonly value: unknown } | undefined {
    return this.#interruption?.kind === 'return' ? this.#interruption : undefined;
  }

  render(nodes: readonly (Node | Branch)[]): string {
    let text = '';
    for (const node of nodes) {
      text += this.#node(node);
      if (this.#interruption) break;
    }
    return text;
  }

  #node(node: Node | Branch): string {
    if (typeof node === 'string') return node;
    if ('length' in node) return this.#block(node);
    switch (node.type) {
      case 'references':
        return this.#text(node);
      case 'set':
        this.#assign(...node.equal);
        return '';
      case 'return':
        this.#interruption = { kind: 'return', value: node.value ? this.evaluate(node.value) : null };
        return '';
      case 'break':
        this.#interruption = { kind: 'break' };
        return '';
      case 'comment':
        return '';
      case 'raw':
        return node.value;
      case 'macro_call':
        // The parser takes a bare #return for a call of a macro.
        if (node.id !== 'return') throw new UnsupportedFeatureError(`#${node.id} in a template`);
        this.#interruption = { kind: 'return', value: null };
        return '';
      default:
        throw new UnsupportedFeatureError(`#${node.type} in a template`);
    }
  }

  #block(block: Block): string {
    const [head, ...body] = block;
    if (head.type === 'if') return this.#if(head.condition, body);
    if (head.type === 'foreach') return this.#foreach(head.to, head.from, body as Node[]);
    throw new UnsupportedFeatureError(`#${head.type} in a template`);
  }

  #if(condition: Expression, body: readonly (Node | Branch)[]): string {
    let holds = isTrue(this.evaluate(condition));
    const chosen: Node[] = [];
    for (const node of body) {
      const branch = typeof node === 'object' && 'type' in node ? node : undefined;
      const isBranch = branch?.type === 'else' || branch?.type === 'elseif';
      if (!isBranch) {
        if (holds) chosen.push(node as Node);
        continue;
      }
      if (holds) break;
      holds = branch.type === 'else' || isTrue(this.evaluate(branch.condition));
    }
    return this.render(chosen);
  }

  #foreach(variable: string, from: Expression, body: readonly Node[]): string {
    const source = this.evaluate(from);
    const items = Array.isArray(source)
      ? [...(source as unknown[])]
      : isMap(source)
        ? Object.values(source)
        : [];
    if (items.length > MAX_ITERATIONS) {
      throw new RequestQuotaError(
        `A #foreach over ${items.length} items; AppSync allows ${MAX_ITERATIONS} iterations.`,
        'MappingTemplate',
      );
    }
    const { [variable]: outer, foreach: outerLoop, velocityCount: outerCount } = this.#variables;
    let text = '';
    for (const [index, item] of items.entries()) {
      this.#variables[variable] = item;
      this.#variables.velocityCount = index + 1;
      this.#variables.foreach = {
        index,
        count: index + 1,
        first: index === 0,
        last: index === items.length - 1,
        hasNext: index < items.length - 1,
      };
      text += this.render(body);
      if (this.#interruption?.kind === 'break') {
        this.#interruption = undefined;
        break;
      }
      if (this.#interruption) break;
    }
    Object.assign(this.#variables, { [variable]: outer, foreach: outerLoop, velocityCount: outerCount });
    return text;
  }

  #assign(target: Reference, expression: Expression): void {
    const value = this.evaluate(expression);
    const path = target.path ?? [];
    const last = path.at(-1);
    if (!last) {
      this.#variables[target.id] = value;
      return;
    }
    const owner = this.#walk({ ...target, path: path.slice(0, -1) });
    const key =
      last.type === 'property' ? last.id : last.type === 'index' ? this.evaluate(last.id) : undefined;
    if (key === undefined || typeof owner !== 'object' || owner === null || owner instanceof Namespace) {
      throw new ResolverError(`#set cannot assign to ${written(target)}`, 'MappingTemplate');
    }
    (owner as Record<string, unknown>)[String(key)] = value;
  }

  #text(reference: Reference): string {
    const value = this.#walk(reference);
    if (value === null || value === undefined) return reference.leader === '$!' ? '' : written(reference);
    return toText(value);
  }

  #walk(reference: Reference): unknown {
    let value: unknown = Object.hasOwn(this.#variables, reference.id)
      ? this.#variables[reference.id]
      : undefined;
    for (const step of reference.path ?? []) {
      // Velocity lets a reference through nothing be nothing.
      if (value === null || value === undefined) return null;
      value = this.#step(value, step, reference);
    }
    return value;
  }

  #step(value: unknown, step: Step, reference: Reference): unknown {
    if (step.type === 'method') {
      const args = (step.args || []).map((argument) => this.evaluate(argument));
      if (value instanceof Namespace) {
        const member = value.member(step.id);
        if (member instanceof Namespace) throw new UnsupportedFeatureError(`${value.name}.${step.id}()`);
        return member(...args);
      }
      // $foreach.hasNext() is a method in Java, a property here.
      const loop = value === this.#variables.foreach ? (value as Record<string, unknown>) : undefined;
      if (loop && Object.hasOwn(loop, step.id)) return loop[step.id];
      return callMethod(value, step.id, args, written(reference));
    }
    const key = step.type === 'property' ? step.id : this.evaluate(step.id);
    if (value instanceof Namespace) return value.member(String(key));
    if (typeof value !== 'object' || value === null) return null;
    return Object.hasOwn(value, key as PropertyKey) ? (value as Record<string, unknown>)[String(key)] : null;
  }

  evaluate(expression: Expression): unknown {
    switch (expression.type) {
      case 'references':
        return this.#walk(expression);
      case 'string':
        return expression.isEval && expression.value.includes('$')
          ? this.render(parseInterpolation(expression.value))
          : expression.value;
      case 'integer':
      case 'decimal':
        return Number(expression.value);
      case 'bool':
        return expression.value === 'null' ? null : expression.value === 'true';
      case 'array':
        if (expression.isRange) throw new UnsupportedFeatureError('A range in a template');
        return (expression.value ?? []).map((item) => this.evaluate(item));
      case 'map':
        return Object.fromEntries(
          Object.entries(expression.value ?? {}).map(([key, item]) => [key, this.evaluate(item)]),
        );
      case 'math':
        return calculate(expression.operator, expression.expression, (operand) => this.evaluate(operand));
    }
  }
}
