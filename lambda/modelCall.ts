import type { ModelCall } from '../domain/enhancement/modelCall';
import type { ModelRole } from '../domain/enhancement/modelRoles';
import type { ConverseReply } from './bedrock/converse';
import { costOf, type Geography, inferenceProfile, MODELS } from './models';

/** The record of a call: what was asked, what answered, and what it took. */
export function modelCall(role: ModelRole, geography: Geography, reply: ConverseReply): ModelCall {
  const modelId = inferenceProfile(role, geography);
  const tokens = { input: reply.inputTokens, output: reply.outputTokens };
  return {
    model: MODELS[role].name,
    modelId,
    writtenBy: reply.writtenBy,
    latencyMs: reply.latencyMs,
    inputTokens: tokens.input,
    outputTokens: tokens.output,
    // Another engine answered in its place: Amazon bills nothing for that.
    costUsd: reply.writtenBy === modelId ? costOf(role, geography, tokens) : 0,
  };
}
