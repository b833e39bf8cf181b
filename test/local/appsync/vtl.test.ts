import { AppSyncError, UnsupportedFeatureError } from '../../../local/appsync/errors';
import { ResolverState } from '../../../local/appsync/resolverState';
import { createExtensions, createUtil } from '../../../local/appsync/templateUtil';
import { renderTemplate } from '../../../local/appsync/vtl/render';

const render = (template: string, context: object = {}) => {
  const state = new ResolverState('Query', 'getThing', 'AMAZON_COGNITO_USER_POOLS');
  const tools = { util: createUtil(state), extensions: createExtensions(state) };
  return { ...renderTemplate(template, context, tools), state };
};

/** The value that a template makes of `$value`. */
const evaluated = (expression: string, context: object = {}) =>
  render(`#set($value = ${expression})$util.toJson($value)`, context).value;

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the variables are Velocity's.
describe('a template behaves as it does on AppSync', () => {
  test.each<[string, unknown]>([
    ['1 + 2 * 3', 7],
    ['7 / 2', 3],
    ['7 % 4', 3],
    ['"a" == "a"', true],
    ['1 != 1', false],
    ['!(1 < 2) || 3 >= 3', true],
    ['[1, 2, {"a": null}]', [1, 2, { a: null }]],
    ['{}', {}],
    ['[]', []],
    ['"x$ctx.args.name#$ctx.args.list[1]"', 'xAda#two'],
    ["'$ctx.args.name'", '$ctx.args.name'],
    ['"$ctx.args.missing"', '$ctx.args.missing'],
    ['"$!ctx.args.missing"', ''],
    ['"${ctx.args.eq}s"', 'equals'],
    ['$ctx.args.deep.er.still', null],
    ['$ctx.args.missing.size() - 1', null],
    ['$ctx.args.missing < 1', false],
    ['$ctx.args.get("name")', 'Ada'],
    ['$ctx.args["name"]', 'Ada'],
    ['$ctx.args.list.size()', 2],
    ['$ctx.args.list.contains("two")', true],
    ['$ctx.args.name.length()', 3],
    ['$ctx.args.name.replaceAll("A(.)", "$1-")', 'd-a'],
    ['$ctx.args.pair.split("::")', ['a', 'b']],
    ['$ctx.args.keySet().size()', 4],
    ['"${ctx.args.list}"', '[one, two]'],
    ['$ctx.args.list.put("a", "b")', null],
  ])('%s', (expression, expected) => {
    const args = { name: 'Ada', list: ['one', 'two'], eq: 'equal', pair: 'a::b::' };
    expect(evaluated(expression, { args })).toEqual(expected);
  });

  test('empty texts, lists and zero are true, only null and false are not', () => {
    const rendered = render(
      `#set($r = [])#foreach($x in $ctx.args.all)#if($x)
      $util.qr($r.add(true))#else$util.qr($r.add(false))#end#end$util.toJson($r)`,
      {
        args: { all: ['', 0, false, true] },
      },
    );
    expect(rendered.value).toEqual([true, true, false, true]);
  });

  test('a loop over more than 1,000 items is refused, as on AppSync', () => {
    const template = '#foreach($x in $ctx.args.all)#end{}';
    expect(render(template, { args: { all: Array(1_000).fill(1) } }).value).toEqual({});
    expect(() => render(template, { args: { all: Array(1_001).fill(1) } })).toThrow(/allows 1000 iterations/);
  });

  test('loops count, know their last item, stop at a break and restore what they covered', () => {
    const { value } = render(
      `#set($item = "outer")#set($seen = [])
       #foreach($item in ["a", "b", "c", "d"])
         $util.qr($seen.add("$velocityCount$item$foreach.index"))
         #if($item == "c") #break #end
         #if($foreach.hasNext() && $foreach.hasNext) $util.qr($seen.add(",")) #end
       #end
       $util.qr($seen.add($item))
       $util.toJson($seen)`,
    );
    expect(value).toEqual(['1a0', ',', '2b1', ',', '3c2', 'outer']);
  });

  test('maps keep their order and can be walked by entry while another is changed', () => {
    const { value } = render(
      `#set($out = {})#foreach($entry in $ctx.args.entrySet())$util.qr($out.put("#$entry.key", $entry.value))#end
       $util.toJson($out)`,
      { args: { b: 1, a: 2 } },
    );
    expect(JSON.stringify(value)).toBe('{"#b":1,"#a":2}');
  });

  test('what it puts into the stash or sets on the arguments is there for the next one', () => {
    const context = { stash: {} as Record<string, unknown>, args: {} as Record<string, unknown> };
    render('$util.qr($ctx.stash.put("a", 1))#set($ctx.args.filter = {"b": 2}){}', context);
    expect(context).toEqual({ stash: { a: 1 }, args: { filter: { b: 2 } } });
  });

  test('#return ends it at once, with a value, a text of JSON, or nothing', () => {
    expect(render('#return($ctx.args)never', { args: { a: 1 } })).toMatchObject({
      value: { a: 1 },
      returned: true,
    });
    expect(render('#if(true)\n#return($util.toJson({}))\n#end\nnever').value).toEqual({});
    expect(render('#if(true)\n#return\n#end\nnever')).toMatchObject({ value: null, returned: true });
    expect(render('#foreach($x in [1,2])#return($x)#end').value).toBe(1);
  });

  test('a method on nothing is nothing, as AWS templates expect of a result that is not there', () => {
    expect(
      render('$util.qr($ctx.result.put("a", 1))$util.toJson($ctx.result)', { result: null }).value,
    ).toBeNull();
  });

  test("a value's own keys are all there is: no prototype shows through", () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(evaluated(`$ctx.args.${name}`, { args: {} })).toBeNull();
      expect(evaluated(`$ctx.args.get("${name}")`, { args: {} })).toBeNull();
    }
  });

  test('authored text is data: what looks like a template in it stays as it is', () => {
    const hostile = '#set($x = 1) $util.error("no") ${ctx.identity} #if(true) "\\';
    expect(evaluated('"$ctx.args.text!"', { args: { text: hostile } })).toBe(`${hostile}!`);
  });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above.

describe('errors', () => {
  test('carry message, type, data and info to the caller', () => {
    const failure = (template: string) => {
      try {
        render(template);
        return undefined;
      } catch (error) {
        return error;
      }
    };
    expect(failure('$util.error("Too bad", "Sad", {"a": 1}, {"b": 2})')).toMatchObject({
      message: 'Too bad',
      errorType: 'Sad',
      data: { a: 1 },
      errorInfo: { b: 2 },
    });
    expect(failure('$util.unauthorized()')).toMatchObject({
      message: 'Not Authorized to access getThing on type Query',
      errorType: 'Unauthorized',
    });
    expect(failure('$util.validate(false, "Not valid", "Invalid")')).toMatchObject({ errorType: 'Invalid' });
    expect(failure('$util.validate(true, "Not valid")')).toBeUndefined();
    expect(render('$util.appendError("Also", "Minor") {}').state.appended[0]).toBeInstanceOf(AppSyncError);
  });

  test.each<[string, string]>([
    ['$util.nonsense()', '$util.nonsense'],
    ['$util.time.nowFormatted("yyyy")', '$util.time.nowFormatted'],
    ['$util.rds.toJsonObject("")', '$util.rds'],
    ['$extensions.evictFromApiCache("Query", "x", {})', '$extensions.evictFromApiCache'],
    ['$ctx.args.frobnicate()', 'The method frobnicate of $ctx.args.frobnicate()'],
    ['#macro(x)a#end', '#macro'],
    ['#parse("x")', '#parse'],
    ['#set($x = [1..3])', 'A range'],
  ])('%s fails by name instead of rendering as nothing', (template, name) => {
    expect(() => render(template, { args: { a: 1 } })).toThrow(UnsupportedFeatureError);
    expect(() => render(template, { args: { a: 1 } })).toThrow(`${name} `);
  });

  test('a template that does not parse, writes no JSON or adds apples to pears says so', () => {
    expect(() => render('#if($x)')).toThrow(/parse|transform/);
    expect(() => render('{"a": }')).toThrow(/Unable to transform the template's output/);
    expect(() => render('#set($x = 1 - "b")')).toThrow(/needs numbers/);
    expect(() => render('#set($x = 1 < "2")')).toThrow(/cannot compare/);
  });
});

describe('$util', () => {
  test.each<[string, unknown]>([
    ['$util.isNull($ctx.args.none)', true],
    ['$util.isNullOrEmpty({})', true],
    ['$util.isNullOrBlank(" ")', true],
    ['$util.defaultIfNull(null, 1)', 1],
    ['$util.defaultIfNullOrEmpty("", 1)', 1],
    ['$util.defaultIfNullOrBlank(" ", 1)', 1],
    ['$util.typeOf([])', 'List'],
    ['$util.isList({})', false],
    ['$util.isMap({})', true],
    ['$util.matches("a+", "aaa")', true],
    ['$util.parseJson("[1]")', [1]],
    ['$util.parseJson("sub-1")', null],
    ['$util.urlDecode($util.urlEncode("a b&c"))', 'a b&c'],
    ['$util.base64Decode($util.base64Encode("é"))', 'é'],
    ['$util.list.copyAndRemoveAll([1, 2, 3], [2])', [1, 3]],
    ['$util.list.copyAndRetainAll([1, 2, 3], [2])', [2]],
    ['$util.map.copyAndRemoveAllKeys({"a": 1, "b": 2}, ["a"])', { b: 2 }],
    ['$util.map.copyAndRetainAllKeys({"a": 1, "b": 2}, ["a"])', { a: 1 }],
    ['$util.str.toUpper("a")', 'A'],
    ['$util.math.roundNum(1.6)', 2],
    ['$util.time.epochMilliSecondsToISO8601(0)', '1970-01-01T00:00:00.000Z'],
    ['$util.authType()', 'User Pool Authorization'],
    [
      '$util.dynamodb.toDynamoDB({"s": "a", "n": 1.5, "b": true, "l": [$ctx.none]})',
      { M: { s: { S: 'a' }, n: { N: '1.5' }, b: { BOOL: true }, l: { L: [{ NULL: true }] } } },
    ],
    ['$util.parseJson($util.dynamodb.toMapValuesJson({"a": 1}))', { a: { N: '1' } }],
    ['$util.dynamodb.toStringSet(["a"])', { SS: ['a'] }],
  ])('%s', (expression, expected) => {
    expect(evaluated(expression, { args: {} })).toEqual(expected);
  });

  test('ids are unique, and ULIDs sort by time', () => {
    expect(evaluated('$util.autoId()')).toMatch(/^[0-9a-f]{8}-/);
    expect(evaluated('$util.autoUlid()')).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  });
});
