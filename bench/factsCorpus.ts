import { INCIDENTS, REWRITTEN } from '../test/domain/facts/incidents';
import { publishedCases } from './publishedCases';

/** Numbers from 0 up to 1 that a seed determines (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

export function shuffled<T>(random: Random, from: readonly T[]): T[] {
  const result = [...from];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}

/** The sections of the shared cases and the made-up incidents, each a text by itself. */
export function texts(): string[] {
  const sections = publishedCases().flatMap(({ description, rootCause, timeline }) => [
    description,
    rootCause,
    timeline,
    `${description}\n\n${timeline}`,
  ]);
  return [...sections.filter((text) => text.length > 40), ...INCIDENTS];
}

/** The same incident in a careful writer's words, where there is such a text. */
export const rewritten = (text: string): string | undefined => REWRITTEN[INCIDENTS.indexOf(text)];
