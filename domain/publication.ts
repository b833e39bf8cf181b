import type { Status } from './postMortem/choices';

/** A step from one status to another, as its button says it. */
export interface StatusStep {
  to: Status;
  label: string;
  /** What it means for those who are not on the document. */
  means: string;
}

const STEPS: Record<Exclude<Status, 'FINAL'>, Omit<StatusStep, 'to'>> = {
  DRAFT: { label: 'Back to draft', means: 'Only its owner and those it is shared with read it.' },
  IN_REVIEW: {
    label: 'Submit for review',
    means: 'Colleagues are asked to decide: published, changed or declined.',
  },
  PUBLISHED: { label: 'Publish', means: 'Every signed-in colleague reads it and finds it.' },
  WITHDRAWN: { label: 'Withdraw', means: 'Colleagues no longer read it. Nothing is deleted.' },
};

const NEXT: Record<Status, ReadonlyArray<keyof typeof STEPS>> = {
  DRAFT: ['IN_REVIEW', 'PUBLISHED'],
  // Its review has broken off, or it was put there before there were any.
  IN_REVIEW: ['IN_REVIEW', 'PUBLISHED', 'DRAFT'],
  FINAL: ['PUBLISHED', 'DRAFT'],
  PUBLISHED: ['WITHDRAWN'],
  WITHDRAWN: ['PUBLISHED', 'IN_REVIEW', 'DRAFT'],
};

/**
 * Where a post-mortem may go from its status, the usual way first. Whoever may edit it may take each step;
 * `amplify/data/setStatus.js` holds the rules.
 */
export const nextSteps = (status: Status): StatusStep[] => NEXT[status].map((to) => ({ to, ...STEPS[to] }));

/** Who may read a post-mortem beside its owner and editors, in a sentence. */
export function readersOf({ status, isPrivate }: { status: Status; isPrivate: boolean }): string {
  if (isPrivate) return 'Private: only those it is shared with read it, also when it is published.';
  return status === 'PUBLISHED'
    ? 'Every signed-in colleague reads it.'
    : 'Only its owner and those it is shared with read it.';
}
