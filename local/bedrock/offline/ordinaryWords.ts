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
    'possibly maybe perhaps apparently roughly ok now still already nothing everything something only just users customers ' +
    'engineers customer user engineer nobody somebody back support people someone team teams alerts alert logs log errors error requests pods nodes traffic ' +
    'latency memory disk deploy deployment deploys service services root cause impact what why how who where ' +
    'which if unless did could should would was were is are had has have turned went came took got saw found ran'
  ).split(' '),
);
/** Verbs in the past tense open sentences in notes ("restarted it"); these only look like some. */
const PAST_TENSE = /^[a-z]{3,}ed$/;
const NOT_A_VERB = new Set(['memcached', 'embed', 'breed', 'feed', 'seed', 'speed', 'shed', 'sched']);

const isPastTense = (word: string): boolean => PAST_TENSE.test(word) && !NOT_A_VERB.has(word);

/** Whether a word written small may get a capital at the start of a sentence without harming a name. */
export const isOrdinary = (word: string): boolean => ORDINARY.has(word) || isPastTense(word);

/** People who type in a hurry start sentences small; after a full stop these words make that certain enough. */
const SMALL_START = new Set(
  (
    'we i it they he she this then there after no the a but also so user users customer customers nobody ' +
    'somebody someone roughly probably maybe eventually finally later meanwhile todo nothing everything still'
  ).split(' '),
);

/** Whether a text that starts small is surely a new sentence, given a full stop in front of it. */
export function surelyBegins(text: string): boolean {
  const word = /^[a-z]+(?=[\s,;:'’]|$)/.exec(text)?.[0] ?? '';
  return SMALL_START.has(word) || isPastTense(word);
}
