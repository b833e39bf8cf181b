const METHODS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/** A test printed what nobody reads. `lines` are what it printed, each with its method. */
export class StrayOutputError extends Error {
  override name = 'StrayOutputError';
  constructor(readonly lines: readonly string[]) {
    super(
      `This test printed to the console without announcing it:\n${lines.join('\n')}\n` +
        "Mend what prints, or announce it: jest.spyOn(console, 'warn').mockImplementation(() => {}), and say what it must say.",
    );
  }
}

const stray: string[] = [];
// A spy of a test stands in front of these, so that what a test announces does not come here.
for (const method of METHODS) {
  console[method] = (...words: unknown[]) =>
    void stray.push(`console.${method}: ${words.map(String).join(' ')}`);
}

const nothingStray = () => {
  const lines = stray.splice(0);
  if (lines.length > 0) throw new StrayOutputError(lines);
};
afterEach(nothingStray);
afterAll(nothingStray);
