import { protectedSpans, type Statement } from '../../../../../domain/story';
import { SPELLINGS } from './spellings';

/** Commands and programs that are written small wherever they stand. */
const WRITTEN_SMALL = new Set(
  (
    'kubectl nginx etcd systemd systemctl iptables npm yarn pnpm git crontab curl wget ssh scp rsync sudo ' +
    'chronyd chrony sshd httpd crond ntpd dockerd containerd kubelet helm psql mysqld redis-cli apt yum pip rustc cargo cmake ' +
    'tcpdump dig nslookup traceroute strace lsof netstat iostat vmstat journalctl nmap mysqldump ' +
    'awk chmod chown cp dd df dmesg du grep jq ln ls mv nc ps rm sed sh su vi vim'
  ).split(' '),
);

/** What words with a hyphen begin with, other than the names of services. */
const HYPHENATED =
  /^(?:on|off|re|pre|post|non|un|self|high|low|follow|third|second|first|multi|auto|back|roll|fail|load|half|long|short|well|in|out|up|down|cross|co|double|read|write|single|full|part|real|service|customer|user|end|e|cold|hot|warm|mid|late|early|so|under|over|two|three|four|data|error|time)-/i;

/** A statement as a careful typist leaves it: spelled out, with a capital and a full stop. Never empty for words. */
export function tidyStatement(text: string): string {
  return withFullStop(withCapital(spelledOut(text)).replace(ASKED_AND_ANSWERED, startsAnew));
}

/** "why? new query holds a connection": a question of one word, and its answer in the same breath. */
const ASKED_AND_ANSWERED = /^((?:[\p{L}\p{N}]+ ){0,2}[\p{L}\p{N}]+\? )(\S+)/u;
const startsAnew = (_: string, question: string, word: string) => question + withCapital(word);

/** A statement in a paragraph: "04:10 all ok" begins with a word, as sentences do. */
export function toldInProse({ text, moment, start }: Pick<Statement, 'text' | 'moment' | 'start'>): string {
  const bare = moment?.start === start && moment.preposition === '' && /^~?\d/.test(text);
  // "[06:12] the pager rang": a line of a log or a chat.
  const stamped = moment?.start === start + 1 && /^\[/.test(text) && text[moment.end - start] === ']';
  if (stamped) return tidyStatement(`At ${moment.told}, ${text.slice(moment.end - start + 1).trimStart()}`);
  const told = bare ? text.slice(moment.end - start) : '';
  if (!/\p{L}/u.test(told)) return tidyStatement(text);
  // "14:03Z first tweets" tells at a time, with a verb or without one.
  return tidyStatement(`At ${moment?.told ?? ''}, ${told.replace(/^[\s,.:;–—-]+/, '')}`);
}

/** The same without capital and full stop, for a part of a sentence. */
export function spelledOut(text: string): string {
  const parts: string[] = [];
  // "<sam> is it down?" is somebody speaking; in Markdown it would be a tag, and gone.
  const line = text
    .replace(/\s*\n\s*/g, ' ')
    .replace(
      /(^|, )<(@?[\w.-]+)>\s+/,
      (_, before: string, who: string) =>
        `${before}${who.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}: `,
    );
  let at = 0;
  for (const [from, to] of protectedSpans(line)) {
    const span = line.slice(from, to);
    parts.push(prose(line.slice(at, from), at === 0));
    // Brackets hold prose unless they hold code or a quotation.
    parts.push(span.startsWith('(') && !/[`"“«]|https?:/.test(span) ? bracket(span) : span);
    at = to;
  }
  parts.push(prose(line.slice(at), at === 0));
  const joined = parts
    .join('')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/\s+([,.;])(?=\s|$)/g, '$1')
    // "60.. 30.. ok now": a pause.
    .replace(/(?<=[\p{L}\p{N}])\.\.(?=\s[\p{Ll}\d])/gu, '…')
    .replace(/(?<!\.)\.{2}(?!\.)/g, '.')
    .trim();
  // A remark that was nothing but steam.
  return /[\p{L}\p{N}]/u.test(joined) ? joined : '';
}

function bracket(span: string): string {
  const inner = prose(span.slice(1, -1), false).trim();
  return /[\p{L}\p{N}]/u.test(inner) ? `(${inner})` : '';
}

function prose(text: string, isStart: boolean): string {
  return SPELLINGS.reduce((spelled, { pattern, replacement }) => {
    if (pattern.source.startsWith('^') && !isStart) return spelled;
    return typeof replacement === 'string'
      ? spelled.replace(pattern, replacement)
      : spelled.replace(pattern, replacement);
  }, text);
}

/** No word is without a vowel: "mqtt", "ntp" and "fw" are said letter by letter. */
const SAID_BY_LETTER =
  /^(?!(?:hmm+|pls|thx|tmp|src|msgs?|cmds?|hrs?|mins?|secs?|pts|nth|vs)$)[b-df-hj-np-tv-xz]{2,5}$/;

/** Two letters that are none of these are said one by one: "es", "pr", "eu". */
const SHORT_WORDS = new Set(
  'an as at be by ca cf do eg go ie vs no he if in is it me my no of oh ok on or so to up us we am hi'.split(
    ' ',
  ),
);

/** Commands that are words of other languages too: "vi sono errori", "du côté du serveur". */
const WORDS_ELSEWHERE = /^(?:cargo|du|su|vi)$/;

/**
 * A capital at the start, unless the word is an identifier, a command or a path. Only in English is it known which
 * short words are said by letter ("pr", "mqtt") and are written in capitals.
 */
export function withCapital(text: string, english = true): string {
  const word = /^[\p{Ll}][\p{L}'’]*(?=[\s,;:.!?…)-]|$)/u.exec(text)?.[0];
  if (!word || (WRITTEN_SMALL.has(word) && (english || !WORDS_ELSEWHERE.test(word)))) return text;
  const token = /^\S+/.exec(text)?.[0] ?? '';
  if (/[\d_/\\@]|\.\w|\p{Ll}\p{Lu}/u.test(token)) return text;
  // "payment-client" is a name, "on-call" is a word.
  if (token.includes('-') && !HYPHENATED.test(token)) return text;
  if (token.includes('-')) return word.charAt(0).toUpperCase() + text.slice(1);
  if (english && (SAID_BY_LETTER.test(word) || (word.length === 2 && !SHORT_WORDS.has(word))))
    return word.toUpperCase() + text.slice(word.length);
  return word.charAt(0).toUpperCase() + text.slice(1);
}

const LONGEST_ENDING = 20;

export function withFullStop(text: string): string {
  const end = text.slice(-LONGEST_ENDING);
  if (text === '' || /[.!?…:;,][)\]"'”’*_]*$/.test(end)) return text.replace(/[,;]$/, '.');
  const last = protectedSpans(text).at(-1);
  const endsInSpan = last !== undefined && last[1] === text.length;
  // A line that is nothing but code or a quotation is no sentence, and a stop would stick to an address.
  if (endsInSpan && (last[0] === 0 || text.startsWith('http', last[0]))) return text;
  return `${text}.`;
}
