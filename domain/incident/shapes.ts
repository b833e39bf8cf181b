import type { MarkKind } from './marks';

/** The shape of each kind around its middle: told apart without colour. */
export const SHAPES: Readonly<Record<MarkKind, string>> = {
  fact: 'M-1.5 -9h3v18h-3z',
  trigger: 'M0 -8 8 7h-16z',
  detection: 'M0 -8.5 8.5 0 0 8.5 -8.5 0z',
  escalation: 'M-6 -8 8 0 -6 8z',
  keyMoment: 'M0 -9 2.6 -3.2 8.8 -2.6 4.2 1.5 5.5 7.6 0 4.4 -5.5 7.6 -4.2 1.5 -8.8 -2.6 -2.6 -3.2z',
  mitigation: 'M-7 -7h14v14h-14z',
  resolution: 'M0 -8a8 8 0 1 1 0 16a8 8 0 1 1 0 -16z',
  other: 'M0 -4.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0 -9z',
};

/** What stands in a mark for several entries: their number in two or three characters. */
export const countInside = (entries: number): string =>
  entries < 1_000 ? `${entries}` : `${Math.floor(entries / 1_000)}k`;
