import type { Guardrail } from '../../assembly/types';
import { BedrockError } from '../errors';
import { type Assessed, assess, usageOf } from './assess';
import { REASONS } from './guarded';
import type { Assessment, Coverage, Usage } from './wire';

/** The body of an ApplyGuardrail request, as far as this endpoint reads it. Everything is text. */
export interface ApplyBody {
  source: 'INPUT' | 'OUTPUT';
  content: { text: { text: string; qualifiers?: string[] } }[];
}

/** The body of an ApplyGuardrail response. */
export interface ApplyReply {
  action: 'GUARDRAIL_INTERVENED' | 'NONE';
  actionReason: string;
  /** The message in the place of what was blocked, or each block masked. */
  outputs: { text: string }[];
  assessments: Assessment[];
  usage: Usage;
  guardrailCoverage: Coverage;
}

/** Reads a request body. @throws BedrockError (ValidationException) saying what is wrong with it */
export function parseApplyBody(raw: Buffer): ApplyBody {
  let body: unknown;
  try {
    body = JSON.parse(raw.toString('utf8'));
  } catch (cause) {
    throw invalid(`the body is not JSON: ${(cause as Error).message}`, cause);
  }
  const { source, content } = (body ?? {}) as Partial<ApplyBody>;
  if (source !== 'INPUT' && source !== 'OUTPUT') throw invalid('"source" is neither "INPUT" nor "OUTPUT"');
  if (!Array.isArray(content) || content.length === 0) throw invalid('"content" is missing or empty');
  for (const block of content)
    if (typeof block?.text?.text !== 'string') throw invalid('this endpoint understands blocks of text only');
  return { source, content };
}

/** Applies a guardrail to texts by themselves, without a model. */
export function applyGuardrail(
  guardrail: Guardrail,
  version: string,
  { source, content }: ApplyBody,
): ApplyReply {
  const side = source === 'INPUT' ? 'input' : 'output';
  const look = (text: string): Assessed => assess(guardrail, version, text, side);
  const texts = content
    .filter(
      ({ text: { qualifiers = [] } }) => qualifiers.length === 0 || qualifiers.includes('guard_content'),
    )
    .map(({ text }) => text.text);
  const { outcome, assessment } = look(texts.join('\n'));
  const total = content.reduce((sum, { text }) => sum + [...text.text].length, 0);
  const guarded = texts.reduce((sum, text) => sum + [...text].length, 0);
  return {
    action: outcome === 'NONE' ? 'NONE' : 'GUARDRAIL_INTERVENED',
    actionReason: REASONS[outcome],
    outputs: outputsOf(),
    assessments: [assessment],
    usage: usageOf(guardrail, guarded),
    guardrailCoverage: { textCharacters: { guarded, total } },
  };

  function outputsOf(): { text: string }[] {
    if (outcome === 'NONE') return [];
    if (outcome === 'ANONYMIZED') return texts.map((text) => ({ text: look(text).masked }));
    return [{ text: side === 'input' ? guardrail.blockedInput : guardrail.blockedOutput }];
  }
}

const invalid = (what: string, cause?: unknown) =>
  new BedrockError(
    'ValidationException',
    `Invalid ApplyGuardrail request: ${what}.`,
    cause ? { cause } : undefined,
  );
