import type { RootContent } from 'mdast';
import { durationLines, plainLine } from '../export/markdown';
import { parseMarkdown } from '../export/tree';
import { emptyPostMortem } from '../postMortem';
import type { AuthoredContent } from '../postMortem/fields';
import { isSectionId, type SectionId } from '../sections';
import { shownSections } from '../templates';
import { ACTIONS_ARE, actionsFrom } from './actions';
import { type Facts, readFacts, severityOfImpact, takeFact } from './facts';
import { frontMatterOf } from './frontMatter';
import type { Leftover } from './leftover';
import { withinLimits } from './limits';
import { bodyOf, type Part, partsOf } from './parts';
import { PEOPLE_ARE, peopleFrom } from './people';
import { asideOf, isFact, placeOfHeading } from './places';
import { sourceOf } from './plain';
import { rowsIn } from './rows';
import { ENTRIES_ARE, timelineFrom } from './timeline';

/** Somebody's document as one of ours. */
export interface Imported {
  content: AuthoredContent;
  /** The sections that got a text, in the order of the document. */
  sections: SectionId[];
  /**
   * What found no place of its own, by its heading or its first words. Its text stands at the end of the
   * description; what does not fit there is told here whole.
   */
  left: string[];
}

/**
 * Reads a Markdown post-mortem: ours as it left, and those of the common templates by the names of their
 * headings. Nothing is lost: what has no place is kept and named.
 * @param name what it is called where it has no title
 */
export function importMarkdown(source: string, name = 'Imported post-mortem'): Imported {
  const front = frontMatterOf(source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const { body: markdown, lines: unknown } = front;
  const tree = parseMarkdown(markdown);
  const { title, opening, parts } = partsOf(tree, markdown);
  const facts: Facts = { people: [] };
  const leftovers: Leftover[] = [];
  const content: AuthoredContent = emptyPostMortem('');
  const order: SectionId[] = [];

  const add = (id: SectionId, heading: string, text: string) => {
    if (text === '') return;
    if (!order.includes(id)) order.push(id);
    content[id] = content[id] === '' ? text : `${content[id]}\n\n# ${plainLine(heading)}\n\n${text}`;
  };
  const leave = (called: string, kept: string) => {
    if (kept !== '') leftovers.push({ name: called, markdown: kept });
  };
  const asList = (lines: readonly string[]) => lines.map((line) => `- ${plainLine(line)}`).join('\n');
  const leaveLines = (called: string, lines: readonly string[]) => leave(called, asList(lines));

  const opened = readFacts(opening, markdown, facts);
  for (const [label, place, value] of front.values)
    if (!takeFact(place, label, value, facts)) unknown.push(`${label}: ${value}`);
  if (title !== '' && front.title !== '' && front.title !== title) unknown.push(`title: ${front.title}`);
  placeOpening(opened.prose);
  for (const part of parts) placePart(part);

  /** Words of introduction; some templates begin paragraphs there with the name of a section. */
  function placeOpening(nodes: readonly RootContent[]): void {
    let place: SectionId = 'summary';
    for (const node of nodes) {
      const text = bodyOf([node], 0, markdown);
      const [all = '', called = ''] = LABELLED_PARAGRAPH.exec(text) ?? [];
      const said = placeOfHeading(called);
      if (said !== undefined && isSectionId(said)) place = said;
      const own = said === place && asideOf(called) === '' ? text.slice(all.length) : text;
      content[place] = [content[place], own].filter((each) => each !== '').join('\n\n');
      if (content[place] !== '' && !order.includes(place)) order.push(place);
    }
  }

  function placePart(part: Part): void {
    const { heading, depth, place, nodes } = part;
    if (place === undefined) leave(heading, bodyOf(nodes, depth, markdown) || plainLine(heading));
    else if (isSectionId(place)) {
      add(place, heading, bodyOf(nodes, depth, markdown));
      leave(heading, plainLine(asideOf(heading)));
    } else if (isFact(place)) {
      const lines = nodes.some(({ type }) => type === 'table') ? [] : linesIn(nodes);
      const isOne = lines.length === 1 || place === 'authors';
      const isWhole = isOne && lines.filter((line) => !takeFact(place, heading, line, facts)).length === 0;
      if (lines.length === 0 || !isWhole) leave(heading, bodyOf(nodes, depth, markdown));
      else leave(heading, sourcesOf(rowsIn(nodes, markdown).rest, markdown));
    } else placeRows(heading, place, nodes);
  }

  function linesIn(nodes: readonly RootContent[]): string[] {
    return rowsIn(nodes, markdown).rows.map(({ cells }) => cells.get('') ?? '');
  }

  function placeRows(
    heading: string,
    place: 'timeline' | 'actionItems' | 'people',
    nodes: RootContent[],
  ): void {
    const { rows, rest } = rowsIn(nodes, markdown, WANTED[place]);
    const aside = asideOf(heading);
    if (place === 'timeline' && aside !== '') rows.unshift({ cells: new Map([['', aside]]) });
    else leave(heading, plainLine(aside));
    if (place === 'people') content.people.push(...peopleFrom(rows));
    else if (place === 'actionItems') {
      const { items, rest: told } = actionsFrom(rows);
      content.actionItems.push(...items);
      leaveLines(heading, told);
    } else {
      const { entries, rest: told } = timelineFrom(rows);
      content.timeline.push(...entries);
      leaveLines(heading, told);
    }
    leave(heading, sourcesOf(rest, markdown));
  }

  const { people, ...told } = facts;
  const graded = severityOfImpact([...unknown, ...opened.lines, `Impact: ${content.impact}`]);
  Object.assign(content, graded && { severity: graded }, told, { title: title || front.title || name });
  content.people.push(...people);
  // What is computed from the rest is no fact of its own; where it does not follow from it, it is kept.
  const computed = new Set(durationLines(content).map((line) => line.replaceAll('**', '')));
  const unplaced = asList([...unknown, ...opened.lines.filter((line) => !computed.has(line))]);
  if (unplaced !== '') leftovers.unshift({ name: 'Facts', markdown: unplaced });
  const { left } = withinLimits(content, leftovers);
  const sections = order.filter((id) => content[id] !== '');
  if (content.description !== '' && !sections.includes('description')) sections.push('description');
  content.layout = layoutFor(content, sections);
  return { content, sections, left };
}

const WANTED = { timeline: ENTRIES_ARE, actionItems: ACTIONS_ARE, people: PEOPLE_ARE };

const LABELLED_PARAGRAPH = /^\*\*([^*:]+):?\*\*:?\s*/;

const sourcesOf = (nodes: readonly RootContent[], markdown: string): string =>
  nodes
    .map((node) => sourceOf(node, markdown))
    .join('\n\n')
    .trim();

/** Nothing where the standard template would show the same order. */
function layoutFor(content: AuthoredContent, sections: readonly SectionId[]): string[] {
  const standard = shownSections(content)
    .map(({ id }) => id)
    .filter((id) => content[id].trim() !== '');
  return standard.join() === sections.join() ? [] : [...sections];
}
