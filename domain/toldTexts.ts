import { type AuthoredContent, fieldById } from './postMortem/fields';
import { shownSections } from './templates';

/** A text of a document, by what its author calls it and where it stands. */
export interface ToldText {
  /** "Impact", "Timeline, entry 3". */
  label: string;
  /** The id of a section or a field. */
  where: string;
  /** Of a timeline, the entry's place in it, from 0. */
  entry?: number;
  text: string;
}

/**
 * Every text in which readers of a document can meet what should not be there, in the order of the page: not only
 * its sections, as what was pasted from a chat stands in the timeline. Who took part and who owns an action is
 * named on purpose, and not among them. Empty ones are left out.
 */
export function toldTexts(document: AuthoredContent): ToldText[] {
  const lines = (['title', 'service'] as const).map((id) => ({
    ...{ label: fieldById(id).label, where: id as string, text: document[id] },
  }));
  const sections = shownSections(document).map(({ id, label }) => ({ label, where: id, text: document[id] }));
  const entries = document.timeline.map(({ text }, entry) => ({
    ...{ label: `Timeline, entry ${entry + 1}`, where: 'timeline', entry, text },
  }));
  const actions = document.actionItems.map(({ text, ticket = '' }, index) => ({
    ...{ label: `Action item ${index + 1}`, where: 'actionItems', text: `${text}\n${ticket}` },
  }));
  return [...lines, ...sections, ...entries, ...actions].filter(({ text }) => text.trim() !== '');
}
