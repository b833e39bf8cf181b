import { type Outcome, OWN_TEXT } from '../../../../domain/enhancement';
import type { Enhancement } from '../../../data/types';
import { capitalised, draftNames } from '../names';
import { isStopped } from './guardrailNotes';

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
  const name = draftNames(drafts)[verdict.winner - 1]?.long;
  const winner = verdict.winner === OWN_TEXT || !name ? 'your own text' : name;
  const outcome: Outcome = verdict.outcome;
  switch (outcome) {
    case 'JUDGED':
      return {
        title: `${capitalised(winner)} won`,
        next: 'Read it beside your own, then take it, take a part, or keep yours.',
        tone: 'good',
      };
    case 'KEEP_YOURS':
      return {
        title: 'Keep yours: both orders prefer your own text',
        next: 'Nothing needs to change. You can still take a draft, or single sentences from one.',
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
        title: `Only one sound draft${name ? `: ${name}` : ''}`,
        next: 'There was nothing to compare it with, so no judge was asked. Read it carefully.',
        tone: 'warn',
      };
    case 'JUDGE_FALLBACK':
      return {
        title: `No usable verdict: a rule chose ${winner}`,
        next: 'No judge stands behind this choice. Read both drafts.',
        tone: 'warn',
      };
    case 'NO_SOUND_DRAFT':
      return {
        title: 'No draft can be trusted as it stands',
        next: 'Your own text stands. Each draft has open findings, marked in its margin: edit it first, or confirm each finding to take it anyway.',
        tone: 'danger',
      };
    case 'NOTHING_TO_ENHANCE':
      return {
        title: 'Nothing to enhance yet',
        next: 'Write a line or two in this section, as roughly as you like, and try again.',
        tone: 'warn',
      };
    case 'NO_DRAFT':
      if (drafts.length > 0 && drafts.every(isStopped)) {
        return {
          title: 'The guardrail stopped every draft',
          next: 'What stopped each of them stands below.',
          tone: 'danger',
        };
      }
      return {
        title: 'No model answered',
        next: 'Your own text stands exactly as you wrote it. Wait a moment and try again.',
        tone: 'danger',
      };
  }
}

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
