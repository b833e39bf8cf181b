import type { EventRule } from '../assembly/types';
import { fitsPattern } from './eventPattern';

export interface EventBusOptions {
  rules: readonly EventRule[];
  /** Invokes a function as an event; Lambda's own retries are its business. */
  invoke: (functionArn: string, payload: unknown) => Promise<unknown>;
  onError: (rule: string, error: unknown) => void;
}

/** EventBridge's default bus: gives an event to every function whose rule it fits. */
export type PutEvent = (event: object) => Promise<void>;

/** @returns a function that is done when every target has taken the event, or has refused it and `onError` knows */
export const createEventBus =
  ({ rules, invoke, onError }: EventBusOptions): PutEvent =>
  async (event) => {
    const deliver = async ({ name, pattern, targets }: EventRule): Promise<void> => {
      try {
        if (!fitsPattern(event, pattern)) return;
        for (const { functionArn, input, shapedBy } of targets) {
          if (shapedBy !== undefined)
            throw new RangeError(`Targets with ${shapedBy} are not served locally; the rule calls nobody.`);
          await invoke(functionArn, input ?? event);
        }
      } catch (error) {
        onError(name, error);
      }
    };
    await Promise.all(rules.map(deliver));
  };
