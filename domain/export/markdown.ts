import { durationsOf } from '../incident/durations';
import {
  type AuthoredContent,
  type AuthoredField,
  type Choice,
  FIELDS,
  fieldById,
} from '../postMortem/fields';
import { type SectionId, sectionById } from '../sections';
import { shownSections } from '../templates';
import { toldTime } from '../timeline/toldTime';
import { fileName } from './fileName';
import { inertInline, shownTag } from './inertInline';

/** Headings inside a section stand below the section's own (`##`). */
const TOP_LEVEL_IN_PROSE = 3;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const ATX_HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const SETEXT_ONE = /^ {0,3}=+[ \t]*$/;
const SETEXT_TWO = /^ {0,3}-+[ \t]*$/;

/** One line of plain text with everything escaped that Markdown would read as markup. */
export const plainLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*[\]~]/g, '\\$&')
    // Inside a word an underscore means nothing, and snake_case should stay readable.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/</g, (_, at: number, line: string) => shownTag(line, at))
    .replace(/(^|\s)(#+)$/, '$1\\$2');

const cell = (text: string): string => plainLine(text).replaceAll('|', '\\|');

/**
 * An author's Markdown, made to stay inside its section: headings sink below the section's own, HTML is
 * shown instead of obeyed, and a code fence that was left open is closed.
 */
export function proseInSection(text: string): string {
  const lines: string[] = [];
  let openFence: string | null = null;
  let openCode = false;
  for (const line of text.replace(/\r\n?/g, '\n').trim().split('\n')) {
    const fence: string | undefined = FENCE.exec(line)?.[1];
    if (openFence !== null) {
      if (fence && closes(openFence, line)) openFence = null;
      lines.push(line);
    } else if (
      fence &&
      !(fence.startsWith('`') && line.slice(line.indexOf(fence) + fence.length).includes('`'))
    ) {
      openFence = fence;
      lines.push(line);
    } else {
      if (line.trim() === '') openCode = false;
      const inline = inertInline(line, openCode);
      openCode = inline.openCode;
      lines.push(...proseLine(line, inline.text, lines.at(-1) ?? ''));
    }
  }
  if (openFence !== null) lines.push(openFence);
  return lines.join('\n');
}

/** A fence is closed by at least as many of the same characters and nothing else. */
const closes = (fence: string, line: string): boolean => {
  const candidate = line.trim();
  return candidate.length >= fence.length && candidate === (fence[0] as string).repeat(candidate.length);
};

function proseLine(line: string, harmless: string, previous: string): string[] {
  const underText = previous.trim() !== '';
  if (underText && SETEXT_ONE.test(line)) return [line.replace('=', '\\=')];
  // Right under text a row of dashes would turn that text into a heading of the section's own level.
  if (underText && SETEXT_TWO.test(line)) return ['', line];
  const marks = ATX_HEADING.exec(harmless)?.[1];
  if (!marks) return [harmless];
  const level = Math.min(6, marks.length + TOP_LEVEL_IN_PROSE - 1);
  return [harmless.trimStart().replace(/^#+/, '#'.repeat(level))];
}

/** "2026-03-01 14:02 UTC": a channel's readers sit in many time zones. */
const utcMoment = (iso: string): string => {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return plainLine(iso);
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
};

/** A section with its heading, ready to paste. */
export const sectionToMarkdown = (id: SectionId, text: string): string =>
  `## ${sectionById(id).label}\n\n${proseInSection(text)}\n`;

/** The whole document as GitHub-flavoured Markdown. What is empty is left out. */
export function postMortemToMarkdown(document: AuthoredContent): string {
  const blocks = [
    `# ${plainLine(document.title) || 'Untitled post-mortem'}`,
    [factsToMarkdown(document), ...durationLines(document).map((line) => `- ${line}`)]
      .filter(Boolean)
      .join('\n'),
    ...belowFacts(document),
  ];
  return `${blocks.filter((each) => each !== '').join('\n\n')}\n`;
}

/** Everything below the title and the facts, a block each; what is empty is left out. */
export const belowFacts = (document: AuthoredContent): string[] =>
  [
    ...shownSections(document).map(({ id }) =>
      document[id].trim() === '' ? '' : sectionToMarkdown(id, document[id]).trimEnd(),
    ),
    ...FIELDS.map((field) => block(field, document)),
  ].filter((each) => each !== '');

/**
 * The facts as a list: what is not filled in is left out.
 * @param word what a label of ours is called where it is read; a document that leaves keeps its English
 */
export const factsToMarkdown = (document: AuthoredContent, word: Word = asItIs): string =>
  FIELDS.flatMap((field) => (field.exported === 'fact' ? factLine(field, document, word) : [])).join('\n');

type Word = (english: string) => string;
const asItIs: Word = (english) => english;

/**
 * How long it took, a line each: "**Time to detect (TTD):** 18 min". Where it was not computed from the fields
 * right above, the line says from what; what is not known is left out.
 */
export const durationLines = (document: AuthoredContent): string[] =>
  durationsOf(document).flatMap(({ short, label, length, words, from, to }) => {
    if (length === null || !from || !to) return [];
    const names = [from, to].map(({ source }) =>
      'field' in source ? fieldById(source.field).label : `entry ${source.entry + 1}`,
    );
    const isOfFields = 'field' in from.source && 'field' in to.source;
    const how = isOfFields ? '' : ` (from ${names.join(' to ')} of the timeline)`;
    return [`**${label} (${short}):** ${words}${how}`];
  });

/** What stands behind the prose, with a heading of its own. */
function block(field: AuthoredField, document: AuthoredContent): string {
  switch (field.exported) {
    case 'people':
      return peopleToMarkdown(document[field.id]);
    case 'table':
      return timelineToMarkdown(document[field.id]);
    case 'tasks':
      return actionItemsToMarkdown(document[field.id]);
    default:
      return '';
  }
}

function factLine(
  field: Extract<AuthoredField, { exported: 'fact' }>,
  document: AuthoredContent,
  word: Word,
): string[] {
  const value = fact(field, document, word);
  return value === '' ? [] : [`- **${word(field.label)}:** ${value}`];
}

/** A fact as one line reads it; empty when it is not filled in. */
function fact(
  field: Extract<AuthoredField, { exported: 'fact' }>,
  document: AuthoredContent,
  word: Word,
): string {
  switch (field.kind) {
    case 'line':
      return plainLine(document[field.id]);
    case 'labels':
      return document[field.id].map(plainLine).join(', ');
    case 'moment': {
      const at = document[field.id];
      return at === null ? '' : utcMoment(at);
    }
    case 'choice': {
      const chosen: Choice | undefined = field.choices.find(({ id }) => id === document[field.id]);
      if (!chosen) return plainLine(document[field.id]);
      const label = word(chosen.label);
      return chosen.meaning ? `${label} (${word(chosen.meaning).replace(/\.$/, '')})` : label;
    }
  }
}

/** The timeline as a table, or nothing when there is none. */
export function timelineToMarkdown(timeline: AuthoredContent['timeline']): string {
  const rows = timeline.filter(({ at, text }) => at.trim() !== '' || text.trim() !== '');
  if (rows.length === 0) return '';
  const { label, columns } = fieldById('timeline');
  // A column that says nothing is no column.
  const withKinds = rows.some(({ kind }) => kind);
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const table = rows.map((row) => {
    const { text, kind } = row;
    const kindLabel = columns.kind.choices.find(({ id }) => id === kind)?.label ?? '';
    return line([cell(toldTime(row)), ...(withKinds ? [kindLabel] : []), cell(text)]);
  });
  const head = [columns.at.label, ...(withKinds ? [columns.kind.label] : []), columns.text.label];
  return [`## ${label}`, '', line(head), line(head.map(() => '---')), ...table].join('\n');
}

/** A line that would begin a list, a heading or a quote at the start of an item, kept from it. */
const atItemStart = (line: string): string =>
  line.replace(/^(?:[-+>]|#{1,6}(?=\s|$)|=+$)/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

/** Who took part, or nothing when nobody is named. */
export function peopleToMarkdown(people: AuthoredContent['people']): string {
  const named = people.filter(({ name }) => name.trim() !== '');
  if (named.length === 0) return '';
  const { label, columns } = fieldById('people');
  const lines = named.map(({ name, role }) => {
    const as = columns.role.choices.find(({ id }) => id === role)?.label;
    return `- ${atItemStart(plainLine(name))}${as ? ` (${as.toLowerCase()})` : ''}`;
  });
  return [`## ${label}`, '', ...lines].join('\n');
}

/** The action items as a task list, or nothing when there are none. */
export function actionItemsToMarkdown(actionItems: AuthoredContent['actionItems']): string {
  const rows = actionItems.filter(({ text }) => text.trim() !== '');
  if (rows.length === 0) return '';
  const { columns } = fieldById('actionItems');
  const list = rows.map(({ text, owner, dueDate, done, type, priority, ticket, ticketState }) => {
    const state = columns.ticketState.choices.find(({ id }) => id === ticketState)?.label.toLowerCase();
    const who = [
      columns.type.choices.find(({ id }) => id === type)?.label.toLowerCase(),
      priority && `${priority} priority`,
      owner.trim() && `owner: ${plainLine(owner)}`,
      dueDate.trim() && `due ${plainLine(dueDate)}`,
      ticket?.trim() && `ticket: ${plainLine(ticket)}${state ? `, ${state}` : ''}`,
    ].filter(Boolean);
    return `- [${done ? 'x' : ' '}] ${plainLine(text)}${who.length > 0 ? ` (${who.join(', ')})` : ''}`;
  });
  return [`## ${fieldById('actionItems').label}`, '', ...list].join('\n');
}

/** "checkout-down-for-23-minutes.md". */
export const markdownFileName = (title: string): string => fileName(title, 'md');
