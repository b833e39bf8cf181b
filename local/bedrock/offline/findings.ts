import { type SectionId, sectionById } from '../../../domain/sections';
import { withoutOwnAdditions } from './ownAdditions';
import { BLAME, openQuestions } from './questions';
import { splitSentences } from './sentences';
import { cautionsIn, questionsIn, sharedWords, valuesIn, withoutQuestions, wordsIn } from './values';

/** What can be counted in a draft against its source. */
export interface Findings {
  values: { inSource: number; kept: number; added: string[] };
  words: { inSource: number; kept: number };
  /** Doubts and negations of the source, and how many of them the draft still holds. */
  cautions: { inSource: number; kept: number };
  /** Questions that a section has, how many the source leaves open, and how many of those the draft asks. */
  questions: { ofSection: number; open: number; asked: number };
  sentences: { count: number; meanWords: number; repeated: number };
  blocks: { count: number; leadIns: number; longestWords: number };
  blame: number;
  /** Words of the macabre stock; only the Addams voice counts them. */
  macabre: number;
}

const MACABRE =
  /\b(?:black|bones?|candle\w*|candelabra|casket|cobwebs?|coffin|crypt|curtains|dreadful|entropy|exhumed|floorboards|funeral|garlic|ghost\w*|grave\w*|grim\w*|haunt\w*|lantern\w*|ledger|macabre|midnight|mourn\w*|organ|parlour|raven\w*|shovels?|shroud|spiders?|tomb\w*|velvet|veil)\b/gi;

/** Counts what a draft keeps, adds, asks and looks like. */
export function findingsOf(draft: string, source: string, section: SectionId): Findings {
  const author = withoutOwnAdditions(source);
  const sourceValues = valuesIn(author);
  const draftValues = valuesIn(draft);
  const sourceWords = wordsIn(author);
  const draftWords = wordsIn(draft);
  const cautions = cautionsIn(author);
  const open = openQuestions(section, author).length;
  return {
    values: {
      inSource: sourceValues.size,
      kept: [...sourceValues].filter((value) => draftValues.has(value)).length,
      added: [...draftValues].filter((value) => !sourceValues.has(value)),
    },
    words: { inSource: sourceWords.length, kept: sharedWords(sourceWords, draftWords) },
    cautions: { inSource: cautions.length, kept: sharedWords(cautions, cautionsIn(draft)) },
    questions: {
      ofSection: sectionById(section).questions.length,
      open,
      asked: Math.min(open, questionsIn(draft).length),
    },
    sentences: sentencesOf(draft),
    blocks: blocksOf(draft),
    blame: draft.match(BLAME)?.length ?? 0,
    macabre: draft.match(MACABRE)?.length ?? 0,
  };
}

/** A line that is only a lead-in is no sentence; neither is a question of ours. */
const LEAD_IN_LINE = /^\*\*[^*]+\*\*$/;

function sentencesOf(draft: string): Findings['sentences'] {
  const sentences = withoutQuestions(draft)
    .split('\n')
    .filter((line) => !LEAD_IN_LINE.test(line.trim()))
    .flatMap((line) => splitSentences(line))
    .filter((sentence) => /\p{L}/u.test(sentence));
  const words = sentences.reduce((sum, sentence) => sum + wordsIn(sentence).length, 0);
  return {
    count: sentences.length,
    meanWords: sentences.length === 0 ? 0 : words / sentences.length,
    repeated: sentences.length - new Set(sentences).size,
  };
}

function blocksOf(draft: string): Findings['blocks'] {
  const blocks = draft.split(/\n{2,}/).filter((block) => block.trim() !== '');
  return {
    count: blocks.length,
    leadIns: blocks.filter((block) => /^(?:\*\*[^*\n]+\*\*|#{1,6}\s)/.test(block)).length,
    longestWords: Math.max(0, ...blocks.map((block) => wordsIn(block).length)),
  };
}
