import { type Outcome, OWN_TEXT } from '../../../../domain/enhancement';
import type { Enhancement } from '../../../data/types';

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
  const model = drafts[verdict.winner - 1]?.model;
  const winner = verdict.winner === OWN_TEXT || !model ? 'your own text' : `the draft by ${model}`;
  const outcome: Outcome = verdict.outcome;
  switch (outcome) {
    case 'JUDGED':
      return {
        title: `${capitalised(winner)} won`,
        next: 'Read it, then accept it, edit it first, or keep your own text.',
        tone: 'good',
      };
    case 'KEEP_YOURS':
      return {
        title: 'Keep yours: both orders prefer your own text',
        next: 'Nothing needs to change. You can still accept a draft, or take single changes from one.',
        tone: 'good',
      };
    case 'TIE':
      return {
        title: `A tie: the two orders disagree, and a rule chose ${winner}`,
        next: 'Read both drafts and choose yourself; the judge has no clear favourite.',
        tone: 'warn',
      };
    case 'ONLY_DRAFT':
      return {
        title: `Only one sound draft${model ? `, by ${model}` : ''}`,
        next: 'There was nothing to compare it with, so no judge was asked. Read it carefully, or try again.',
        tone: 'warn',
      };
    case 'JUDGE_FALLBACK':
      return {
        title: `No usable verdict: a rule chose ${winner}`,
        next: 'No judge stands behind this choice. Read both drafts, or try again.',
        tone: 'warn',
      };
    case 'NO_SOUND_DRAFT':
      return {
        title: 'No draft can be trusted as it stands',
        next: 'Your own text stands. Each draft has open findings: look at them, edit a draft first, confirm each finding to take it anyway, or try again.',
        tone: 'danger',
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

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How the draft that stands first came to be first. Where no draft won, none carries such a label. */
export const WINNER_LABELS: Record<Outcome, string> = {
  JUDGED: 'Winner',
  KEEP_YOURS: 'Draft',
  TIE: 'Tie, chosen by rule',
  ONLY_DRAFT: 'Only sound draft',
  JUDGE_FALLBACK: 'Chosen by rule',
  NO_SOUND_DRAFT: 'Draft',
  NOTHING_TO_ENHANCE: 'Draft',
  NO_DRAFT: 'Draft',
};
