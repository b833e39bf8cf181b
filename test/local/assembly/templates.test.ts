import { parseTemplate } from '../../../local/appsync/vtl/syntax';
import { loadAssembly } from '../../../local/assembly';
import { readStackTree } from '../../../local/assembly/stackTree';
import { fixtureAssembly, productAssembly } from '../appsync/synthesized';
import { dependenciesOf, findCycle } from './referenceCycles';

test('the search for cycles finds one', () => {
  expect(
    findCycle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
  ).toEqual(['b', 'c', 'b']);
  expect(
    findCycle(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', []],
      ]),
    ),
  ).toBeUndefined();
});

describe.each([
  ["the product's backend", productAssembly],
  ['the test backend', fixtureAssembly],
])('%s', (_, synthesized) => {
  let directory: string;
  beforeAll(async () => {
    directory = await synthesized();
  }, 120_000);

  test('can be deployed in one go: no stack waits for itself, not by way of a nested one either', () => {
    const { stacks } = readStackTree(directory);
    expect(stacks.length).toBeGreaterThan(3);
    for (const stack of stacks) {
      expect({ file: stack.file, cycle: findCycle(dependenciesOf(stack)) }).toEqual({
        file: stack.file,
        cycle: undefined,
      });
    }
  });

  test('has no template that the local AppSync cannot parse', () => {
    const { resolvers, functions } = loadAssembly(directory).api;
    let parsed = 0;
    for (const { handlers } of [...resolvers, ...functions]) {
      expect(handlers.runtime).not.toBe('UNSUPPORTED');
      if (handlers.runtime !== 'VTL') continue;
      for (const template of [handlers.request, handlers.response]) {
        if (template === undefined) continue;
        expect(() => parseTemplate(template)).not.toThrow();
        parsed += 1;
      }
    }
    expect(parsed).toBeGreaterThan(100);
  });
});
