import { mayRead } from '../../../domain/postMortem/access';
import { parseSection, SECTIONS, type SectionId } from '../../../domain/sections';
import type { ReadWholeDocument, WholeDocument } from '../../wholeDocument';
import { refused, type Tool, textOf } from './toolAnswer';

/** A long document would fill the model's window, and a step's result must stay far below Lambda's 256 KB. */
const LONGEST_DOCUMENT = 24_000;

export const NOT_THERE = 'There is no such post-mortem among those that you may read.';

/** Reads a post-mortem, or a section of it, if the person may. */
export const readWith =
  (document: ReadWholeDocument): Tool =>
  async (input, { caller }) => {
    const id = textOf(input.id);
    const section = parseSection(textOf(input.section)) ?? null;
    const found = id === '' ? undefined : await document(id);
    if (!found || !mayRead({ ...found }, caller)) return refused(id, NOT_THERE);
    const whole = section === null ? wholeText(found) : sectionText(found, section);
    const text = whole.slice(0, LONGEST_DOCUMENT);
    const cut = whole.length > text.length ? 'Only its beginning was read: it is very long.' : '';
    return {
      text: cut ? `${text}\n… ${cut}` : text,
      step: {
        about: found.title,
        outcome: 'DONE',
        note: cut,
        links: [{ postMortemId: found.id, title: found.title, section: section ?? '' }],
      },
    };
  };

const sectionText = (document: WholeDocument, section: SectionId): string => {
  const label = SECTIONS.find(({ id }) => id === section)?.label ?? section;
  return `title: ${document.title}\nid: ${document.id}\n## ${label}\n${document[section].trim() || '(empty)'}`;
};

function wholeText(document: WholeDocument): string {
  const { id, title, severity, status, service, startedAt, timeline, actionItems } = document;
  const facts = [
    ...[`title: ${title}`, `id: ${id}`, `severity: ${severity}`, `status: ${status}`],
    ...(service ? [`service: ${service}`] : []),
    ...(startedAt ? [`began: ${startedAt}`] : []),
  ];
  const sections = SECTIONS.filter((one) => document[one.id].trim() !== '').map(
    (one) => `## ${one.label} (${one.id})\n${document[one.id].trim()}`,
  );
  const rows = timeline
    .filter(({ text }) => text.trim() !== '')
    .map(({ at, text }) => `- ${at} ${text}`.trim());
  const actions = actionItems
    .filter(({ text }) => text.trim() !== '')
    .map(
      ({ text, owner, dueDate, done }) =>
        `- [${done ? 'x' : ' '}] ${[text, owner, dueDate].filter(Boolean).join(', ')}`,
    );
  return [
    facts.join('\n'),
    ...sections,
    ...(rows.length > 0 ? [`## Timeline\n${rows.join('\n')}`] : []),
    ...(actions.length > 0 ? [`## Actions\n${actions.join('\n')}`] : []),
  ].join('\n\n');
}
