import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';

interface Parser {
  parse(expression: string, options: object): unknown;
}

const require = createRequire(import.meta.url);
const PATH = 'dynalite/db/conditionParser';

/** The rules that try several readings of what follows, each from its beginning. The rest looks at a word. */
const REMEMBERED = [
  ...['Or', 'And', 'Not', 'Parens', ''].map((kind) => `${kind}ConditionExpression`),
  ...['OperandParens', 'Function', 'GroupedPathExpression'],
];

/**
 * Makes dynalite's parser of conditions remember what it has read where. As it is generated it reads a
 * parenthesis in every possible way, and those in it again for each of them: ten levels take minutes, and
 * nobody else is served meanwhile. This is what the generator's own option `cache` would do.
 */
export function rememberReadings(): void {
  const parser = require(PATH) as Parser;
  const exported: { exports: Partial<Parser> } = { exports: {} };
  const source = withMemory(readFileSync(require.resolve(PATH), 'utf8'));
  compileFunction(source, ['module', 'exports'])(exported, exported.exports);
  const { parse } = exported.exports;
  if (!parse)
    throw new Error(`${PATH} exports no parser. The version of dynalite is pinned; look at it again.`);
  parser.parse = parse;
}

function withMemory(source: string): string {
  const remembered = REMEMBERED.reduce(
    (text, rule, index) =>
      replaced(
        text,
        `function peg$parse${rule}() {`,
        `function peg$parse${rule}() { return peg$remembered(${index}, peg$read${rule}); }
         function peg$read${rule}() {`,
      ),
    source,
  );
  return replaced(
    remembered,
    'function peg$parse(input, options) {',
    `function peg$parse(input, options) {
      var peg$readings = new Map();
      function peg$remembered(rule, read) {
        var key = peg$currPos * ${REMEMBERED.length} + rule;
        var known = peg$readings.get(key);
        if (!known) {
          known = { result: read(), end: 0 };
          known.end = peg$currPos;
          peg$readings.set(key, known);
        }
        peg$currPos = known.end;
        // A path is changed in place by who gets it: names of attributes are put into it.
        return Array.isArray(known.result) ? known.result.slice() : known.result;
      }`,
  );
}

function replaced(text: string, part: string, by: string): string {
  if (text.split(part).length !== 2) {
    throw new Error(
      `${PATH} does not hold "${part}" once. The version of dynalite is pinned; look at it again.`,
    );
  }
  return text.replace(part, () => by);
}
