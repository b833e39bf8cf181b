import type { Generation } from '../../../../../local/nevermore/answering/llama/protocol';
import { type Writer, weightsProcess } from '../../../../../local/nevermore/answering/llama/weightsProcess';
import { fakeEngineFolder } from './fakeEngine';

const ask = (part: Partial<Generation> = {}): Generation => ({
  file: '/models/any.gguf',
  system: 'You edit.',
  user: 'Say something.',
  maxTokens: 100,
  temperature: 0,
  seed: 1,
  seconds: 60,
  ...part,
});
const never = new AbortController().signal;

describe('a model on this computer', () => {
  let writer: Writer;
  let queue: number[];
  beforeEach(() => {
    queue = [];
    writer = weightsProcess(fakeEngineFolder(), (waiting) => queue.push(waiting));
  });
  afterEach(() => writer.close());

  it('writes one answer at a time, in the order asked, and says how many wait', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((seed) => writer.generate(ask({ seed }), never).then(({ text }) => text)),
    );
    expect(answers).toEqual([1, 2, 3].map((seed) => `seed ${seed} at once 1 room 100`));
    expect(Math.max(...queue)).toBe(2);
    expect(queue.at(-1)).toBe(0);
  });

  it('counts what it read and wrote, each answer for itself', async () => {
    await writer.generate(ask(), never);
    const second = await writer.generate(ask(), never);
    expect(second).toMatchObject({ outputTokens: 7, stopped: 'end' });
    expect(second.inputTokens).toBeGreaterThanOrEqual(4);
  });

  it('stops with what it has when its time is over', async () => {
    const answer = await writer.generate(ask({ user: 'FOREVER', seconds: 0.2 }), never);
    expect(answer).toMatchObject({ stopped: 'time', text: expect.stringMatching(/^word0 /) });
  });

  it('stops when it goes round in circles', async () => {
    const answer = await writer.generate(ask({ user: 'FOREVER SAME' }), never);
    expect(answer).toMatchObject({ stopped: 'repetition', text: expect.stringContaining('it fell over') });
  });

  it('stops when nobody waits for it any more, and takes the next', async () => {
    const gone = new AbortController();
    const first = writer.generate(ask({ user: 'FOREVER' }), gone.signal);
    const second = writer.generate(ask(), never);
    gone.abort();
    await first.catch(() => undefined);
    expect((await second).text).toContain('seed 1');
  });

  it('is loaded again when it could not be the first time', async () => {
    const file = '/models/second-time.gguf';
    await expect(writer.generate(ask({ file }), never)).rejects.toThrow('no memory');
    expect((await writer.generate(ask({ file }), never)).text).toContain('seed 1');
  });

  it('has its answer’s room cut before its prompt, and refuses a prompt that does not fit', async () => {
    const long = 'word '.repeat(700);
    const { text } = await writer.generate(ask({ user: long, maxTokens: 900 }), never);
    expect(Number(/room (\d+)/.exec(text)?.[1])).toBeLessThan(300);
    await expect(writer.generate(ask({ user: 'word '.repeat(2_000) }), never)).rejects.toMatchObject({
      kind: 'overflow',
      message: expect.stringContaining('1000'),
    });
  });

  it('that dies takes nothing along: the next answer has a new process', async () => {
    await expect(writer.generate(ask({ user: 'DIE' }), never)).rejects.toMatchObject({
      kind: 'died',
      message: expect.stringContaining('memory'),
    });
    expect((await writer.generate(ask(), never)).text).toContain('seed 1');
  });

  it('that fails says why', async () => {
    await expect(writer.generate(ask({ user: 'THROW' }), never)).rejects.toMatchObject({
      kind: 'engine',
      message: 'the weights are torn',
    });
    await expect(writer.generate(ask({ file: '/missing.gguf' }), never)).rejects.toThrow('no such file');
  });
});
