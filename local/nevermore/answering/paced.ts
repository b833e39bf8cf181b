import { setTimeout as wait } from 'node:timers/promises';
import type { ModelRole } from '../../../domain/enhancement/modelRoles';
import type { Engine } from '../../bedrock';
import { roleOf } from './roles';

/** An engine none of whose replies comes earlier than its role's milliseconds, counted from the call. */
export function paced(engine: Engine, latencies: Partial<Record<ModelRole, number>>): Engine {
  return {
    ...engine,
    ...(engine.stream && { stream: pacedStream(engine, latencies) }),
    converse: async (call, signal) => {
      const started = performance.now();
      const reply = await engine.converse(call, signal);
      const role = roleOf(call.modelId);
      const latencyMs = role && latencies[role];
      if (!latencyMs) return reply;
      await wait(Math.max(0, latencyMs - (performance.now() - started)), undefined, { signal });
      return { ...reply, metrics: { latencyMs } };
    },
  };
}

/** A stream whose pieces come as far apart as its role's milliseconds, the whole reply with the last one. */
function pacedStream(
  engine: Engine,
  latencies: Partial<Record<ModelRole, number>>,
): NonNullable<Engine['stream']> {
  return async function* (call, signal) {
    const role = roleOf(call.modelId);
    const latencyMs = (role && latencies[role]) ?? 0;
    for await (const piece of engine.stream?.(call, signal) ?? []) {
      if (typeof piece === 'string') {
        await wait(latencyMs, undefined, { signal });
        yield piece;
      } else yield { ...piece, metrics: { latencyMs } };
    }
  };
}
