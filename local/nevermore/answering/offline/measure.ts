import { checkFacts } from '../../../../domain/facts';
import { isHard } from '../../../../domain/facts/finding';
import { isEnglish } from '../../../../domain/language';
import { openQuestions } from '../../../../domain/questions';
import { isFor, type SectionId, sectionById } from '../../../../domain/sections';
import { areInOrder, readStatements } from '../../../../domain/story';
import type { ThemeId } from '../../../../domain/themes';
import { questionsIn, withoutQuestions } from '../../../../domain/todo';
import { checkTone } from '../../../../domain/tone';
import { withoutOwnAdditions } from './ownAdditions';
import { sharedWords, valuesIn, wordsIn } from './values';
import { spelledOut } from './wording/tidy';

/** What can be counted in a text against the source. The author's own text is counted like any other. */
export interface Measures {
  /** The author's own words and nothing else, but for white space. */
  isSource: boolean;
  /** Words that the source has, and how many of them the text keeps. */
  words: { inSource: number; kept: number; added: number };
  values: { inSource: number; kept: number };
  /** Findings of the fact check. */
  hard: string[];
  soft: number;
  statements: number;
  /** Statements that begin with a small letter where a capital is due. */
  small: number;
  /** Sentences, not parts of one, that begin with a small letter. */
  smallSentences: number;
  /** Statements with short forms, slang or slips that could be spelled out. */
  untidy: number;
  /** Moments told, how many of them lead an item or a line, and whether they are in order. */
  moments: number;
  leading: number;
  inOrder: boolean;
  /** Words of the longest block of prose. */
  longestBlock: number;
  repeated: number;
  blame: number;
  /** Questions asked that the text answers already. */
  needless: number;
  /** Statements that say what the section is for. */
  fitting: number;
  /** Lines in italics that stand in no source: the macabre voice. */
  macabre: number;
}

const ITALIC_LINE = /(?:^|\s|>)\*(?!\*)[^*\n]{3,120}\*(?!\*)/g;
const LEADING =
  /^\s*(?:[-*+•]\s+|\d+[.)]\s+)?(?:\*\*)?(?:at |on |by |~|from |about )*~?(?:\d{4}-\d\d-\d\d[ T])?\d{1,2}(?:[:.]\d\d|\s?[ap]m)/i;

/** Counts what a text keeps, adds and looks like. Pure; linear in the length of both texts. */
export function measure(text: string, source: string, section: SectionId, theme: ThemeId): Measures {
  const bare = withoutQuestions(text).trim();
  const own = withoutOwnAdditions(bare);
  const sourceWords = wordsIn(source);
  const words = wordsIn(own);
  const kept = sharedWords(sourceWords, words);
  // "cet" and "CET" are the same; the fact check looks closer.
  const values = valuesIn(source.toLowerCase());
  const drafted = valuesIn(own.toLowerCase());
  const report = checkFacts(source, text);
  const findings = Object.values(report).flat();
  const statements = readStatements(own.replace(/\*\*/g, '')).filter((each) => /\p{L}/u.test(each.text));
  const moments = statements.flatMap(({ moment }) => moment ?? []);
  const english = isEnglish(source);
  const questions: readonly string[] = sectionById(section).questions;
  const open = openQuestions({ section, text: source, document: {} });
  return {
    isSource: squeezed(text) === squeezed(source),
    words: { inSource: sourceWords.length, kept, added: words.length - kept },
    values: { inSource: values.size, kept: [...values].filter((value) => drafted.has(value)).length },
    hard: findings.filter(isHard).map(({ value }) => value),
    soft: findings.filter((one) => !isHard(one)).length,
    statements: statements.length,
    small: statements.filter((each) => /^\p{Ll}[\p{L}'’]*(?:[\s,.;:!?)]|$)/u.test(each.text)).length,
    smallSentences: (own.match(SMALL_SENTENCE) ?? []).length,
    untidy: english ? statements.filter((each) => isUntidy(each.text)).length : 0,
    moments: moments.length,
    leading: own.split('\n').filter((line) => LEADING.test(line)).length,
    inOrder: areInOrder(moments),
    longestBlock: Math.max(
      0,
      ...own.split(/\n{2,}|\n(?=\s*(?:[-*+•]|\d+[.)])\s)/).map((block) => wordsIn(block).length),
    ),
    repeated: statements.length - new Set(statements.map((each) => each.text)).size,
    blame: checkTone(own, { theme }).filter(({ kind }) => kind === 'culprit' || kind === 'blame').length,
    needless: questionsIn(text).filter(
      ({ question }) => questions.includes(question) && !open.includes(question),
    ).length,
    fitting: statements.filter((each) => isFor(section, each.kind)).length,
    macabre: (text.match(ITALIC_LINE) ?? []).length - (source.match(ITALIC_LINE) ?? []).length,
  };
}

const isUntidy = (text: string): boolean => {
  const plain = (one: string) => one.replace(/[.\s]+$/g, '').replace(/\s+/g, ' ');
  return plain(spelledOut(text)) !== plain(text);
};

const SMALL_SENTENCE = /(?:^|[.!?]\s|\n)\s*(?:[-*+•]\s+)?\p{Ll}/gu;

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
