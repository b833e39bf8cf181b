import { protectedSpans } from './protectedSpans';

/**
 * Ordinary words that open sentences. Only these get a capital: "kubectl" or "nginx" are names that are
 * written small, and no list of those would ever be complete.
 */
const ORDINARY = new Set(
  (
    'a an the this that these those it its they their we our us i he she you there here no not none nobody ' +
    'all any both each every some many most few several another other one two when while after before during ' +
    'once until since as at by for from in into on over to under with without because due despite although ' +
    'though however but and or so then also later meanwhile initially finally eventually immediately probably ' +
    'possibly maybe perhaps apparently now still already nothing everything something only just users customers ' +
    'engineers customer user engineer nobody somebody back support people someone team teams alerts alert logs log errors error requests pods nodes traffic ' +
    'latency memory disk deploy deployment deploys service services root cause impact what why how who where ' +
    'which if unless did could should would was were is are had has have turned went came took got saw found ran'
  ).split(' '),
);
/** Verbs in the past tense open sentences in notes ("restarted it"); these only look like some. */
const PAST_TENSE = /^[a-z]{3,}ed$/;
const NOT_A_VERB = new Set(['memcached', 'embed', 'breed', 'feed', 'seed', 'speed', 'shed', 'sched']);

/** A closing run longer than this is no sentence's. */
const LONGEST_ENDING = 20;

/**
 * A sentence as a careful typist leaves it: single spaces, a capital at its start, a full stop at its end.
 * Words, figures and names stay as they are; code, quotations and addresses byte for byte.
 */
export function tidySentence(sentence: string): string {
  return withFullStop(withCapital(withSingleSpaces(sentence.trim())));
}

function withSingleSpaces(text: string): string {
  let tidy = '';
  let at = 0;
  const outside = (part: string) => part.replace(/[ \t]{2,}/g, ' ');
  for (const [from, to] of protectedSpans(text)) {
    // Brackets hold prose; code and quotations do not.
    const kept = text.slice(from, to);
    const isProse = kept.startsWith('(') && !/[`"“«]/.test(kept);
    tidy += outside(text.slice(at, from)) + (isProse ? outside(kept) : kept);
    at = to;
  }
  return tidy + outside(text.slice(at));
}

function withCapital(text: string): string {
  const word = /^[a-z]+(?=[\s,;:'’]|$)/.exec(text)?.[0];
  if (!word) return text;
  const ordinary = ORDINARY.has(word) || (PAST_TENSE.test(word) && !NOT_A_VERB.has(word));
  return ordinary ? word.charAt(0).toUpperCase() + text.slice(1) : text;
}

function withFullStop(text: string): string {
  // Only the end is looked at: a run of closing marks has no bound in what people paste.
  const end = text.slice(-LONGEST_ENDING);
  if (!/[\p{L}\p{N}%`)\]"'”’*_]$/u.test(end) || /[.!?…:;,][)\]"'”’*_]+$/.test(end)) return text;
  const last = protectedSpans(text).at(-1);
  const endsInSpan = last !== undefined && last[1] === text.length;
  // A line that is nothing but code or a quotation is no sentence, and a stop would stick to an address.
  if (endsInSpan && (last[0] === 0 || text.startsWith('http', last[0]))) return text;
  return `${text}.`;
}
