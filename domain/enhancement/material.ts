import { LIMITS } from '../limits';
import type { DocumentSoFar } from '../questions';
import { SECTIONS, type SectionId } from '../sections';
import { withoutQuestions } from '../todo';

/** What a section is drafted from beside its own text: the rest of the document, as lines under headings. */
export interface Material {
  /** At most `LIMITS.sectionLength` characters; empty when there is nothing. */
  text: string;
  /** The headings in it, in order. */
  parts: string[];
  /** What found no room, for the author to read: "12 lines of Timeline". */
  left: string[];
}

export const TIMELINE_PART = 'Timeline';

/** The section that a part's heading names; none for the timeline. */
export const sectionOfPart = (name: string): SectionId | undefined =>
  SECTIONS.find(({ label }) => label === name)?.id;

const isPart = (name: string): boolean => name === TIMELINE_PART || sectionOfPart(name) !== undefined;

/**
 * The timeline, then the other sections in the order of a whole document, without what they still ask. What is too much is left off at the
 * end of a line, and said. Pure; the same document makes the same text.
 */
export function materialFor(section: SectionId, document: DocumentSoFar): Material {
  const timeline = (document.timeline ?? [])
    .filter((entry) => (entry?.text ?? '').trim() !== '')
    .map((entry) => `- ${`${entry?.at ?? ''} ${entry?.text}`.trim().replace(/\s*\n\s*/g, ' ')}`);
  const others = SECTIONS.filter(({ id }) => id !== section).map(
    ({ id, label }) => [label, linesOf(withoutQuestions(document[id] ?? ''))] as const,
  );
  const material: Material = { text: '', parts: [], left: [] };
  for (const [name, lines] of [[TIMELINE_PART, timeline] as const, ...others]) {
    if (lines.length > 0) take(material, name, lines);
  }
  return material;
}

/** A heading that would pass for one of ours goes a level down; an item that only asked is gone. */
const linesOf = (text: string): string[] =>
  text.trim() === ''
    ? []
    : text
        .trim()
        .split(/\r\n|\n|\r/)
        .map((line) => line.replace(/^## /, '### '))
        .filter((line) => !/^\s*(?:[-*+]|\d+[.)])\s*$/.test(line));

function take(material: Material, name: string, lines: readonly string[]): void {
  const head = `${material.text === '' ? '' : '\n\n'}## ${name}`;
  let text = material.text + head;
  let taken = 0;
  for (const line of lines) {
    if (text.length + 1 + line.length > LIMITS.sectionLength) break;
    text += `\n${line}`;
    taken += 1;
  }
  const left = lines.length - taken;
  if (left > 0) material.left.push(`${left === 1 ? 'one line' : `${left} lines`} of ${name}`);
  if (taken === 0) return;
  material.text = text;
  material.parts.push(name);
}

/** The parts of a material by their headings, in order; the text of each as it stands there. */
export function partsOf(material: string): Map<string, string> {
  const parts = new Map<string, string>();
  let name = '';
  for (const line of material.split('\n')) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined && isPart(heading) && !parts.has(heading)) {
      name = heading;
      parts.set(name, '');
    } else if (name !== '') {
      parts.set(name, `${parts.get(name)}${parts.get(name) === '' ? '' : '\n'}${line}`);
    }
  }
  return new Map([...parts].map(([heading, text]) => [heading, text.trim()]));
}
