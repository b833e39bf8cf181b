import type { Stage } from '../../../../domain/enhancement';
import type { Enhancement } from '../../../../src/data/types';

/** A run on a description as the server tells it. */
export const run = (progress: number, stage: Stage, more: Partial<Enhancement> = {}): Enhancement => ({
  id: 'run',
  postMortemId: 'pm',
  section: 'description',
  theme: 'professional',
  source: 'it broke',
  status: stage === 'FINISHED' ? 'SUCCEEDED' : 'RUNNING',
  stage,
  progress,
  drafts: [],
  verdict: null,
  message: null,
  costUsd: 0,
  startedAt: '2026-03-04T12:00:00.000Z',
  finishedAt: null,
  owner: 'me',
  ...more,
});
