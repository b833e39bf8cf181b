import { SYNONYMS } from './synonyms';
import { WordFinder } from './tokens';

/** Words that carry no content of their own; negations and doubts are read elsewhere, from the text itself. */
const STOP_WORDS = new Set(
  (
    'a an the this that these those it its itself they them their theirs we us our ours i me my he him his she her ' +
    'you your who whom whose which what when where why how there here and or nor but so yet if then than as at by ' +
    'for from in into of off on onto out over per to up upon with within without about above across after against ' +
    'along among around before behind below between beyond during except near since through throughout toward ' +
    'towards under until via while whilst is are was were be been being am do does did doing done has have had ' +
    'having will would shall should can could may might must not no never none nobody nothing neither all any both ' +
    'each every either some few many more most much several such other others another same own too very just also ' +
    'only even still again already ever once now later soon back down away together however therefore thus hence ' +
    'meanwhile because although though despite unless whether rather instead etc eg ie re vs i.e e.g approx approximately roughly ' +
    'circa probably possibly perhaps maybe likely unlikely apparently seemingly s t ll ve d m one two three four five six ' +
    'seven eight nine ten first second third next last am pm utc gmt pst pdt est edt cet cest bst ist minute minutes min ' +
    'mins hour hours hr hrs sec secs seconds day days week weeks month months year years january february march april ' +
    'june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday ' +
    'tuesday wednesday thursday friday saturday sunday get gets got getting make makes made let lets go goes going went gone come ' +
    'comes came put puts like well quite due able like way order kind sort lot bit thing things anything something everything anyone someone everyone anybody somebody everybody ' +
    'else uncertain certain unclear unknown thereby thereafter afterwards subsequently immediately initially finally eventually'
  ).split(' '),
);

const IRREGULAR: Record<string, string> = {
  ran: 'run',
  began: 'begin',
  begun: 'begin',
  broke: 'break',
  broken: 'break',
  brought: 'bring',
  built: 'build',
  rebuilt: 'rebuild',
  caught: 'catch',
  chose: 'choose',
  chosen: 'choose',
  fell: 'fall',
  fallen: 'fall',
  fed: 'feed',
  found: 'find',
  froze: 'freeze',
  frozen: 'freeze',
  gave: 'give',
  given: 'give',
  grew: 'grow',
  grown: 'grow',
  held: 'hold',
  kept: 'keep',
  knew: 'know',
  known: 'know',
  led: 'lead',
  left: 'leave',
  lost: 'lose',
  loss: 'lose',
  meant: 'mean',
  overran: 'overrun',
  overwrote: 'overwrite',
  overwritten: 'overwrite',
  redrove: 'redrive',
  redriven: 'redrive',
  rose: 'rise',
  risen: 'rise',
  said: 'say',
  saw: 'see',
  seen: 'see',
  sent: 'send',
  showed: 'show',
  shown: 'show',
  shrank: 'shrink',
  shrunk: 'shrink',
  shut: 'shut',
  spoke: 'speak',
  stuck: 'stick',
  threw: 'throw',
  thrown: 'throw',
  thought: 'think',
  told: 'tell',
  tried: 'try',
  tries: 'try',
  took: 'take',
  taken: 'take',
  understood: 'understand',
  went: 'go',
  woke: 'wake',
  wrote: 'write',
  written: 'write',
  died: 'die',
  dying: 'die',
  dies: 'die',
  data: 'data',
  dns: 'dns',
  tls: 'tls',
  aws: 'aws',
  kubernetes: 'kubernetes',
  k8s: 'kubernetes',
  redis: 'redis',
  postgres: 'postgres',
  series: 'series',
};

const SHORTEST_STEM = 3;
/** A word with a figure, a dot or an underscore in it is a name, and names are not inflected. */
const NAME = /[\d._:/@]/;
/** Longest first: what a verb and the nouns made from it end with. */
const ENDINGS =
  'ations ation ating ated ates ate ements ement ments ment ings ing ions ion ances ance ences ence ures ure ers er ors or eds ied ed ies ly als al es s e y'.split(
    ' ',
  );
/** Too much of a word would go with these unless this much is left. */
const LONGEST_REST: Record<string, number> = {
  er: 4,
  ers: 4,
  or: 4,
  ors: 4,
  al: 4,
  als: 4,
  ure: 4,
  ures: 4,
  y: 4,
  ies: 3,
  ied: 3,
  ate: 4,
  ates: 4,
  ated: 4,
  ating: 4,
  ment: 4,
  ments: 4,
  ance: 4,
  ence: 4,
};

function stripped(word: string): string {
  if (word.length <= SHORTEST_STEM || NAME.test(word)) return word;
  if (word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const rest = word.length - ending.length;
    if (rest < (LONGEST_REST[ending] ?? SHORTEST_STEM)) continue;
    const stem = word.slice(0, rest);
    // "stopped" and "stop" are one word; "fell" and "fel" need not be.
    const doubled = rest > SHORTEST_STEM && stem[rest - 1] === stem[rest - 2] && !/[lsz]$/.test(stem);
    return doubled ? stem.slice(0, -1) : stem;
  }
  return word;
}

const canonical = new Map<string, string>();
for (const group of SYNONYMS) {
  const [head, ...others] = group.split(' ');
  const stem = stripped(IRREGULAR[head as string] ?? (head as string));
  for (const word of [head as string, ...others]) {
    canonical.set(stripped(IRREGULAR[word] ?? word), stem);
  }
}

/** Stems already computed; emptied when full, so that hostile input cannot make it grow. */
const known = new Map<string, string>();
const MOST_KNOWN = 8_000;

/** The stem of a lower-case word, the same for its inflections, and another one for its synonyms. */
export const rootOf = (lower: string): string => stripped(IRREGULAR[lower] ?? lower);

/** The stem of a lower-case word, the same for its inflections and its synonyms in this field. */
export function stemOf(lower: string): string {
  const before = known.get(lower);
  if (before !== undefined) return before;
  const stem = stripped(IRREGULAR[lower] ?? lower);
  const result = canonical.get(stem) ?? stem;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(lower, result);
  return result;
}

/** A content word where it stands: UTF-16 offsets in the text it was read from. */
export interface Word {
  stem: string;
  lower: string;
  start: number;
  end: number;
}

/** The stem of what carries no content where it stands. */
const SAYS_NOTHING = '';

/** Verbs that mean something else together with the little word after them. */
const PHRASAL: Record<string, ReadonlyArray<[follows: RegExp, stem: string]>> = {
  roll: [
    [/^ ?-?(?:\w+ )?back\b/i, stemOf('revert')],
    [/^ ?-?out\b/i, stemOf('deploy')],
  ],
  run: [[/^ out\b/i, stemOf('exhaust')]],
  fail: [[/^ ?-?over\b/i, stemOf('failover')]],
  shut: [[/^ ?-?down\b/i, stemOf('stop')]],
  back: [[/^ out\b/i, stemOf('revert')]],
  spin: [[/^ up\b/i, stemOf('create')]],
  scal: [
    [/^ ?-?(?:[\w -]{1,28} )?down\b/i, stemOf('reduce')],
    [/^ ?-?(?:[\w -]{1,28} )?up\b/i, stemOf('increase')],
  ],
  rul: [[/^ out\b/i, 'rule-out']],
  // "Retention was set to 7 days" is retention of 7 days; a data set is a thing.
  set: [[/^ (?:to|at)\b/i, SAYS_NOTHING]],
};
const LONGEST_PARTICLE = 32;

const words = new WordFinder("_.:/@'’");
const LONGEST_WORD = 60;

/** What a word is, wherever it stands. */
interface Reading {
  lower: string;
  stem: string;
  /** Of a verb whose meaning the next word decides: what may follow, and the stem that it has then. */
  senses: (typeof PHRASAL)[string] | undefined;
}

/** Readings by the word as written; `null` for words without content. Emptied when full. */
const readings = new Map<string, Reading | null>();

const sensesOf = (root: string) => (Object.hasOwn(PHRASAL, root) ? PHRASAL[root] : undefined);

function readWord(word: string): Reading | null {
  const before = readings.get(word);
  if (before !== undefined) return before;
  const lower = word
    .toLowerCase()
    .slice(0, LONGEST_WORD)
    .replace(/(?:n)?['’]\p{L}+$/u, '');
  const isFigure = /^\d/.test(lower) && !/\p{L}{2}/u.test(lower);
  const isEmpty = isFigure || lower.length < 2 || STOP_WORDS.has(lower);
  const reading = isEmpty ? null : { lower, stem: stemOf(lower), senses: sensesOf(rootOf(lower)) };
  if (readings.size >= MOST_KNOWN) readings.clear();
  readings.set(word, reading);
  return reading;
}

function phrasal(senses: (typeof PHRASAL)[string], text: string, end: number): string | undefined {
  const after = text.slice(end, end + LONGEST_PARTICLE);
  return senses.find(([follows]) => follows.test(after))?.[1];
}

/** Whether a word carries content of its own: no small word, no number, no name of a day. */
export const isContentWord = (word: string): boolean => readWord(word) !== null;

/** The content words of a text, in order. Figures alone are no words: values are compared elsewhere. */
export function wordsOf(text: string, offset = 0): Word[] {
  const found: Word[] = [];
  for (let at = 0; words.find(text, at); at = words.end) {
    const { start, end } = words;
    const reading = readWord(text.slice(start, end));
    if (reading === null) continue;
    const stem = reading.senses ? phrasal(reading.senses, text, end) : undefined;
    if (stem === SAYS_NOTHING) continue;
    found.push({
      stem: stem ?? reading.stem,
      lower: reading.lower,
      start: offset + start,
      end: offset + end,
    });
  }
  return found;
}
