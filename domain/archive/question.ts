import { type Asked, ask } from '../search/question';
import { type Token, tokensOf } from '../search/words';

/** A word of a question, and what it counts before anybody knows how rare it is. */
export interface AskedWord extends Asked {
  /** As it was typed. */
  said: string;
  /** An error code, a host, a version, a name of code: it is meant to the letter, and rarely by chance. */
  isIdentifier: boolean;
}

/** Words that are looked up; of a longer question the identifiers first, then the longest. */
const MOST_WORDS = 16;
const IDENTIFIER = /[\p{N}._\-:/@+]/u;
const HUMPS = /\p{Ll}\p{Lu}|^\p{Lu}{3,}$|\p{Lu}{2,}\p{Ll}/u;

/** What people ask with and do not ask for. */
const ASKING = new Set(
  (
    'how why where when which whose any ever anything something someone somebody happen happened happens tell show ' +
    'find know please about incident incidents postmortem post-mortem post-mortems postmortems have before after ' +
    'could should can may might most more last time times did done ' +
    'perche come dove quando quale quali qualcosa qualcuno successo incidente incidenti prima mai'
  ).split(' '),
);

/** The words of a question by which passages are looked for, each once. */
export function askedWords(question: string): AskedWord[] {
  const words = new Map<string, AskedWord>();
  for (const token of tokensOf(question)) {
    const said = question.slice(token.start, token.end);
    if (ASKING.has(token.whole) || words.has(token.whole)) continue;
    words.set(token.whole, { ...ask(token, false), said, isIdentifier: isIdentifier(said, token) });
  }
  return [...words.values()]
    .filter(({ word }) => word.length > 1)
    .sort((a, b) => Number(b.isIdentifier) - Number(a.isIdentifier) || b.word.length - a.word.length)
    .slice(0, MOST_WORDS);
}

const isIdentifier = (said: string, { whole }: Token): boolean =>
  (IDENTIFIER.test(said) && !/^\p{L}+-\p{L}+$/u.test(whole)) || HUMPS.test(said);
