import { ApplyGuardrailCommand, type BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { GuardrailReport } from '../../domain/guardrail/report';
import { appliedTo, type Guardrail } from './guardrail';

/** What a guardrail made of words that it was given by themselves. */
export interface Looked {
  /** Nothing where it found nothing. */
  report: GuardrailReport | undefined;
  isBlocked: boolean;
  /** Any value with each of its texts as the guardrail lets it be used. */
  masked<Value>(value: Value): Value;
}

/** Looks at words that Bedrock's guardrail does not see in Converse: those that go into tools, and come out of them. */
export type Look = (value: unknown, source: 'INPUT' | 'OUTPUT', abortSignal: AbortSignal) => Promise<Looked>;

const NOTHING: Looked = { report: undefined, isBlocked: false, masked: (value) => value };

/** Asks Bedrock to apply a guardrail to all texts in a value. @throws what the Bedrock SDK throws */
export const lookingWith =
  (client: BedrockRuntimeClient, guardrail: Guardrail | undefined): Look =>
  async (value, source, abortSignal) => {
    const text = wordsIn(value).join('\n\n');
    if (!guardrail || text.trim() === '') return NOTHING;
    const command = new ApplyGuardrailCommand({
      ...{ guardrailIdentifier: guardrail.identifier, guardrailVersion: guardrail.version, source },
      content: [{ text: { text } }],
    });
    const applied = await client.send(command, { abortSignal });
    const { report, masked } = appliedTo(applied, guardrail.name, source);
    if (!report) return NOTHING;
    return {
      ...{ report, isBlocked: report.action === 'BLOCKED' },
      masked: <Value>(one: Value) => withWords(one, masked) as Value,
    };
  };

/** Every text in a value of JSON, in its order. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/** The same value with each of its texts as `change` makes it. */
function withWords(value: unknown, change: (words: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => withWords(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withWords(one, change)]));
}
