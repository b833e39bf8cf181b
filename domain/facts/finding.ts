/** `hard` findings bar a draft from winning and from being accepted unseen; `soft` ones are warnings. */
export type FindingSeverity = 'hard' | 'soft';

/** Whether a finding bars what it stands against. */
export const isHard = ({ severity }: { severity: FindingSeverity }): boolean => severity === 'hard';

/**
 * Something in a draft that the author's text does not bear out.
 * `start` and `end` count UTF-16 units in the draft, or in the source for what was lost.
 */
export interface Finding {
  /** Such as `number`, `time`, `version`, `name`, `hedge`, `negation`, `claim`. */
  kind: string;
  /** The text as it stands there. */
  value: string;
  start: number;
  end: number;
  severity: FindingSeverity;
  /** What the other text says in its place, where there is such a thing. */
  instead?: string;
}

/** Everything that a draft changed about the author's facts. */
export interface FactReport {
  /** In the draft, and not in the source. */
  added: Finding[];
  /** In the source, and not in the draft. */
  lost: Finding[];
  /** The right value in the wrong place: two times swapped, for instance. */
  moved: Finding[];
  /** Doubts and negations of the source that the draft states without them. */
  hedges: Finding[];
  /** Sentences of the draft that the source does not support. */
  claims: Finding[];
}
