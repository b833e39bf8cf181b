import * as z from 'zod/mini';
import { LIMITS } from './limits';
import { isSectionId, type SectionId } from './sections';
import { shownSections, TEMPLATES, type Template } from './templates';
import { questionsIn } from './todo';

/** Templates of a team are stored under one key, as whoever signs in is of the team. */
export const TEAM = 'everybody';

/** Characters of "when to choose it". */
export const LONGEST_SUITS = 200;
/** Characters that a section starts with. */
const LONGEST_START = 2_000;

/** A template that somebody of the team has saved. */
export interface TeamTemplate extends Template {
  /** The user pool's `sub` of who saved it, and may take it away. */
  owner: string;
}

const text = (most: number) => z.string().check(z.maxLength(most));
const STORED = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(LIMITS.templateName)),
  suits: z.nullish(text(LONGEST_SUITS)),
  sections: z.array(z.string()).check(z.maxLength(LIMITS.layout)),
  required: z.nullish(z.array(z.string())),
  start: z.nullish(z.array(z.object({ section: z.string(), text: text(LONGEST_START) }))),
  owner: z.nullish(z.string()),
});

/** A stored template as the form uses it; null for one that another client has left without name or sections. */
export function readTeamTemplate(record: unknown): TeamTemplate | null {
  const { data } = STORED.safeParse(record);
  if (!data) return null;
  const sections = [...new Set(data.sections)].filter(isSectionId);
  if (sections.length === 0 || TEMPLATES.some(({ name }) => name === data.name)) return null;
  const isShown = (id: string): id is SectionId => sections.includes(id as SectionId);
  return {
    name: data.name,
    suits: data.suits ?? '',
    sections,
    required: (data.required ?? []).filter(isShown),
    start: Object.fromEntries(
      (data.start ?? [])
        .filter(({ section }) => isShown(section))
        .map(({ section, text }) => [section, text]),
    ),
    owner: data.owner ?? '',
  };
}

type Document = Parameters<typeof shownSections>[0];

/** A line's questions, behind the mark of its list; none for a line that asks nothing. */
function onlyAsking(line: string): string[] {
  const asked = questionsIn(line).map(({ start, end }) => line.slice(start, end));
  const mark = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(line)?.[0] ?? '';
  return asked.length === 0 ? [] : [mark + asked.join(' ')];
}

/** What a document would be as a template: its sections in their order, each with the questions that it asks. */
export function templateFrom(document: Document): Omit<Template, 'name' | 'suits'> {
  const sections = shownSections(document).map(({ id }) => id);
  const asked = sections.flatMap((id) => {
    const lines = document[id].split('\n').flatMap(onlyAsking);
    return lines.length > 0 ? [[id, lines.join('\n').slice(0, LONGEST_START)] as const] : [];
  });
  return { sections, required: sections.slice(0, 1), start: Object.fromEntries(asked) };
}

/** Why a template cannot have this name, in a sentence for who gave it; null when it can. */
export function wrongTemplateName(name: string, taken: readonly Pick<Template, 'name'>[]): string | null {
  if (name.trim() === '') return 'A template needs a name.';
  if (name.length > LIMITS.templateName) return `A name has at most ${LIMITS.templateName} characters.`;
  const same = (other: string) => other.toLowerCase() === name.trim().toLowerCase();
  return [...TEMPLATES, ...taken].some((template) => same(template.name))
    ? 'There is a template with this name. Choose another one.'
    : null;
}
