import { rootOf } from '../reading/words/stems';
import { wordsOf } from '../search/words';
import type { ProposalKind } from './conversation';

/** What a person has only pasted or quoted is not what they ask for. */
const QUOTED = /```[\s\S]*?(?:```|(?![\s\S]))|^\s*>.*$|["“„«][^"“”„«»\n]{25,}["”“»]/gmu;

/** What a person says who wants it. A question after it, or its opposite, is none. */
const ASKS: Readonly<Record<ProposalKind, RegExp>> = {
  REMEMBER:
    /(?<!\b(?:what|do|did|can|could|you|don['’]t|not|never)\s+(?:\w+\s+){0,2})\b(?:remember|memori[sz]e|keep in mind|make a note|take note|note (?:that|down)|from now on|ricorda(?:ti)?|prendi nota|d['’]ora in poi)\b/iu,
  FORGET:
    /(?<!\b(?:don['’]t|not|never)\s+)\b(?:forget|stop remembering|(?:don['’]t|do not) remember|unremember|dimentica)\b/iu,
  EDIT: /\b(?:change|edit|rewrite|re-?word|rephrase|shorten|shorter|longer|clearer|fix|correct|replace|propose|suggest|improve|update|add|insert|remove|delete|take out|draft|write|summari[sz]e|riscrivi|correggi|accorcia|cambia|modifica|aggiungi|togli|migliora|proponi)\b/iu,
};

/**
 * Whether a person's own message asks for something that changes anything. Only then is it proposed to them: what a
 * document, a result of a tool or a model says has no part in it.
 */
export const asksFor = (kind: ProposalKind, words: string): boolean =>
  ASKS[kind].test(words.replace(QUOTED, ' '));

/** So much of a sentence must be in the words that it is said to be made of. */
const OWN_SHARE = 0.7;

/** Whether a sentence is made of a person's words: nearly all that it says stands in them, and every figure. */
export function isMadeOf(words: string, sentence: string): boolean {
  const told = new Set([...wordsOf(words)].map(rootOf));
  const said = [...wordsOf(sentence)];
  if (said.length === 0) return false;
  const own = said.filter((word) => told.has(rootOf(word)));
  const figures = said.filter((word) => /\p{N}/u.test(word));
  return own.length / said.length >= OWN_SHARE && figures.every((figure) => told.has(rootOf(figure)));
}
