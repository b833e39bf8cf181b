import { looksLikeInstruction } from '../../../../../domain/invisible/looksLikeInstruction';
import { sentencesOf } from '../../../../../domain/reading/text/sentences';
import { wordsOf } from '../../../../../domain/reading/words/stems';
import { conceptsIn } from '../../embedding/concepts';
import { wordsOf as wordsToEmbed } from '../../embedding/words';

/** A passage as it was sent: what it is of, and its text. */
export interface SentPassage {
  heading: string;
  text: string;
}

/** What a text speaks of: its words by their stems, and the groups of synonyms that they belong to. */
export interface Spoken {
  stems: ReadonlySet<string>;
  concepts: ReadonlySet<string>;
}

/** A sentence that may answer, and what it is to be understood with. */
export interface Candidate {
  /** The passage's number. */
  number: number;
  text: string;
  itself: Spoken;
  /** The sentence before it, and the label that it stands under: "This caused 40 minutes of outage" is about that. */
  around: Spoken;
  /** What the passage is of: title, service, section. */
  heading: Spoken;
  /** All that was sent of the same post-mortem. */
  document: Spoken;
  /** That, in small letters. */
  all: string;
}

/** What is longer was pasted, and is no sentence. */
const LONGEST = 600;
/** `Resolution:`, `**Impact:**`, in front of what it labels. */
const LABEL = /^[\s*_#>-]*(\p{Lu}[\p{L} /-]{2,40}):/u;
/** A moment on a line of its own, which tells when what follows was. */
const MOMENT =
  /^[\s*_~-]*(?:\d{4}-\d\d-\d\d[T ]+)?~?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[AP]M)?(?:\s+[A-Z]{2,4}(?:[+-]\d{1,2})?)?[\s*_:.-]*$/i;

export const spokenIn = (text: string): Spoken => ({
  stems: new Set(wordsOf(text).map(({ stem }) => stem)),
  concepts: new Set(conceptsIn(wordsToEmbed(text)).map(({ group }) => group)),
});

const both = (one: Spoken, other: Spoken): Spoken => ({
  stems: new Set([...one.stems, ...other.stems]),
  concepts: new Set([...one.concepts, ...other.concepts]),
});

/** All but the section, which is the last part of a heading. */
const documentOf = (heading: string): string => heading.split(' · ').slice(0, -1).join(' · ') || heading;

/** The sentences of some passages that can be said, each with what it is to be understood with. */
export function candidatesIn(passages: readonly SentPassage[]): Candidate[] {
  const texts = new Map<string, string>();
  for (const { heading, text } of passages)
    texts.set(documentOf(heading), `${texts.get(documentOf(heading)) ?? heading}\n${text}`);
  const documents = new Map([...texts].map(([name, text]) => [name, spokenIn(text)]));
  return passages.flatMap(({ heading, text }, at) => {
    const name = documentOf(heading);
    return sentencesIn(text).map((sentence) => ({
      ...sentence,
      number: at + 1,
      heading: spokenIn(heading),
      document: documents.get(name) as Spoken,
      all: (texts.get(name) as string).toLowerCase(),
    }));
  });
}

const NOTHING: Spoken = spokenIn('');

function sentencesIn(passage: string): Pick<Candidate, 'text' | 'itself' | 'around'>[] {
  let before = NOTHING;
  let label = NOTHING;
  let moment = '';
  return sentencesOf(passage).flatMap((sentence) => {
    const said = sentence.text.replace(/\s+/g, ' ').trim();
    if (sentence.kind === 'heading') label = spokenIn(said);
    if (sentence.kind === 'heading' || sentence.kind === 'code') return [];
    if (MOMENT.test(said)) {
      moment = said.replace(/^[\s*_-]+|[\s*_:.-]+$/g, '');
      return [];
    }
    const labelled = LABEL.exec(said)?.[1];
    if (labelled) label = spokenIn(labelled);
    const text = moment === '' ? said : `${moment}: ${said}`;
    moment = '';
    const itself = spokenIn(said);
    const around = both(before, label);
    before = itself;
    // What speaks to whoever reads it answers nothing.
    const isTold = said.length <= LONGEST && looksLikeInstruction(said).length === 0;
    // One word alone says something where a figure stands with it: "Time to repair: 0h 16m".
    const says = itself.stems.size >= 2 || (itself.stems.size === 1 && /\d/.test(text));
    return isTold && says ? [{ text, itself, around }] : [];
  });
}
