import { availableParallelism } from 'node:os';
import { type Llama, type LlamaModule, loadEngine, type Model, type Sequence } from './engineModule';
import type { Failure, Generated, Generation } from './protocol';
import { goesInCircles } from './repetition';

/** Prompt and answer of the longest section fit; more would cost memory on every start. */
const CONTEXT = { min: 2_048, max: 12_288 };
/** What the chat template puts around a prompt, generously. */
const TEMPLATE_TOKENS = 64;
/** An answer with less room than this says nothing. */
const SHORTEST_ANSWER = 128;

/** Prompt and answer do not fit into the model's context. */
export class ContextOverflowError extends Error {
  override readonly name = 'ContextOverflowError';
  readonly kind: Failure['kind'] = 'overflow';
  constructor(
    readonly promptTokens: number,
    readonly contextSize: number,
  ) {
    super(
      `The prompt has ${promptTokens} tokens, and the model's context holds ${contextSize} with its answer.`,
    );
  }
}

interface Loaded {
  model: Model;
  contextSize: number;
  sequence: Sequence;
}

/** The weights of one or more models in this process, each read once. */
export class Weights {
  private readonly loaded = new Map<string, Promise<Loaded>>();
  private readonly grammars = new Map<string, Promise<object>>();
  private started?: Promise<{ module: LlamaModule; llama: Llama }>;

  constructor(private readonly engineFolder: string) {}

  /**
   * Writes one answer. Never two at a time: they would share one context.
   * @throws ContextOverflowError, and what the engine throws
   */
  async generate(
    generation: Generation,
    cancelled: AbortSignal,
    onPiece: (text: string) => void = () => {},
  ): Promise<Generated> {
    const { module, llama } = await this.start();
    const { model, contextSize, sequence } = await this.load(llama, generation.file);
    const promptTokens =
      model.tokenize(generation.system).length + model.tokenize(generation.user).length + TEMPLATE_TOKENS;
    // The prompt is never cut: a draft of half a text would lose the other half. The answer's room is.
    const room = contextSize - promptTokens;
    if (room < Math.min(SHORTEST_ANSWER, generation.maxTokens))
      throw new ContextOverflowError(promptTokens, contextSize);

    const before = { ...sequence.tokenMeter.getState() };
    const stop = new AbortController();
    let why: 'time' | 'repetition' | undefined;
    const end = (reason: typeof why) => {
      why ??= reason;
      stop.abort();
    };
    const timer = setTimeout(() => end('time'), generation.seconds * 1000);
    let text = '';
    const session = new module.LlamaChatSession({
      contextSequence: sequence,
      systemPrompt: generation.system,
      autoDisposeSequence: false,
    });
    try {
      const { responseText, stopReason } = await session.promptWithMeta(generation.user, {
        maxTokens: Math.min(generation.maxTokens, room),
        temperature: generation.temperature,
        seed: generation.seed,
        signal: AbortSignal.any([stop.signal, cancelled]),
        stopOnAbortSignal: true,
        // A penalty on repeated tokens would change figures and identifiers that must be copied.
        repeatPenalty: false,
        budgets: { thoughtTokens: 0 },
        ...(generation.schema && { grammar: await this.grammar(llama, generation.schema) }),
        onTextChunk: (chunk) => {
          text += chunk;
          onPiece(chunk);
          // A grammar ends every text and list by itself; stopped before that, the answer could not be read.
          if (!generation.schema && goesInCircles(text)) end('repetition');
        },
      });
      const after = sequence.tokenMeter.getState();
      return {
        text: responseText,
        inputTokens: promptTokens,
        outputTokens: after.usedOutputTokens - before.usedOutputTokens,
        stopped: why ?? (stopReason === 'maxTokens' ? 'length' : 'end'),
      };
    } finally {
      clearTimeout(timer);
      session.dispose();
    }
  }

  private start() {
    this.started ??= loadEngine(this.engineFolder).then(async (module) => {
      const llama = await module.getLlama({
        gpu: 'auto',
        build: 'never',
        skipDownload: true,
        logLevel: 'error',
        maxThreads: 0,
      });
      return { module, llama };
    });
    return this.started;
  }

  private load(llama: Llama, file: string): Promise<Loaded> {
    const known = this.loaded.get(file);
    if (known) return known;
    const loading = llama.loadModel({ modelPath: file }).then(async (model) => {
      const max = Math.min(CONTEXT.max, model.trainContextSize);
      const context = await model.createContext({
        contextSize: { min: Math.min(CONTEXT.min, max), max },
        // One core stays for everything else: the threads wait for each other at every token, and one that
        // has to share its core makes an answer of 5 s take 80.
        threads: Math.max(1, availableParallelism() - 1),
      });
      return { model, contextSize: context.contextSize, sequence: context.getSequence() };
    });
    this.loaded.set(file, loading);
    // What failed once (no memory at that moment) may work the next time.
    loading.catch(() => this.loaded.delete(file));
    return loading;
  }

  private grammar(llama: Llama, schema: object): Promise<object> {
    const key = JSON.stringify(schema);
    const made = this.grammars.get(key) ?? llama.createGrammarForJsonSchema(schema);
    this.grammars.set(key, made);
    made.catch(() => this.grammars.delete(key));
    return made;
  }
}
