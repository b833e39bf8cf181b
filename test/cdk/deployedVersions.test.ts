import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DurableFunction } from '../../cdk/durableFunction';

jest.setTimeout(120_000);

const root = resolve(__dirname, '../..');
const cache = join(root, 'node_modules/.cache/nevermore-tests');
mkdirSync(cache, { recursive: true });
/** In the project, because CDK bundles nothing from outside of it. */
const folder = mkdtempSync(join(cache, 'handler-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The template of a durable function with this handler, bundled as it deploys. */
function synthesized(handler: string) {
  const entry = join(folder, 'handler.ts');
  writeFileSync(entry, handler);
  const stack = new Stack(new App({ outdir: mkdtempSync(join(folder, 'assembly-')) }), 'Test');
  new DurableFunction(stack, 'Review', {
    description: 'Waits for days.',
    entry: relative(root, entry),
    executionTimeout: Duration.days(30),
    retentionPeriod: Duration.days(14),
    environment: {},
    statements: [],
  });
  const template = Template.fromStack(stack);
  const only = (type: string) => {
    const [[id, resource] = [], ...others] = Object.entries(template.findResources(type));
    expect(others).toEqual([]);
    return { id: id as string, ...(resource as { Properties: Record<string, unknown> }) };
  };
  const version = only('AWS::Lambda::Version');
  const alias = only('AWS::Lambda::Alias');
  return { version, alias, fn: only('AWS::Lambda::Function') };
}

const HANDLER = "export const handler = async () => 'first';\n";

test('a changed handler is another version, which the alias moves to; the version before stays with what waits on it', () => {
  const before = synthesized(HANDLER);
  const after = synthesized(HANDLER.replace('first', 'second'));
  // CloudFormation deletes what a template no longer names, but for what says that it stays.
  expect(after.version.id).not.toBe(before.version.id);
  for (const { version } of [before, after])
    expect(version).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  for (const { alias, version } of [before, after])
    expect(alias.Properties).toMatchObject({
      Name: 'live',
      FunctionVersion: { 'Fn::GetAtt': [version.id, 'Version'] },
    });
  // The function and the alias are the same resources: neither is replaced, and with it its executions.
  expect([after.fn.id, after.alias.id]).toEqual([before.fn.id, before.alias.id]);
});

test('a deployment without a change of the handler makes no version', () => {
  expect(synthesized(HANDLER).version.id).toBe(synthesized(HANDLER).version.id);
});
