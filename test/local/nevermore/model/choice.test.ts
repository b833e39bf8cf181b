import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../../../../local/nevermore/model/arguments';
import { CATALOGUE, fits, proposed } from '../../../../local/nevermore/model/catalogue';
import { chosenModels, forget, readChoice, remember } from '../../../../local/nevermore/model/chosenModels';
import { DamagedChoiceError } from '../../../../local/nevermore/model/errors';
import { StateFolder } from '../../../../local/stateFolder';

const SMALL = { file: '/models/small.gguf', name: 'Small' };
const LARGE = { file: '/models/large.gguf', name: 'Large' };

describe('what npm run model is asked', () => {
  it('is one model for all three roles unless roles are named', () => {
    expect(readArguments([])).toEqual({ what: 'use', roles: ['micro', 'lite', 'pro'], agreed: false });
    expect(readArguments(['qwen3-4b', '--for', 'pro', '--yes'])).toEqual({
      what: 'use',
      id: 'qwen3-4b',
      roles: ['pro'],
      agreed: true,
    });
    expect(readArguments(['--file', 'a.gguf', '--for', 'micro, lite'])).toMatchObject({
      file: 'a.gguf',
      roles: ['micro', 'lite'],
    });
    expect(readArguments(['--remove', 'qwen3-4b'])).toEqual({ what: 'remove', id: 'qwen3-4b' });
    expect([readArguments(['--list']), readArguments(['--offline'])]).toEqual([
      { what: 'list' },
      { what: 'offline' },
    ]);
  });

  it.each([
    [['gpt-4'], 'There is no model "gpt-4" in the list.'],
    [['qwen3-4b', 'smollm2-135m'], 'One model at a time.'],
    [['qwen3-4b', '--file', 'x.gguf'], 'One model at a time.'],
    [['--for', 'judge'], '"judge" is no role; there are micro, lite, pro.'],
    [['--faster'], '--faster'],
  ])('is refused with the usage when it makes no sense: %j', (args, why) => {
    expect(() => readArguments(args)).toThrow(why);
    expect(() => readArguments(args)).toThrow('Usage:');
  });
});

describe('what is proposed', () => {
  it('fits into half of the memory, and takes no minutes where there are few cores', () => {
    for (const memory of [2, 4, 8, 16, 64])
      for (const cores of [2, 8]) {
        const model = proposed(memory, cores);
        expect([memory, cores, fits(model, memory) || model === CATALOGUE[0]]).toEqual([memory, cores, true]);
      }
    expect(proposed(64, 2).id).toBe('qwen2.5-1.5b');
    expect(proposed(64, 8).id).toBe('qwen3-4b');
    expect(proposed(1, 2).id).toBe('smollm2-135m');
  });
});

describe('the choice', () => {
  let state: StateFolder;
  beforeEach(() => {
    state = new StateFolder(mkdtempSync(join(tmpdir(), 'choice-')));
  });
  afterEach(() => rmSync(state.path, { recursive: true, force: true }));

  it('is nothing until something is chosen, and nothing again afterwards', () => {
    expect(chosenModels(state)).toBeUndefined();
    remember(state, { pro: LARGE });
    forget(state);
    expect(chosenModels(state)).toBeUndefined();
  });

  it('survives the process, and fills the roles that have none', () => {
    remember(state, { pro: LARGE });
    expect(chosenModels(state)?.models).toEqual({ micro: LARGE, lite: LARGE, pro: LARGE });
    remember(state, { micro: SMALL, pro: LARGE });
    expect(chosenModels(state)?.models).toEqual({ micro: SMALL, lite: SMALL, pro: LARGE });
  });

  it.each(['', '{', '{"pro":{"file":""}}', '[]', '{"pro":7}'])(
    'that is damaged says what to do: %j',
    (content) => {
      writeFileSync(state.file('model.json'), content);
      expect(() => readChoice(state)).toThrow(DamagedChoiceError);
      expect(() => readChoice(state)).toThrow('npm run model -- --offline');
    },
  );
});
