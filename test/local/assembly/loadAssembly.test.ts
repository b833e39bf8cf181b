import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Assembly,
  AssemblyFormatError,
  DEFAULT_LOCAL_VALUES,
  type LocalValues,
  loadAssembly,
} from '../../../local/assembly';
import { createEvaluator } from '../../../local/assembly/intrinsics';
import { readStackTree } from '../../../local/assembly/stackTree';
import { fixtureAssembly, productAssembly } from '../appsync/synthesized';

const VALUES: Partial<LocalValues> = { apiId: 'api1', graphqlUrl: 'http://127.0.0.1:9/graphql' };

describe("the product's backend, loaded", () => {
  let assembly: Assembly;
  beforeAll(async () => {
    assembly = loadAssembly(await productAssembly(), VALUES);
  }, 120_000);
  const named = (part: string) => assembly.functions.find(({ name }) => name.toLowerCase().includes(part));

  test('has its functions and none of those that only serve a deployment', () => {
    expect(assembly.functions.map(({ name }) => name.slice(0, 5)).sort()).toEqual([
      ...['Archi', 'Assis', 'Enhan', 'Revie', 'archi', 'askla', 'bounc', 'caret', 'conve', 'histo', 'index'],
      ...['mcpla', 'memor', 'memor', 'remar', 'revie', 'searc', 'share', 'start'],
    ]);
  });

  test('points the functions at the local endpoint, and the proxy at the alias of the durable one', () => {
    const enhance = named('enhance');
    const alias = `arn:aws:lambda:us-east-1:000000000000:function:${enhance?.name}:live`;
    expect(named('start')?.environment).toMatchObject({
      GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
      ENHANCE_ARN: alias,
    });
    expect(enhance).toMatchObject({
      handler: 'index.handler',
      runtime: 'nodejs22.x',
      durable: { executionTimeoutSeconds: 3600, retentionDays: 14 },
      versions: [{ version: '1' }],
      aliases: [{ name: 'live', version: '1', arn: alias }],
    });
  });

  test("gives a function its role's statements, resolved", () => {
    expect(named('enhance')?.roleStatements).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'appsync:GraphQL',
        Resource: 'arn:aws:appsync:us-east-1:000000000000:apis/api1/types/Mutation/fields/updateEnhancement',
      }),
    );
    expect(JSON.stringify(assembly.functions)).not.toMatch(/"Ref"|Fn::/);
  });

  test('calls the caretaker every five minutes, and when a post-mortem was deleted or may be shared anew; who writes histories and indexes, with every save', () => {
    const called = (functionArn: string) =>
      assembly.functions.find(({ arn }) => arn === functionArn)?.name.split('lambda')[0];
    for (const { expression, timezone } of assembly.schedules)
      expect([expression, timezone]).toEqual(['cron(*/5 * * * ? *)', 'UTC']);
    expect(assembly.schedules.map(({ functionArn }) => called(functionArn)).sort()).toEqual([
      'archivist',
      'caretaker',
      'indexer',
      'memoryIndexer',
    ]);
    for (const mapping of assembly.streamMappings)
      expect(mapping).toMatchObject({
        viewType: 'NEW_AND_OLD_IMAGES',
        batchSize: 100,
      });
    expect(
      assembly.streamMappings
        .map(({ functionArn, tableName, patterns }) => [
          called(functionArn),
          tableName.split('-')[0],
          patterns,
        ])
        .sort(),
    ).toEqual([
      ['archivist', 'PostMortem', []],
      ['caretaker', 'PostMortem', [{ eventName: ['REMOVE'] }, { eventName: ['INSERT', 'MODIFY'] }]],
      ['historian', 'PostMortem', []],
      ['indexer', 'PostMortem', []],
      ['memoryIndexer', 'Memory', []],
    ]);
  });

  test('names tables, indexes and data sources alike', () => {
    const table = assembly.tables.find(({ tableName }) => tableName.startsWith('Enhancement-api1'));
    expect(table?.globalSecondaryIndexes?.map(({ indexName }) => indexName)).toEqual([
      'enhancementsByPostMortemIdAndStartedAt',
      'enhancementsByStatusAndStartedAt',
    ]);
    const sources = assembly.api.dataSources.flatMap((source) =>
      source.type === 'AMAZON_DYNAMODB' ? [source.tableName] : [],
    );
    expect(sources.sort()).toEqual(assembly.tables.map(({ tableName }) => tableName).sort());
    expect(assembly.api.authentications).toEqual(['AMAZON_COGNITO_USER_POOLS', 'AWS_IAM']);
  });
});

test('a richer backend loads as well: groups, an API key, a composite key, JavaScript resolvers', async () => {
  const assembly = loadAssembly(await fixtureAssembly());
  expect(assembly.userPool.groups).toEqual(['admins']);
  expect(assembly.api.apiKeys).toHaveLength(1);
  expect(assembly.tables.find(({ tableName }) => tableName.startsWith('Revision'))?.keySchema).toEqual([
    { attributeName: 'postMortemId', keyType: 'HASH' },
    { attributeName: 'number', keyType: 'RANGE' },
  ]);
  expect(assembly.api.functions.some(({ handlers }) => handlers.runtime === 'APPSYNC_JS')).toBe(true);
}, 120_000);

describe('a template', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'nevermore-assembly-'));
    mkdirSync(join(directory, 'unused'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });
  const write = (file: string, content: object) =>
    writeFileSync(join(directory, file), JSON.stringify(content));
  const HASH = 'a'.repeat(64);

  /** An assembly of one stack with a nested one, whose output is the expression under test. */
  const evaluate = (expression: object, nested: object = {}) => {
    write('manifest.json', {
      artifacts: {
        app: { type: 'aws:cloudformation:stack', properties: { templateFile: 'app.template.json' } },
      },
    });
    write('app.assets.json', { files: { [HASH]: { source: { path: 'nested.json' } } } });
    write('nested.json', nested);
    write('app.template.json', {
      Parameters: { Mode: { Default: 'fast' }, Missing: {} },
      Conditions: {
        Fast: { 'Fn::Equals': [{ Ref: 'Mode' }, 'fast'] },
        Slow: { 'Fn::Not': [{ Condition: 'Fast' }] },
        Both: { 'Fn::And': [{ Condition: 'Fast' }, { Condition: 'Slow' }] },
        Either: { 'Fn::Or': [{ Condition: 'Fast' }, { Condition: 'Slow' }] },
      },
      Resources: {
        Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
        Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
        Nested: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: `s3://b/${HASH}.json`, Parameters: { From: { Ref: 'Mode' } } },
        },
      },
    });
    const { root } = readStackTree(directory);
    return createEvaluator(DEFAULT_LOCAL_VALUES)(root, expression as never);
  };

  test.each<[string, object, unknown]>([
    ['Ref of a parameter', { Ref: 'Mode' }, 'fast'],
    ['Ref of the region', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['GetAtt as text', { 'Fn::GetAtt': 'Bucket.Arn' }, 'arn:aws:s3:::bucket'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Mode' }]] }, 'a-fast'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the variables are CloudFormation's.
    [
      'Sub',
      { 'Fn::Sub': '${AWS::Region}/${Mode}/${Bucket.Arn}/${!Literal}' },
      'us-east-1/fast/arn:aws:s3:::bucket/${Literal}',
    ],
    ['Sub with variables', { 'Fn::Sub': ['${x}-${Mode}', { x: { Ref: 'Mode' } }] }, 'fast-fast'],
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: see above.
    ['If', { 'Fn::If': ['Fast', 'yes', 'no'] }, 'yes'],
    ['If of Not', { 'Fn::If': ['Slow', 'yes', 'no'] }, 'no'],
    ['If of And', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    ['If of Or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['NoValue, which drops the property', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
  ])('may use %s', (_, expression, value) => {
    expect(evaluate(expression)).toEqual(value);
  });

  test('passes parameters to a nested stack and takes its outputs', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the variable is CloudFormation's.
    const nested = { Parameters: { From: {} }, Outputs: { Out: { Value: { 'Fn::Sub': '${From}er' } } } };
    expect(evaluate({ 'Fn::GetAtt': ['Nested', 'Outputs.Out'] }, nested)).toBe('faster');
  });

  test.each<[object, RegExp]>([
    [{ 'Fn::ImportValue': 'x' }, /Fn::ImportValue in app\.template\.json is not supported/],
    [{ Ref: 'Nobody' }, /Nobody in app\.template\.json has no local value/],
    [{ Ref: 'Queue' }, /Ref Queue \(AWS::SQS::Queue\) .* has no local value/],
    [{ 'Fn::GetAtt': ['Bucket', 'DomainName'] }, /Bucket\.DomainName \(AWS::S3::Bucket\)/],
    [{ 'Fn::GetAtt': ['Nested', 'Outputs.None'] }, /Nested\.Outputs\.None/],
    [{ Ref: 'Missing' }, /Parameter Missing/],
  ])('that uses what has no local meaning is refused by name: %j', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
  });

  test('that is missing or broken is an error that names the file', () => {
    expect(() => loadAssembly(directory)).toThrow(AssemblyFormatError);
    write('manifest.json', { artifacts: {} });
    expect(() => loadAssembly(directory)).toThrow(/holds no stack/);
  });
});
