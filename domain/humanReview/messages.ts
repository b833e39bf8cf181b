import type { ActionItem } from '../postMortem';
import { type ThemeId, themeById } from '../themes';
import { outcomeLabel } from './deciding';
import type { Decision, ReviewRequest } from './review';

/** A message, as a mail has it and as a channel has it. */
export interface Message {
  /** What it is about, for the list of deliveries. */
  about: string;
  subject: string;
  /** Lines of plain text. Channels get them with the subject above. */
  text: string;
}

/** Where a document stands, and what it is called. */
export interface Subject {
  title: string;
  /** The address of its page; empty where the deployment does not know where the app is. */
  link: string;
}

/** Mail clients cut longer ones, and a title may have 200 characters. */
const LONGEST_SUBJECT = 140;

const subjectLine = (what: string, title: string): string => {
  // A line break in a subject would be another header.
  const line = `${what}: ${title.replace(/\s+/g, ' ').trim()}`;
  return line.length > LONGEST_SUBJECT ? `${line.slice(0, LONGEST_SUBJECT - 1).trimEnd()}…` : line;
};

const paragraphs = (...parts: readonly (string | false)[]): string =>
  parts.filter((part): part is string => part !== false && part !== '').join('\n\n');

const whereItIs = ({ link }: Subject): string => (link === '' ? '' : `Open it: ${link}`);

const day = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

export const invitation = (
  subject: Subject,
  { submittedBy }: Pick<ReviewRequest, 'submittedBy'>,
  { message, dueAt, remarks }: { message: string; dueAt: string; remarks: number },
): Message => ({
  about: 'Asked for a review',
  subject: subjectLine('Please review', subject.title),
  text: paragraphs(
    `${submittedBy.name} asks for your review of the post-mortem “${subject.title}”.`,
    message !== '' && `“${message}”`,
    remarks > 0 &&
      `The rules have ${remarks === 1 ? 'one remark' : `${remarks} remarks`} on it; you see them beside the document.`,
    `Approve it, ask for changes or decline until ${day(dueAt)}.`,
    whereItIs(subject),
  ),
});

export const reminder = (subject: Subject, { dueAt }: { dueAt: string }): Message => ({
  about: 'Reminded of the review',
  subject: subjectLine('Still waiting for a review', subject.title),
  text: paragraphs(
    `The post-mortem “${subject.title}” still waits for a review. Nobody has decided yet.`,
    `It can be decided until ${day(dueAt)}.`,
    whereItIs(subject),
  ),
});

/** Tells the author how it came out. @param note what became of the document that the outcome does not say */
export const outcomeMessage = (subject: Subject, decision: Decision, note: string): Message => ({
  about: 'Told the outcome',
  subject: subjectLine(outcomeLabel(decision.outcome), subject.title),
  text: paragraphs(
    `The review of “${subject.title}” is over: ${outcomeLabel(decision.outcome).toLowerCase()}${
      decision.by ? `, by ${decision.by.name}` : ''
    }.`,
    decision.comment !== '' && `“${decision.comment}”`,
    note,
    whereItIs(subject),
  ),
});

/** What a follow-up is made of: the document's own facts, and nothing else. A model is given this, and checked by it. */
export function followUpFacts(title: string, owner: string, actions: readonly ActionItem[]): string {
  const lines = actions.map(({ text, dueDate, ticket, priority }) =>
    [
      `- ${text.trim()}`,
      dueDate && `due ${dueDate}`,
      priority && `priority ${priority}`,
      ticket && `ticket ${ticket}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
  return [`Post-mortem: ${title}`, owner && `For: ${owner}`, 'Open actions:', ...lines]
    .filter(Boolean)
    .join('\n');
}

/** The plain follow-up, without a model: what is open, in the document's own words. */
export function plainFollowUp(title: string, actions: readonly ActionItem[], theme: ThemeId): string {
  const { stillOpen } = themeById(theme).said;
  const lines = actions.map(({ text, dueDate }) => `- ${text.trim()}${dueDate && ` (due ${dueDate})`}`);
  return paragraphs(
    `A follow-up on the post-mortem “${title}”.`,
    `${actions.length === 1 ? stillOpen.one : stillOpen.several}\n${lines.join('\n')}`,
    'Is it done? Then tick it off in the document. Does it need another day? Then move its due date.',
  );
}

/** A follow-up as it goes out. @param body what a model or `plainFollowUp` has written */
export const followUpMessage = (subject: Subject, body: string): Message => ({
  about: 'Asked about open actions',
  subject: subjectLine('Open actions', subject.title),
  text: paragraphs(body, whereItIs(subject)),
});
