import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder with an engine that answers by what the prompt asks for, in the place where `node-llama-cpp`
 * stands. The process around it, its messages and its queue are the real ones.
 */
const ENGINE = `
const words = (text) => text.split(/\\s+/).filter(Boolean);
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
let writing = 0;
const loads = new Set();
export class LlamaChatSession {
  constructor({ contextSequence, systemPrompt }) { this.sequence = contextSequence; this.system = systemPrompt; }
  async promptWithMeta(prompt, options) {
    if (prompt.includes('DIE')) process.exit(9);
    if (prompt.includes('THROW')) throw new Error('the weights are torn');
    writing += 1;
    let text = '';
    const say = (piece) => { text += piece; options.onTextChunk(piece); };
    if (prompt.includes('FOREVER')) while (!options.signal.aborted) { say(prompt.includes('SAME') ? 'it fell over, ' : 'word' + text.length + ' '); await wait(1); }
    else if (options.grammar) say(JSON.stringify({ held: options.grammar.schema }));
    else { await wait(5); say('seed ' + options.seed + ' at once ' + writing + ' room ' + options.maxTokens); }
    writing -= 1;
    this.sequence.used += words(text).length;
    return { responseText: text, stopReason: words(text).length >= options.maxTokens ? 'maxTokens' : 'eogToken' };
  }
  dispose() {}
}
export const getLlama = async () => ({
  createGrammarForJsonSchema: async (schema) => ({ schema }),
  loadModel: async ({ modelPath }) => {
    if (modelPath.includes('missing')) throw new Error('no such file');
    if (modelPath.includes('second-time') && !loads.has(modelPath)) { loads.add(modelPath); throw new Error('no memory'); }
    return {
      trainContextSize: 1000,
      tokenize: words,
      createContext: async ({ contextSize }) => ({
        contextSize: contextSize.max,
        getSequence: () => { const sequence = { used: 0, tokenMeter: { getState: () => ({ usedInputTokens: 0, usedOutputTokens: sequence.used }) } }; return sequence; },
      }),
    };
  },
});
`;

/** @returns the folder, for `weightsProcess` */
export function fakeEngineFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nevermore-engine-'));
  const dist = join(folder, 'node_modules', 'node-llama-cpp', 'dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'index.js'), ENGINE);
  writeFileSync(join(dist, '..', 'package.json'), JSON.stringify({ type: 'module', version: '3.21.1' }));
  return folder;
}
