import { lately } from '../lately';
import { type Overlap, overlapWith } from '../words/overlap';
import { type Word, wordsOf } from '../words/stems';
import { matchesIn } from './matches';
import { type Sentence, sentencesOf } from './sentences';

/** A part of a statement that says one thing; offsets in the whole text. */
export interface Clause {
  start: number;
  end: number;
  words: Word[];
}

/** A sentence with its content words, its label's included, and the clauses after its label. */
export interface Statement extends Sentence {
  /** Where its label ends and it begins to say something. */
  body: number;
  words: Word[];
  clauses: Clause[];
}

const BOLD_LEAD_IN = /^(\*{1,3}|_{1,2})(?![\s*_])[^*_\n]{1,80}[:.]?\1[:.]?(?=\s|$)\s*[-–]?\s*/;
const LABEL = /^\p{L}[\p{L}/'’&-]*(?: [\p{L}/'’&-]+){0,2}:\s+(?:[-–]\s+)?/u;

function bodyOf(text: string): number {
  const leadIn = BOLD_LEAD_IN.exec(text)?.[0];
  // "*Drain the node* first": emphasis is no label unless it ends like one.
  if (leadIn && /[:.](?:\*|_)*[:.]?\s*[-–]?\s*$/.test(leadIn)) return leadIn.length;
  return LABEL.exec(text)?.[0].length ?? 0;
}

const BOUNDARY =
  /[;:—–]\s|\s-\s|—|[()]|,\s|\s(?:but|which|while|whereas|although|though|because|since|as|so that|until|before|after|when|where|if|causing|leading to|resulting in|due to)\s|\sand\s(?=(?:the|it|its|we|they|this|that|was|were|is|are|had|has|have|he|she|all|no|not|then|will|would|did|our|\p{L}{2,}ed)\s)/gu;
/** A part with fewer content words says too little to be compared. */
const FEWEST_WORDS = 2;

function clausesOf(text: string, offset: number, from: number, words: readonly Word[]): Clause[] {
  const cuts: number[] = [];
  for (const found of matchesIn(text.slice(from), BOUNDARY)) cuts.push(offset + from + found.index);
  cuts.push(offset + text.length);
  const clauses: Clause[] = [];
  let start = offset + from;
  let at = 0;
  let own: Word[] = [];
  for (const end of cuts) {
    for (let word = words[at]; word && word.end <= end; word = words[at]) {
      own.push(word);
      at++;
    }
    // ", probably" belongs to what follows it, and a tail to what it ends.
    if (own.length < FEWEST_WORDS && end !== cuts.at(-1)) continue;
    const last = clauses.at(-1);
    if (last && own.length < FEWEST_WORDS) {
      last.end = end;
      last.words.push(...own);
    } else {
      clauses.push({ start, end, words: own });
    }
    start = end;
    own = [];
  }
  return clauses;
}

/** The sentences of a text with what they are made of. Do not change what it answers with. */
export const statementsOf: (text: string) => readonly Statement[] = lately(read);

/** The content words of a text's statements, to look up which of them tell something. */
export const overlapOf: (text: string) => Overlap = lately((text) =>
  overlapWith(statementsOf(text).map(({ words }) => words)),
);

function read(text: string): Statement[] {
  return sentencesOf(text).map(({ text: told, start, end, kind }) => {
    const body = kind === 'heading' || kind === 'code' ? 0 : bodyOf(told);
    const words = wordsOf(told, start);
    const behindLabel = body === 0 ? words : words.filter((word) => word.start >= start + body);
    const clauses = clausesOf(told, start, body, behindLabel);
    return { text: told, start, end, kind, body: start + body, words, clauses };
  });
}
