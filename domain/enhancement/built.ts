import type { DocumentSoFar } from '../questions';
import { SECTION_IDS, type SectionId } from '../sections';

/** Sections that can be told from what stands in the rest of the document. */
const BUILT: readonly SectionId[] = ['summary', 'impact', 'description'];

/** Whether a section can be drafted from the timeline and the other sections, as there is something in them. */
export const canBeBuilt = (section: SectionId, document: DocumentSoFar): boolean =>
  BUILT.includes(section) &&
  ((document.timeline ?? []).length > 0 ||
    SECTION_IDS.some((id) => id !== section && (document[id] ?? '').trim() !== ''));
