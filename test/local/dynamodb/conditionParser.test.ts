import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { rememberReadings } from '../../../local/dynamodb/conditionParser';
import fc from '../../properties';

interface Parser {
  parse(expression: string, options: { context: object }): unknown;
}
const PATH = 'dynalite/db/conditionParser';

/** The parser as dynalite ships it. */
function original(): Parser {
  const exported = { exports: {} as Parser };
  const source = readFileSync(require.resolve(PATH), 'utf8');
  compileFunction(source, ['module', 'exports'])(exported, exported.exports);
  return exported.exports;
}

/** What a parser makes of an expression, with what it found unused, or how it refuses it. */
function read(parser: Parser, expression: string): unknown {
  const context = {
    attrNames: { '#a': 'name', '#b': 'b' },
    attrVals: { ':x': { S: 'x' }, ':n': { N: '1' } },
    unusedAttrNames: { '#a': true, '#b': true },
    unusedAttrVals: { ':x': true, ':n': true },
    isReserved: (word: string) => word === 'name',
    compare: () => false,
  };
  try {
    return { read: parser.parse(expression, { context }), context: JSON.stringify(context) };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

const { expression } = fc.letrec<{ operand: string; expression: string }>((tie) => ({
  operand: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom('#a', '#b', ':x', ':n', 'name', 'x.y[1]', '#a.#b', '#unknown', ':unknown'),
    fc
      .tuple(fc.constantFrom('(', 'size(', 'nothing('), tie('operand'))
      .map(([open, inner]) => `${open}${inner})`),
  ),
  expression: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(tie('operand'), fc.constantFrom('=', '<>', '<'), tie('operand')).map((parts) => parts.join(' ')),
    fc.tuple(tie('operand'), tie('operand')).map(([one, other]) => `contains(${one}, ${other})`),
    fc.tuple(tie('operand'), tie('operand')).map(([one, other]) => `${one} BETWEEN ${other} AND :n`),
    fc.tuple(tie('operand'), tie('operand')).map(([one, other]) => `${one} IN (${other}, :x)`),
    fc
      .tuple(tie('expression'), fc.constantFrom('AND', 'OR'), tie('expression'))
      .map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('(', 'NOT ', 'NOT (', '(('), tie('expression'), fc.constantFrom(')', '', '))'))
      .map((parts) => parts.join('')),
  ),
}));

it('remembering what was read changes nothing of what is understood, refused or found unused', () => {
  const asShipped = original();
  rememberReadings();
  const remembering = require(PATH) as Parser;
  fc.assert(
    fc.property(expression, (text) => {
      expect(read(remembering, text)).toEqual(read(asShipped, text));
    }),
    { numRuns: 2_000 },
  );
});
