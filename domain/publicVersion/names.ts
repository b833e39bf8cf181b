import type { AuthoredContent } from '../postMortem/fields';
import { everyMatch, type Found, wordsFinder } from './rule';

/** Given names that are common and hardly ever a word, a product or a place. */
const GIVEN =
  'Aaron Abdul Adam Ahmed Aisha Alejandro Alessandro Alessia Alexander Alexandra Alice Amanda Amir Amy Andrea Andreas Andrew Angela Anita Anna Anne Anthony Antonio Aria Arjun Barbara Beatrice Benjamin Bob Brandon Brian Camille Carlos Carmen Caroline Catherine Charlotte Chen Chiara Chloe Christian Christina Christopher Claire Claudia Daniel Daniela David Deborah Diego Dmitri Dmitry Edward Elena Elisa Elizabeth Emily Emma Eric Erik Fatima Federica Federico Felix Fernando Fiona Francesca Francesco Frank Gabriel George Giovanni Giulia Giuseppe Greg Hannah Hans Helen Henry Hiroshi Ian Ines Ingrid Irene Isabel Ivan Jacob Jake James Jan Jane Jason Javier Jeff Jennifer Jessica Joanna John Jonathan Jose Joseph Joshua Juan Julia Julie Karen Katherine Kevin Kumar Laura Lauren Lena Leonardo Linda Lisa Lorenzo Lucas Luca Lucia Luis Maria Marco Margaret Marie Marta Martin Mary Matteo Matthew Megan Mei Melissa Michael Michelle Miguel Mohammed Monica Nadia Natalie Nicholas Nicole Nina Olga Olivia Omar Oscar Pablo Paolo Patricia Patrick Paul Pedro Peter Philip Pierre Priya Rachel Rafael Raj Rebecca Ricardo Richard Robert Roberto Samantha Samuel Sandra Sara Sarah Sean Sergio Simon Sofia Sophie Stephen Steven Susan Tariq Thomas Tim Tom Valentina Vanessa Victoria Vikram Wei William Yuki Yusuf Zoe'.split(
    ' ',
  );

const NAME = String.raw`\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}(?:[\p{Ll}'’-]+|\.)){0,2}`;
const NOBODY =
  'The|We|They|It|He|She|This|That|These|Those|Nobody|Somebody|Someone|Everyone|Everybody|Then|Who|What|When|After|Before|Later|Monitoring|Alerts?|Customers?|Users?|Engineers?|Support|Operators?|Team|People|You|Management|Marketing|Sales|Security|Operations|PagerDuty|Opsgenie|Datadog|Grafana|Prometheus|Kubernetes|GitHub|Slack|AWS|On-call|Oncall|One|Two|Three|Several|Both|Also|Jenkins|Kafka|Redis|Postgres|Bot|Clients?|Vendors?|Cloudflare|Google|Amazon|Microsoft';
/** Only people do these. */
const DOES =
  '(?:said|says|paged|acknowledged|acked|joined|asked|typed|suspected|declared|approved|wrote|posted|merged|reviewed|took over|rolled back|reverted|pushed|escalated|noticed|woke|answered|remembered|realised|realized|volunteered)';
/** Programs do these too, but hardly under two names. */
const DOES_AS_WELL =
  '(?:called|phoned|rang|messaged|texted|explained|decided|investigated|deployed|fixed|killed|checked)';
const DONE_TO =
  '(?:paged|called|asked|told|woke(?: up)?|pinged|cc|handed over to|assigned to|thanks to|reassigned to|escalated to)';

const DOING = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?!(?:${NOBODY})\b)(?<it>${NAME})(?=\s+${DOES}\b)`,
  'dgu',
);
const DOING_AS_WELL = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?!(?:${NOBODY})\b)(?<it>\p{Lu}\p{Ll}['’\p{L}-]*\s\p{Lu}\p{Ll}['’\p{L}-]*)(?=\s+${DOES_AS_WELL}\b)`,
  'dgu',
);
const ASKED = new RegExp(String.raw`\b${DONE_TO}\s+(?!(?:${NOBODY})\b)(?<it>${NAME})`, 'dgu');
const HANDLE = /(?<![\p{L}\p{N}@/.])@[\p{L}\p{N}][\p{L}\p{N}._-]{1,38}/gu;
const GIVEN_NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${GIVEN.join('|')})(?![\p{L}\p{N}])(?:\s\p{Lu}(?:[\p{Ll}'’-]+|\.)(?![\p{L}\p{N}]))?`,
  'gu',
);

const TEAM =
  /team|squad|crew|group|guild|on.?call|\b(?:sre|ops|devops|platform|support|infra|security|dba|noc|qa|backend|frontend|core|data)\b/i;

const IN_BRACKETS = /\([^()]*\)|\[[^[\]]*\]/g;
const BETWEEN_NAMES = /[,;/|&–—]|\s-\s|\sand\s/;

/** The people that a cell names, and the cell as it stands: "Zsofia Kovacs (SRE)", "Gyorgy Nagy, Platform team". */
function namesIn(cell: string): string[] {
  const names = cell
    .replace(IN_BRACKETS, ' ')
    .split(BETWEEN_NAMES)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !TEAM.test(name));
  return names.length === 0 ? [] : [cell.trim(), ...names];
}

const PART_OF_A_NAME = /^\p{Lu}[\p{L}'’-]{2,}$/u;
const partsOf = (name: string): string[] =>
  name.split(/[\s,]+/).filter((part) => PART_OF_A_NAME.test(part) && !TEAM.test(part));

/** The names that the document itself says are people: who took part and who owns an action, by each of their words. */
export function namesToldIn(document: AuthoredContent): string[] {
  const whole = [
    ...document.people.map(({ name }) => name),
    ...document.actionItems.map(({ owner }) => owner),
  ].flatMap(namesIn);
  return [...new Set([...whole, ...whole.flatMap((name) => partsOf(name.replace(IN_BRACKETS, ' ')))])];
}

const byTheirDeeds = (text: string): Found[] => [
  ...everyMatch(text, DOING),
  ...everyMatch(text, DOING_AS_WELL),
  ...everyMatch(text, ASKED),
  ...everyMatch(text, GIVEN_NAME),
];

/** What is written in small letters in an address or a handle is no word of the document. */
const ADDRESSED = /[^\s()<>[\],;]*@[^\s()<>[\],;]+/g;
/** "lenore.usher@acme.example": an address of one word may be a team's. */
const NAMED_ADDRESS = /(?<![\p{L}\p{N}])(\p{L}{2,})[._-](\p{L}{2,})(?:[._-]\p{L}+)?\d*@[\p{L}\p{N}-]+\./gu;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** Names that addresses and handles spell. */
function namesAddressed(text: string): string[] {
  const addresses = [...text.matchAll(NAMED_ADDRESS)]
    .filter(([, first = '', last = '']) => !TEAM.test(`${first} ${last}`) && first.toLowerCase() !== 'no')
    .flatMap(([, first = '', last = '']) => [first, last]);
  const handles = (text.match(HANDLE) ?? []).map((handle) => handle.slice(1));
  return [...addresses, ...handles.filter((handle) => /^\p{L}{3,}$/u.test(handle))]
    .filter((name) => !TEAM.test(name))
    .map(capital);
}

/**
 * Names that some text tells by what only people do, as words for all of them: "Zoltan said" is why "Zoltan's change"
 * goes. A word that the document has in small letters too ("Deploy merged") is one, and no name.
 */
function namesFoundIn(texts: readonly string[]): string[] {
  const found = new Set([
    ...texts.flatMap((text) => byTheirDeeds(text).map(({ start, end }) => text.slice(start, end))),
    ...texts.flatMap(namesAddressed),
  ]);
  if (found.size === 0) return [];
  const words = new Set(
    texts.flatMap((text) => text.replace(ADDRESSED, ' ').match(/(?<![\p{L}\p{N}])\p{Ll}\p{L}*/gu) ?? []),
  );
  const isName = (name: string) => /\s/.test(name) || !words.has(name.toLowerCase());
  return [...found, ...[...found].flatMap(partsOf)].filter(isName);
}

/** Names of people: those that are told as such in any of the texts, handles, what only people do, and common given names. */
export function findNames(told: readonly string[], texts: readonly string[]): (text: string) => Found[] {
  const known = wordsFinder([...new Set([...told, ...namesFoundIn(texts)])]);
  return (text) => [...known(text), ...everyMatch(text, HANDLE), ...byTheirDeeds(text)];
}
