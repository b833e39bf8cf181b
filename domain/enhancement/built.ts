import type { SectionId } from '../sections';

/** Sections that can be told from what stands in the rest of the document. */
const BUILT: readonly SectionId[] = ['summary', 'impact', 'description'];

/** Whether a section can be drafted from the timeline and the other sections. */
export const canBeBuilt = (section: SectionId): boolean => BUILT.includes(section);
