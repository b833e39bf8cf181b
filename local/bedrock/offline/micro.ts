import type { Placement } from './asking';
import type { Passage } from './passages';
import { askFor } from './questions';
import type { Topic } from './topics';
import { isEmptyList, type Unit } from './units';
import type { Voice } from './voice';

/** Longer paragraphs are not compact. */
const MOST_SENTENCES = 4;
/** A change of topic breaks a paragraph only when it has become one. */
const FEWEST_SENTENCES = 2;

/**
 * The compact draft, as Nova Micro's stand-in: short paragraphs, the author's headings run in, questions
 * together at the end. Answers with the draft's blocks, to be parted by blank lines.
 */
export function writeMicro(passages: readonly Passage[], questions: Placement, voice: Voice): string[] {
  const paragraphs: Paragraph[] = [];
  for (const passage of passages) writePassage(passage, questions, paragraphs);
  return [...withRunIns(paragraphs, voice), ...writeQuestions(questions, voice)];
}

interface Paragraph {
  text: string;
  topic: Topic;
  sentences: number;
  /** Prose of nobody's heading, so that a run-in may open it and sentences may join it. */
  isFree: boolean;
}

function writePassage(passage: Passage, questions: Placement, paragraphs: Paragraph[]): void {
  const { topic } = passage;
  let lead = leadOf(passage);
  const isFree = lead === '';
  const add = (text: string, sentences: number, free: boolean) => {
    const withLead = lead === '' ? text : lead.startsWith('#') ? `${lead}\n\n${text}` : `${lead} ${text}`;
    paragraphs.push({ text: withLead, topic, sentences, isFree: free });
    lead = '';
  };
  for (const unit of passage.units) {
    if (unit.kind !== 'sentence') {
      if (lead !== '') {
        paragraphs.push({ text: lead, topic, sentences: 0, isFree: false });
        lead = '';
      }
      const question = questions.filled.get(passage);
      const ask = question && isEmptyList(unit) ? ` ${askFor(question)}` : '';
      paragraphs.push({ text: blockOf(unit) + ask, topic, sentences: 0, isFree: false });
      continue;
    }
    const last = paragraphs.at(-1);
    if (lead === '' && last && joins(last, unit, topic, isFree)) {
      last.text += ` ${unit.text}`;
      last.sentences++;
    } else {
      add(unit.text, 1, isFree);
    }
  }
  if (lead !== '') paragraphs.push({ text: lead, topic, sentences: 0, isFree: false });
}

function joins(
  last: Paragraph,
  unit: Extract<Unit, { kind: 'sentence' }>,
  topic: Topic,
  isFree: boolean,
): boolean {
  if (last.sentences === 0 || last.sentences >= MOST_SENTENCES || last.isFree !== isFree) return false;
  if (unit.opensParagraph && last.sentences >= FEWEST_SENTENCES) return false;
  return last.topic === topic || (isFree && last.sentences < FEWEST_SENTENCES);
}

/** "### Why it failed" as "**Why it failed.**", a label as plain words. */
function leadOf({ heading, label }: Passage): string {
  if (heading) {
    if (heading.words === '' || /[*_]/.test(heading.words)) return heading.raw;
    return `**${heading.words}${/[.!?:…]$/.test(heading.words) ? '' : '.'}**`;
  }
  return label ? `${label}:` : '';
}

const blockOf = (unit: Exclude<Unit, { kind: 'sentence' }>): string =>
  unit.kind === 'timed' ? unit.items.map((item) => `- ${item}`).join('\n') : unit.raw;

/** A phrase where a new topic begins, in the voice that has such phrases. */
function withRunIns(paragraphs: readonly Paragraph[], voice: Voice): string[] {
  const used = new Set<Topic>();
  return paragraphs.map(({ text, topic, isFree }) => {
    if (!isFree || used.has(topic)) return text;
    used.add(topic);
    return voice.runIn(topic) + text;
  });
}

function writeQuestions({ rest }: Placement, voice: Voice): string[] {
  if (rest.length === 0) return [];
  return [`**${voice.questionsLeadIn()}:**`, rest.map((question) => `- ${askFor(question)}`).join('\n')];
}
