import * as z from 'zod';
import { importMarkdown } from '../../../domain/import';
import { LIMITS } from '../../../domain/limits';
import { emptyPostMortem } from '../../../domain/postMortem';
import { postMortemContent } from '../../../domain/postMortem/content';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { SECTION_IDS, type SectionId } from '../../../domain/sections';
import { TEMPLATES, templateNamed, withTemplate } from '../../../domain/templates';
import { withoutControlCharacters } from '../../../domain/text';
import { readTimeline } from '../../../domain/timeline';
import { offersOf } from '../../../domain/timeline/landing';
import { readZone } from '../../../domain/timeline/zones';
import { InvalidArgumentError, NothingToDraftError } from '../errors';
import { DAY, SEVERITY, uriOf } from '../shapes';
import { tool } from '../tool';

/** As much as a whole document may hold. */
const PASTED = z.string().max(LIMITS.documentBytes);

export const createDraft = tool({
  name: 'create_draft',
  title: 'Create a draft',
  description:
    'Stores a new post-mortem as a draft of the signed-in person. Give the notes as they are: headings become sections, tables and lists become timeline and actions, and what finds no place is kept and named in `left`. A pasted chat, log or status page goes into `timeline`. Nothing is invented or reworded; polish sections with enhance_text afterwards. The draft is private to its author until they share or publish it in the app.',
  writes: true,
  isIdempotent: false,
  input: z.object({
    title: z.string().max(LIMITS.titleLength).optional().describe('What broke, in a line.'),
    notes: PASTED.optional().describe('Markdown, or plain notes.'),
    sections: z
      .partialRecord(z.enum(SECTION_IDS as [SectionId, ...SectionId[]]), z.string().max(LIMITS.sectionLength))
      .optional()
      .describe('Texts by section, beside or instead of notes.'),
    timeline: PASTED.optional().describe(
      'A pasted chat, log, status page, table or export, read line by line.',
    ),
    date: DAY.optional().describe('The day of the first time in the timeline that has none.'),
    zone: z.string().max(60).optional().describe('The zone of times that tell none, as Europe/Rome.'),
    severity: SEVERITY.optional(),
    service: z.string().max(LIMITS.serviceLength).optional(),
    template: z
      .enum(TEMPLATES.map(({ name }) => name) as [string, ...string[]])
      .optional()
      .describe('The outline that it follows; Standard when left out.'),
  }),
  output: z.object({
    id: z.string(),
    uri: z.string(),
    title: z.string(),
    sections: z.array(z.string()).describe('The sections that have a text.'),
    timeline: z.number(),
    actions: z.number(),
    left: z.array(z.string()).describe('What found no place of its own, with the reason. Tell the person.'),
  }),
  async run(asked, library) {
    const { content, left } = draftOf(asked);
    const id = await library.create(content);
    return {
      id,
      uri: uriOf(id),
      title: content.title,
      sections: SECTION_IDS.filter((section) => content[section].trim() !== ''),
      timeline: content.timeline.length,
      actions: content.actionItems.length,
      left,
    };
  },
});

interface Asked {
  title?: string | undefined;
  notes?: string | undefined;
  sections?: Partial<Record<SectionId, string>> | undefined;
  timeline?: string | undefined;
  date?: string | undefined;
  zone?: string | undefined;
  severity?: AuthoredContent['severity'] | undefined;
  service?: string | undefined;
  template?: string | undefined;
}

const UNNAMED = 'Untitled';

/** The document that was asked for. @throws NothingToDraftError, InvalidArgumentError */
function draftOf(asked: Asked): { content: AuthoredContent; left: string[] } {
  const clean = (text: string) => withoutControlCharacters(text).trim();
  const { content, left } = asked.notes
    ? importMarkdown(clean(asked.notes), asked.title?.trim() || UNNAMED)
    : { content: emptyPostMortem(UNNAMED) as AuthoredContent, left: [] as string[] };
  if (content.status !== 'DRAFT') left.push(`Status: ${content.status}. A draft is published in the app.`);
  content.status = 'DRAFT';
  if (asked.title?.trim()) content.title = clean(asked.title).replace(/\s+/g, ' ');
  else if (content.title === UNNAMED) throw new NothingToDraftError();
  if (asked.severity) content.severity = asked.severity;
  if (asked.service) content.service = clean(asked.service);
  for (const [section, text] of Object.entries(asked.sections ?? {}) as [SectionId, string][])
    content[section] = [content[section], clean(text)].filter(Boolean).join('\n\n');
  if (asked.timeline) left.push(...addTimeline(content, asked));
  const template = asked.template ? templateNamed(asked.template) : undefined;
  if (template) Object.assign(content, withTemplate(content, template));
  // Who reads it is set in the app, by its owner.
  if (template?.isPrivate)
    left.push('Privacy: this template is for few. Make it private before it is published.');
  const checked = postMortemContent.safeParse({ ...content, editors: [] });
  if (!checked.success) throw new InvalidArgumentError(wordsOf(checked.error.issues));
  const { editors: _, ...kept } = checked.data;
  return { content: kept as AuthoredContent, left };
}

/** @returns the lines that became no entry, each with its reason */
function addTimeline(content: AuthoredContent, { timeline = '', date, zone }: Asked): string[] {
  const known = zone === undefined ? undefined : readZone(zone);
  if (zone !== undefined && known?.kind !== 'rules' && known?.kind !== 'offset')
    throw new InvalidArgumentError(
      `There is no time zone “${zone}”. Write it as Europe/Rome, CET or +01:00.`,
    );
  const offers = offersOf(readTimeline(timeline, { date, zone }), content.timeline);
  const entries = offers.filter(({ why, isThere }) => why === null && !isThere);
  const room = LIMITS.timelineEntries - content.timeline.length;
  content.timeline.push(...entries.slice(0, room).map(({ entry }) => entry));
  return [
    ...offers.flatMap(({ line, entry, why }) =>
      why === null ? [] : [`Line ${line}: ${entry.text} (${why})`],
    ),
    ...entries.slice(room).map(({ line, entry }) => `Line ${line}: ${entry.text} (the timeline is full)`),
  ];
}

const wordsOf = (issues: readonly { path: PropertyKey[]; message: string }[]): string =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ');
