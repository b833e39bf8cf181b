import type { Stored } from '../../../domain/postMortem/stored';
import type { Enhancement } from '../types';

/** A run. Only the functions write one, so only what they may leave out is filled in. */
export const readEnhancement = (stored: Stored): Enhancement => ({
  ...(stored as unknown as Enhancement),
  drafts: (stored.drafts ?? []) as Enhancement['drafts'],
  verdict: (stored.verdict ?? null) as Enhancement['verdict'],
});
