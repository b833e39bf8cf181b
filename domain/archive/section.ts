import { isSectionId, type SectionId, sectionById } from '../sections';

/** What a passage stands in, which is what a link jumps to. */
export type PassageSection = SectionId | 'timeline' | 'actions';

/** What its author knows the place by. A server that is newer than a page may name one that the page does not know. */
export const labelOf = (section: string): string => {
  if (section === 'timeline') return 'Timeline';
  if (section === 'actions') return 'Action items';
  return isSectionId(section) ? sectionById(section).label : section;
};

/** Where it begins in the page of its document. */
export const anchorOf = (section: string): string =>
  `section-${section === 'actions' ? 'actionItems' : section}`;
