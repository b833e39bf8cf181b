import { NUMBER_WORDS, RANKS } from '../../reading/amounts/numberWords';
import { MONTH_NAME } from '../../reading/times/calendar';

/** Endings of hosts and of files, for a pattern. */
export const DOMAINS =
  'com|org|net|io|dev|uk|gov|edu|eu|de|fr|us|ca|au|nl|ch|se|no|jp|cn|in|br|co|ai|app|cloud|sh|me|info|biz|xyz|tech|local|internal|lan|corp|test|example|svc|cluster|tv|ly|gg|so';
export const FILES =
  'tsx?|jsx?|mjs|cjs|py|rb|go|rs|java|kt|php|cs|cpp|c|h|sh|ya?ml|json|toml|ini|conf|cfg|env|tf|tfvars|tfstate|sql|md|txt|log|csv|xml|html?|css|lock|gz|zip|tar|pem|crt|key|service';
/** Sizes of machines. */
export const SIZES = 'nano|micro|small|medium|large|xlarge|metal';
/** Words before the number of an incident or a ticket, and of a change. */
export const TICKETS = 'sev|severity|priority|incident|inc|case|ticket|chg|rfc|p';
export const CHANGES =
  'pull request|merge request|issue|ticket|bug|build|run|job|deploy(?:ment)?|release|commit|PR|MR';
/** Amounts that are told with a word of their own. */
export const VAGUE_AMOUNTS =
  'both|twice|double[ds]?|doubling|single|pair|half|halved|couple|once|none|no|triple[ds]?|quarter';
/** Regions that are written as one word, "eastus2". */
export const JOINED_REGION = '(?:east|west|north|south|central)(?:us|europe|uk|india|asia)';

/** What a word may begin, or end, among the values of a text; bits of one number with those of `runs.ts`. */
export const MONTH = 1 << 15;
export const WEEKDAY = 1 << 16;
export const NUMBER_WORD = 1 << 17;
export const ARTICLE = 1 << 18;
export const VAGUE = 1 << 19;
export const RANK_WORD = 1 << 20;
export const TICKET = 1 << 21;
export const CHANGE = 1 << 22;
export const VERSION_WORD = 1 << 23;
export const DOMAIN = 1 << 24;
export const FILE_ENDING = 1 << 25;
export const SIZE = 1 << 26;
export const REGION_WORD = 1 << 27;
export const NOON = 1 << 28;
export const PART = 1 << 29;

/** Every word that a pattern without classes and repetitions allows: `Jan(?:uary)?` is jan and january. */
function formsOf(pattern: string): string[] {
  const [, before = '', group, one, optional, behind = ''] =
    /^(.*?)(?:\(\?:([^()]*)\)|\[(\w+)\]|(?<=(\w))(?=\?))(.*)$/.exec(pattern) ?? [];
  if (optional !== undefined) return formsOf(`${before.slice(0, -1)}(?:${optional})${behind}`);
  const among = group?.split('|') ?? one?.split('');
  if (!among) return [pattern];
  const rest = behind.replace(/^\?/, '');
  const forms = behind.startsWith('?') ? ['', ...among] : among;
  return forms.flatMap((form) => formsOf(before + form + rest));
}

/** Alternatives outside of any group. */
const alternatives = (pattern: string): string[] => pattern.match(/(?:\([^()]*\)|[^|()])+/g) ?? [];

const meanings = new Map<string, number>();
const mean = (bit: number, pattern: string, more = '') => {
  for (const form of alternatives(pattern).flatMap((one) => formsOf(one + more))) {
    const word = (form.split(' ')[0] as string).toLowerCase();
    meanings.set(word, (meanings.get(word) ?? 0) | bit);
  }
};
mean(MONTH, MONTH_NAME);
mean(WEEKDAY, 'sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?', '(?:days?)?');
mean(NUMBER_WORD, NUMBER_WORDS.join('|'));
mean(NUMBER_WORD | ARTICLE, 'a|an');
mean(VAGUE, VAGUE_AMOUNTS);
mean(RANK_WORD, RANKS);
mean(TICKET, TICKETS);
mean(CHANGE, CHANGES, 's?');
mean(VERSION_WORD, 'v|versions?|release');
mean(DOMAIN, DOMAINS);
mean(FILE_ENDING, FILES);
mean(SIZE, SIZES);
mean(REGION_WORD, JOINED_REGION);
mean(NOON, 'noon|midday|midnight');
mean(PART, 'half|quarter|three');

/** No word of the vocabulary is longer. */
export const LONGEST_WORD = Math.max(...[...meanings.keys()].map(({ length }) => length));

/** Words as they are written, of the vocabulary or not; emptied when full. */
const written = new Map<string, number>();
const MOST_WRITTEN = 8_000;

/** The bits of a word, whatever its capitals; 0 for one that begins and ends no value. */
export function meaningOf(word: string): number {
  const before = written.get(word);
  if (before !== undefined) return before;
  const meaning = meanings.get(word.toLowerCase()) ?? 0;
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(word, meaning);
  return meaning;
}
