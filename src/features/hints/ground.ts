import { MOMENTS } from '../../../domain/postMortem';
import { SECTIONS } from '../../../domain/sections';
import type { DocumentContent } from '../../data/types';

/** In so few letters nobody is spoken of, well or ill. */
const SHORTEST_TONE = 10;

/** Whether a text is long enough to have a tone. */
export const hasTone = (text: string): boolean => text.length > SHORTEST_TONE;

/** In less than a sentence or two nothing contradicts anything, and the rules that look for it are not fetched. */
const SHORTEST_STORY = 60;

/** Whether there is enough in a document to look for contradictions. */
export const hasGround = (content: DocumentContent): boolean =>
  content.timeline.length + content.actionItems.length > 0 ||
  MOMENTS.some(({ id }) => content[id] !== null) ||
  SECTIONS.some(({ id }) => content[id].length > SHORTEST_STORY);
