import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** A file by its path from the repository. */
export interface Source {
  file: string;
  source: string;
}

/** As much of a syntax tree (swc's) as is looked at here. */
interface Node {
  type: string;
  [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** What says a phrase of the catalogue; the compiler checks that it is one. */
const SAYS = new Set(['say', 'saying', 'sayCount']);
/** Attributes that nobody reads. */
const UNREAD =
  /^(?:className|id|htmlFor|key|role|type|to|href|dir|lang|rel|d|viewBox|transform|preserveAspectRatio|textAnchor|accept|autoComplete|autoCapitalize|popover|scope|data-.*|aria-(?:live|current|labelledby|describedby|controls|hidden))$/;
/** Calls whose texts name something in the page or on the device, or are told to whoever looks at the console. */
const TECHNICAL =
  /^(?:console\.\w+|(?:.*\.)?(?:closest|querySelector(?:All)?|matches|getItem|setItem|startsWith|endsWith|includes|replace(?:All)?|split|join|addEventListener|removeEventListener|createElement|has|get|set|delete|key|test)|showRow|showPlace|RegExp)$/;

/** Two words, a sentence, or a word with a capital. */
const PROSE = /\p{L}{2,}[,.:;]? \p{L}+|^\p{Lu}\p{Ll}+[.…:!?]?$|^\p{Lu}[^{}]*[.…!?]$/u;
/** A word beside a value: `${count} overdue`. */
const BESIDE_A_VALUE = /\} \p{L}{2,}(?![-\w]*[{(=])|\p{L}{2,}:? \{/u;
const LETTER = /\p{L}/u;

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node.value);
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return '';
};

const parts = (node: Node): unknown[] =>
  Object.entries(node)
    .filter(([key]) => key !== 'span' && key !== 'ctxt')
    .map(([, value]) => value);

/** In a file without elements `<T>` begins a function of any type. */
function bodyOf({ file, source }: Source): unknown {
  return parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2022' }).body;
}

/** Every text of a source that looks as if people read it and is no phrase of the catalogue. */
export function textsIn(source: Source): string[] {
  const found: string[] = [];
  const take = (text: string) => {
    if (text.trim() !== '') found.push(text.trim().replace(/\s+/g, ' '));
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    if (!isNode(value)) {
      // What swc wraps: `{ spread, expression }` of an argument.
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
      return;
    }
    visitNode(value);
  };
  const visitNode = (node: Node): void => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
      case 'TsTypeAnnotation':
      case 'TsInterfaceDeclaration':
      case 'TsTypeAliasDeclaration':
      case 'TsTypeParameterInstantiation':
      case 'TaggedTemplateExpression':
        return;
      case 'JSXText':
        if (LETTER.test(String(node.value))) take(String(node.value));
        return;
      case 'JSXAttribute':
        visitAttribute(node);
        return;
      case 'JSXElement':
      case 'JSXFragment':
        // What stands between tags is read, be it a single word.
        for (const child of node.children as Node[])
          if (child.type === 'JSXExpressionContainer') shown(child.expression as Node).forEach(take);
        break;
      case 'CallExpression':
        visitCall(node);
        return;
      case 'NewExpression':
        // Told to programmers: it is thrown where the code is wrong.
        if (/^(?:Error|RegExp|Event|Intl\..*)$/.test(nameOf(node.callee))) return;
        break;
      case 'VariableDeclarator':
        // The compiler knows that these are phrases.
        if (isChecked((node.id as Node).typeAnnotation)) return;
        break;
      case 'TsSatisfiesExpression':
        if (isChecked(node.typeAnnotation)) return;
        break;
      case 'ClassProperty':
        if (nameOf(node.key) === 'name') return;
        break;
      case 'BinaryExpression':
        if (['===', '!=='].includes(String(node.operator))) return;
        break;
      case 'SwitchCase':
        visit(node.consequent);
        return;
      case 'KeyValueProperty':
        if (/^(?:className|id|type|kind|key)$/.test(nameOf(node.key))) return;
        visit(node.value);
        return;
      case 'StringLiteral':
        if (PROSE.test(String(node.value))) take(String(node.value));
        return;
      case 'TemplateLiteral': {
        const text = (node.quasis as Node[]).map((quasi) => String(quasi.raw)).join('{}');
        if (
          (PROSE.test(text) || BESIDE_A_VALUE.test(text)) &&
          !/^\s*(?:query|mutation|subscription) \w/.test(text)
        )
          take(text);
        visit(node.expressions);
        return;
      }
    }
    visit(parts(node));
  };
  const shown = (node: Node): string[] => {
    if (node.type === 'StringLiteral')
      return LETTER.test(String(node.value)) && !PROSE.test(String(node.value)) ? [String(node.value)] : [];
    if (node.type === 'ConditionalExpression')
      return [...shown(node.consequent as Node), ...shown(node.alternate as Node)];
    if (node.type === 'ParenthesisExpression') return shown(node.expression as Node);
    return node.type === 'BinaryExpression' ? shown(node.right as Node) : [];
  };
  const visitAttribute = (node: Node) => {
    const name = nameOf(node.name) || nameOf((node.name as Node).name);
    if (UNREAD.test(name)) return;
    const value = node.value as Node | null;
    if (value?.type === 'StringLiteral') {
      const text = String(value.value);
      if (/^(?:aria-label|title|placeholder|alt|label)$/.test(name) ? LETTER.test(text) : PROSE.test(text))
        take(text);
      return;
    }
    visit(value);
  };
  const visitCall = (node: Node) => {
    const name = nameOf(node.callee);
    const given = (node.arguments as Array<{ expression: Node }>).map(({ expression }) => expression);
    visit(node.callee);
    if (SAYS.has(name)) visit(given.slice(1).filter(({ type }) => type !== 'StringLiteral'));
    else if (TECHNICAL.test(name)) visit(given.filter(({ type }) => !/Literal$/.test(type)));
    else visit(given);
  };
  visit(bodyOf(source));
  return found;
}

const isChecked = (type: unknown): boolean => JSON.stringify(type ?? null).includes('"value":"Wording"');

/** The English of every phrase that a source says, as far as it stands there as a text. */
export function phrasesSaidIn(source: Source): string[] {
  const said: string[] = [];
  const texts = (node: Node): string[] => {
    if (node.type === 'StringLiteral') return [String(node.value)];
    if (node.type === 'ConditionalExpression')
      return [...texts(node.consequent as Node), ...texts(node.alternate as Node)];
    return [];
  };
  const all = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(all);
    else if (isNode(value)) {
      if (value.type === 'StringLiteral') said.push(String(value.value));
      parts(value).forEach(all);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(all);
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    if (!isNode(value)) {
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
      return;
    }
    const name = value.type === 'CallExpression' ? nameOf(value.callee) : '';
    if (SAYS.has(name)) {
      const given = (value.arguments as Array<{ expression: Node }>).map(({ expression }) => expression);
      const english = given[name === 'sayCount' ? 2 : 0];
      if (english) said.push(...texts(english));
    }
    if (value.type === 'VariableDeclarator' && isChecked((value.id as Node).typeAnnotation)) all(value.init);
    if (value.type === 'TsSatisfiesExpression' && isChecked(value.typeAnnotation)) all(value.expression);
    parts(value).forEach(visit);
  };
  visit(bodyOf(source));
  return said;
}

const SRC = join(__dirname, '../../../src');

/** The sources of the screen by their paths from the repository, without the catalogue itself. */
export const sourcesOfScreen = (): Source[] =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(join('language', 'italian')))
    .sort()
    .map((path) => ({
      file: join('src', path),
      source: readFileSync(join(SRC, path), 'utf8'),
    }));
