import type { ConverseCommandOutput, StopReason, ToolInputSchema } from '@aws-sdk/client-bedrock-runtime';
import type { GuardrailReport } from '../../domain/guardrail/report';
import { type Guardrail, reportOf } from './guardrail';

/** A tool as a request describes it to a model. */
export interface DescribedTool {
  name: string;
  description: string;
  /** JSON Schema of its input. */
  schema: object;
}

/** What every reply of Converse tells, whatever it was asked for. */
export interface Told {
  text: string;
  /** `guardrail_intervened` when it blocked the answer; one that it masked can be used. */
  stopReason: StopReason | string;
  /** What the deployment's guardrail found. */
  guardrail?: GuardrailReport;
  /** The model that answered: a router or a local endpoint may have chosen another than asked. */
  writtenBy: string;
  inputTokens: number;
  outputTokens: number;
}

/** A whole reply, as Converse answers it or as the events of a stream add up to it. */
export type Output = Pick<ConverseCommandOutput, 'output' | 'stopReason' | 'usage' | 'trace'>;

/** The blocks of a reply's message. */
export const blocksOf = ({ output }: Output) => output?.message?.content ?? [];

/** What a reply tells of itself. @param modelId that was asked */
export function toldIn(output: Output, modelId: string, guardrail: Guardrail | undefined): Told {
  const report = guardrail && reportOf(output, guardrail.name);
  // Bedrock says the same of an answer with something masked in it, which can be used.
  const isMasked = output.stopReason === 'guardrail_intervened' && report && report.action !== 'BLOCKED';
  return {
    text: blocksOf(output)
      .map((block) => block.text ?? '')
      .join(''),
    stopReason: isMasked ? 'end_turn' : (output.stopReason ?? 'unknown'),
    ...(report && { guardrail: report }),
    writtenBy: output.trace?.promptRouter?.invokedModelId ?? modelId,
    inputTokens: output.usage?.inputTokens ?? 0,
    outputTokens: output.usage?.outputTokens ?? 0,
  };
}

/** The guardrail of a deployment in a request; nothing where there is none. */
export const guardedBy = (guardrail: Guardrail | undefined) =>
  guardrail && {
    guardrailConfig: {
      guardrailIdentifier: guardrail.identifier,
      guardrailVersion: guardrail.version,
      trace: 'enabled' as const,
    },
  };

/** A tool in a request. */
export const toolSpecOf = ({ name, description, schema }: DescribedTool) => ({
  toolSpec: { name, description, inputSchema: { json: schema } as ToolInputSchema },
});
