import type { Outcome } from '../../../domain/enhancement';
import type { Enhancement } from '../../data/types';

export interface OutcomeWords {
  title: string;
  /** What the author can do now. */
  next: string;
  tone: 'good' | 'warn' | 'danger';
}

/** What a finished run came to, and what to do about it. A new outcome does not compile until it is worded. */
export function outcomeWords(run: Enhancement): OutcomeWords {
  const { verdict, drafts } = run;
  if (!verdict) {
    return {
      title: 'The run ended without a verdict',
      next: 'Your own text stands. Try again; it costs a few seconds.',
      tone: 'danger',
    };
  }
  const winner = drafts[verdict.winner - 1]?.model;
  const outcome: Outcome = verdict.outcome;
  switch (outcome) {
    case 'JUDGED':
      return winner
        ? {
            title: `The draft by ${winner} won`,
            next: 'Read it, then accept it, edit it first, or keep your own text.',
            tone: 'good',
          }
        : {
            title: 'Your own text won',
            next: 'The judge found no draft better than what you wrote. You can still take one of them.',
            tone: 'good',
          };
    case 'ONLY_DRAFT':
      return {
        title: `Only ${winner ?? 'one model'} answered`,
        next: 'There was nothing to compare it with, so no judge was asked. Read it carefully, or try again.',
        tone: 'warn',
      };
    case 'JUDGE_FALLBACK':
      return {
        title: 'No usable verdict',
        next: 'A written rule chose instead of the judge. Read both drafts, or try again.',
        tone: 'warn',
      };
    case 'NOTHING_TO_ENHANCE':
      return {
        title: 'Nothing to enhance yet',
        next: 'Write a line or two in this section, as roughly as you like, and try again.',
        tone: 'warn',
      };
    case 'NO_DRAFT':
      return {
        title: 'No model answered',
        next: 'Your own text stands exactly as you wrote it. Wait a moment and try again.',
        tone: 'danger',
      };
  }
}
