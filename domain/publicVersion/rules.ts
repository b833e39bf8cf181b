import type { AuthoredContent } from '../postMortem/fields';
import { type HeldBack, holdBackAll } from '../secrets/holdBack';
import { labelOf } from '../secrets/placeholders';
import type { PlaceholderLabel } from '../secrets/span';
import { findNames, namesToldIn } from './names';
import { everyMatch, type Found, type Rule, wordsFinder } from './rule';

const NOT_A_TICKET =
  'UTF|SHA|ISO|RFC|HTTP|CVE|SEV|MD|AES|RSA|TLS|SSL|UTC|GMT|EC|COVID|IPV|TCP|UDP|ES|CWE|PEP|JSR|KB';
const TICKETS = [
  new RegExp(String.raw`\b(?!(?:${NOT_A_TICKET})-)[A-Z][A-Z0-9]{1,9}-\d{1,7}\b`, 'g'),
  /(?<![\w&#])#\d{2,7}\b/g,
  /\b(?:INC|CHG|PRB|RITM|REQ|CASE)\d{4,}\b/g,
  /\b(?:tickets?|bugs?|issues?|PRs?|MRs?|pull requests?|cases?)\s+(?:no\.?\s*|number\s+)?(?<it>#?\d{2,})\b/dgi,
];

const ADDRESS =
  /\b(?:https?|ssh|ftp|s3|redis|postgres(?:ql)?|mysql|amqp|mongodb):\/\/[^\s<>()[\]"'`]+(?<![.,;:!?])/gi;
const DOMAIN =
  /(?<![\p{L}\p{N}@._-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|io|dev|cloud|app|co|ai|eu|de|it|uk|fr|us|ch|es|nl|internal|local|localdomain|corp|lan|intra|svc|test|example|invalid)(?::\d{2,5})?(?![\p{L}\p{N}-])/giu;
const IP = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2}|:\d{2,5})?(?![\d.])/g;
const IP6 = /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){3,7}(?::|[0-9a-f]{1,4})(?![\p{L}\p{N}:])/giu;
const REGION = String.raw`(?:us|eu|ap|sa|ca|me|af|il|cn)-(?:[a-z]+-)+\d[a-z]?\b`;
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\p{N}.-])(?!(?:utf|sha|step|phase|day|week|version|level|tier|part|page|top|sev|p|iso|md)-\d)(?!${REGION})[a-z][a-z0-9]*(?:-[a-z0-9]+)*-\d{1,4}[a-z]?(?![\p{L}\p{N}-])`,
  'gu',
);
const STAGED =
  /(?<![\p{L}\p{N}.-])(?:[a-z0-9]+-)*(?:prod|prd|stg|staging)-(?!like|ready|grade)[a-z0-9-]*[a-z0-9]|(?<![\p{L}\p{N}.-])[a-z0-9]+(?:-[a-z0-9]+)*-(?:prod|prd|stg)(?![\p{L}\p{N}-])/gu;
const BY_ROLE =
  /(?<![\p{L}\p{N}.-])(?:db|web|app|srv|host|node|prod|stg|vm|redis|kafka|pg|mysql|lb|cache|mq|worker)\d{1,4}(?![\p{L}\p{N}-])/gu;

/** As Kubernetes calls what a controller has made: "checkout-7d9f8b6c5-x2lqp". */
const POD =
  /(?<![\p{L}\p{N}.-])[a-z0-9]+(?:-[a-z0-9]+)*-(?=[a-f0-9]*\d)[a-f0-9]{8,10}-[a-z0-9]{5}(?![\p{L}\p{N}-])/gu;

const SIZE = String.raw`(?:\s?(?:k|m|mn|bn|b|thousand|million|billion))?`;
const CURRENCY = '(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|dollars?|euros?|pounds?|francs|yen)';
const MONEY = new RegExp(
  String.raw`(?:US)?[$€£¥₹]\s?\d[\d.,  ]*\d?${SIZE}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])${CURRENCY}\s?\d[\d.,]*${SIZE}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.,])\d[\d.,]*${SIZE}\s?(?:${CURRENCY}(?![\p{L}\p{N}])|[€£¥₹])`,
  'giu',
);
const SHARE =
  /(?<it>\d+(?:[.,]\d+)?\s?(?:%|percent|per cent)) of (?:the |our |its |all |this )?(?:\w+(?:’s|'s)? )?(?:revenue|sales|turnover|bookings|gmv|income|profit)/dgi;
const REVENUE =
  /\b(?:revenue|sales|turnover|bookings|gmv|refunds?|profit)\b[^.\n]{0,40}?\bby (?<it>\d+(?:[.,]\d+)?\s?(?:%|percent))/dgi;

/** Finds in a text what the patterns hold back of all of the document's. */
function heldIn(texts: readonly string[]) {
  const byText = new Map<string, HeldBack['held']>();
  for (const [index, { held }] of holdBackAll(texts).entries()) byText.set(texts[index] as string, held);
  return (labels: (label: PlaceholderLabel) => boolean) =>
    (text: string): Found[] =>
      (byText.get(text) ?? []).filter(({ placeholder }) => labels(labelOf(placeholder)));
}

const all = (text: string, patterns: readonly RegExp[]): Found[] =>
  patterns.flatMap((pattern) => everyMatch(text, pattern));

/**
 * What a public version does not tell, in the order in which its author reads it. Each finds in one text what is told
 * of all of them: what one cell calls a password, or who paged whom, goes from the others too.
 * @param words what the author wants out beside, in any case
 * @param texts all that are cleaned
 */
export function rulesFor(
  document: AuthoredContent,
  words: readonly string[],
  texts: readonly string[],
): Rule[] {
  const held = heldIn(texts);
  const addresses = held((label) => label === 'IP');
  return [
    { id: 'words', label: 'Your own words', instead: 'removed', find: wordsFinder(words, 'giu') },
    {
      id: 'secrets',
      label: 'Keys, passwords and tokens',
      instead: 'secret',
      find: held((label) => label === 'SECRET'),
    },
    {
      id: 'personal',
      label: 'E-mail addresses, phone and account numbers',
      instead: 'contact',
      // Public addresses are hosts, below.
      find: held((label) => label !== 'SECRET' && label !== 'IP'),
    },
    {
      id: 'people',
      label: 'Names of people',
      instead: 'person',
      find: findNames(namesToldIn(document), texts),
    },
    { id: 'tickets', label: 'Tickets', instead: 'ticket', find: (text) => all(text, TICKETS) },
    {
      id: 'hosts',
      label: 'Hosts and addresses',
      instead: 'host',
      find: (text) => [
        ...addresses(text),
        ...all(text, [ADDRESS, DOMAIN, IP, IP6, NUMBERED, STAGED, BY_ROLE, POD]),
      ],
    },
    {
      id: 'revenue',
      label: 'Money and revenue',
      instead: 'amount',
      find: (text) => all(text, [MONEY, SHARE, REVENUE]),
    },
  ];
}
