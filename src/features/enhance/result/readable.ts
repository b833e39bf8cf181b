import type { Draft } from '../../../../domain/enhancement';
import type { Enhancement } from '../../../data/types';

/** A draft that has a text. */
export interface Readable {
  /** 1-based position in the run's drafts. */
  number: number;
  draft: Draft & { text: string };
}

/** The drafts that have a text, the winner first. */
export const readableDrafts = (run: Enhancement): Readable[] =>
  run.drafts
    .map((draft, index) => ({ number: index + 1, draft }))
    .filter((one): one is Readable => one.draft.text !== null)
    .sort((a, b) => Number(b.number === run.verdict?.winner) - Number(a.number === run.verdict?.winner));
