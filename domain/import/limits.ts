import { plainLine } from '../export/markdown';
import { LIMITS } from '../limits';
import { type AuthoredContent, fieldsOf } from '../postMortem/fields';
import { SECTION_IDS } from '../sections';
import type { Leftover } from './leftover';

/** So much of what was left is named; its text stands in the document. */
const NAMED = 120;

/**
 * Brings a document within what ours may hold. What is too much joins what found no place, and as much of that
 * as fits stands at the end of the description.
 */
export function withinLimits(content: AuthoredContent, leftovers: Leftover[]): { left: string[] } {
  const beyond = (name: string, text: string) => leftovers.push({ name, markdown: text });
  if (content.title.length > LIMITS.titleLength) {
    beyond('Title', plainLine(content.title));
    content.title = whole(content.title, LIMITS.titleLength);
  }
  if (content.service.length > LIMITS.serviceLength) {
    beyond('Service', plainLine(content.service));
    content.service = whole(content.service, LIMITS.serviceLength);
  }
  const longTags = [
    ...content.tags.slice(LIMITS.tags),
    ...content.tags.slice(0, LIMITS.tags).filter((tag) => tag.length > LIMITS.tagLength),
  ];
  if (longTags.length > 0) beyond('Tags', longTags.map(plainLine).join(', '));
  content.tags = content.tags.slice(0, LIMITS.tags).filter((tag) => tag.length <= LIMITS.tagLength);
  for (const { id, label, most } of fieldsOf('rows')) {
    const rows = content[id] as Array<Record<string, string | boolean>>;
    const kept = rows.slice(0, most).filter((row) => isShort(row));
    const over = rows.filter((row) => !kept.includes(row));
    if (over.length > 0) beyond(label, over.map((row) => `- ${plainLine(toldOf(row))}`).join('\n'));
    Object.assign(content, { [id]: kept });
  }
  for (const id of SECTION_IDS) {
    if (content[id].length <= LIMITS.sectionLength) continue;
    const kept = paragraphs(content[id], LIMITS.sectionLength);
    beyond(`The rest of ${id}`, content[id].slice(kept.length).trim());
    content[id] = kept;
  }
  return { left: leftovers.map((leftover) => keep(content, leftover)) };
}

const isShort = (row: Record<string, string | boolean>): boolean =>
  Object.values(row).every((cell) => typeof cell === 'boolean' || cell.length <= LIMITS.lineLength);

const toldOf = (row: Record<string, string | boolean>): string =>
  Object.values(row)
    .filter((cell) => typeof cell === 'string' && cell !== '')
    .join(' · ');

/** Stands at the end of the description, if there is room for all of it. */
function keep(content: AuthoredContent, { name, markdown }: Leftover): string {
  const added = `# ${plainLine(name) || 'Without a heading'}\n\n${markdown}`;
  const description = content.description === '' ? added : `${content.description}\n\n${added}`;
  const said = `${name}: ${markdown}`;
  if (description.length > LIMITS.sectionLength) return said;
  content.description = description;
  const line = said.replace(/\s+/g, ' ').trim();
  return line.length > NAMED ? `${whole(line, NAMED - 1)}…` : line;
}

/** At most so many characters, none of them cut in half. */
const whole = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

function paragraphs(text: string, most: number): string {
  const at = text.lastIndexOf('\n\n', most);
  return at > most / 2 ? text.slice(0, at) : whole(text, most);
}
