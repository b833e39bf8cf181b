import type { Tool } from '../tool';
import { checkFacts } from './checkFacts';
import { createDraft } from './createDraft';
import { enhanceText } from './enhanceText';
import { findSimilar } from './findSimilar';
import { getPostMortem } from './getPostMortem';
import { listOpenActions } from './listOpenActions';
import { reviewPostMortem } from './reviewPostMortem';
import { searchPostMortems } from './searchPostMortems';

/** Every tool of the server, reading ones first. A new one is its file here and its line in this list. */
export const TOOLS: readonly Tool[] = [
  searchPostMortems,
  getPostMortem,
  listOpenActions,
  findSimilar,
  checkFacts,
  reviewPostMortem,
  enhanceText(),
  createDraft,
];
