/** Why a sentence of an answer is not shown, for the reader: "2 sentences were left out: …". */
export const LEFT_OUT = {
  source: 'without a source among the passages',
  support: 'its sources say nothing of the kind',
  value: 'a value that its sources do not have',
  doubt: 'a doubt of the source told as a certainty',
  turned: 'something turned round',
  again: 'said already',
  many: 'more than anybody reads at once',
} as const;
export type LeftOutReason = keyof typeof LEFT_OUT;

/** How many sentences were left out for one reason. */
export interface LeftOut {
  why: LeftOutReason;
  count: number;
}

/** The counts with one more. */
export function oneMore(left: readonly LeftOut[], why: LeftOutReason): LeftOut[] {
  return left.some((one) => one.why === why)
    ? left.map((one) => (one.why === why ? { why, count: one.count + 1 } : one))
    : [...left, { why, count: 1 }];
}
