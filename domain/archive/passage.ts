import { fnv1a } from '../fnv';
import type { ActionItem, PostMortem, Severity, TimelineEntry } from '../postMortem';
import { readPostMortem, type Stored } from '../postMortem/stored';
import { SECTIONS } from '../sections';
import { cutText, runsOf } from './cutting';
import { labelOf, type PassageSection } from './section';

/** A stretch of a post-mortem that is found as one, as its record has it now. */
export interface Passage {
  documentId: string;
  /** Stable within a version of the cutting: 'rootCause/0', 'timeline/2', 'action/1x2y3z'. */
  place: string;
  section: PassageSection;
  title: string;
  service: string;
  severity: Severity;
  startedAt: string | null;
  text: string;
  /** What its whole document says is a secret, for whoever tells the passage alone; missing where there is none. */
  named?: readonly string[];
}

/** Passages of one document at most. A document within its limits has some hundreds; other clients store what they like. */
export const MOST_PASSAGES = 1_000;

/**
 * A document in its passages: each section by its paragraphs, runs of its timeline, each of its actions. The same
 * document is always cut the same; `CUTTING` in `keys.ts` grows when this changes.
 */
export function passagesOf(document: Stored | PostMortem): Passage[] {
  const { id, title, service, severity, startedAt, ...content } = readPostMortem(document as Stored);
  const passages: Passage[] = [];
  const add = (section: PassageSection, place: string, text: string) =>
    passages.push({ documentId: id, place, section, title, service, severity, startedAt, text });
  for (const { id: section } of SECTIONS)
    for (const [at, text] of cutText(content[section]).entries()) add(section, `${section}/${at}`, text);
  const entries = content.timeline.map(entryInWords).filter((line) => line !== '');
  for (const [at, text] of runsOf(entries).entries()) add('timeline', `timeline/${at}`, text);
  const known = new Map<string, number>();
  for (const action of content.actionItems) {
    const name = action.text.trim();
    if (name === '') continue;
    // Its words name an action: it has no id, and others may be put before it.
    const id = fnv1a(name).toString(36);
    const before = known.get(id) ?? 0;
    known.set(id, before + 1);
    const place = before === 0 ? `action/${id}` : `action/${id}.${before}`;
    for (const [at, text] of cutText(actionInWords(action)).entries())
      add('actions', at === 0 ? place : `${place}+${at}`, text);
  }
  return passages.slice(0, MOST_PASSAGES);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const entryInWords = ({ at, text }: TimelineEntry): string =>
  oneLine(text) === '' ? '' : oneLine(`${at} ${text}`);

const actionInWords = ({ text, owner, dueDate, done, ticket }: ActionItem): string =>
  [
    oneLine(text),
    [
      done ? 'Done' : 'Open',
      owner.trim() && `owner: ${oneLine(owner)}`,
      dueDate && `due: ${dueDate}`,
      ticket?.trim() && `ticket: ${oneLine(ticket)}`,
    ]
      .filter(Boolean)
      .join('; '),
  ].join('\n');

/** What a passage is embedded as: its own words, after what it is about. */
export const embeddedText = ({ title, service, section, text }: Passage): string =>
  [[title, service.trim()].filter(Boolean).join(' · '), labelOf(section), text].join('\n');
