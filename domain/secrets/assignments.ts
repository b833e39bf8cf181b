import { isStandIn, isState, looksMade } from './secretLikeness';
import type { Span } from './span';

const PASSWORD_NAMES = 'passwords?|passwd|passphrase|passcode|pwd|(?<![A-Za-z])(?:pass|pw)';
const TOKEN_NAMES =
  'secret(?:[_ -]?(?:access[_ -]?)?key)?(?:[_ -]?base)?|token|api[_ -]?key|access[_ -]?key|private[_ -]?key|auth[_ -]?key|account[_ -]?key|encryption[_ -]?key|signing[_ -]?key|master[_ -]?key|credentials?|(?<=[?&]|x-amz-)signature|(?<=[?&])sig';

/**
 * A name that ends in a secret word, and what joins it to its value. A name such as `token_ttl` or
 * `max_tokens` goes on after the word and is none; an environment or a number may follow.
 */
const ASSIGNED = new RegExp(
  `(?:(${PASSWORD_NAMES})|(?:${TOKEN_NAMES}))(?:[_-]?(?:prod|live|test|dev|staging|old|new|value|\\d{1,3}))?` +
    '(["\'`*_\\])]{0,4})(\\s{0,3}(?:=>|:=|={1,3}|!=|:|>)(?:[*_]{1,3}(?=\\s))?\\s{0,3}|\\s{1,3}(?:is|was)\\s{1,3}(?:set to\\s)?|\\s{1,3})',
  'gi',
);
const FLAG_BEFORE = /(?:^|\s)--?[A-Za-z0-9-]{0,40}$/;
const CONSTANT_BEFORE = /(?:^|[\s;"'`(])[A-Z0-9_]{0,60}$/;
/** The longest value that is read; longer ones are keys, which other patterns know. */
const LONGEST = 600;

interface Value {
  start: number;
  end: number;
  quoted: boolean;
}

/** Values given to names such as `DB_PASSWORD`, `"apiKey"`, `--token` or "the password is". */
export function assignedSecrets(text: string): Span[] {
  const spans: Span[] = [];
  ASSIGNED.lastIndex = 0;
  for (let match = ASSIGNED.exec(text); match; match = ASSIGNED.exec(text)) {
    const [whole, passwordName, , joint = ''] = match;
    const start = match.index + whole.length;
    const before = text.slice(Math.max(0, match.index - 64), match.index);
    const flag = FLAG_BEFORE.test(before);
    const joined = joint.trim();
    if (joined === '' && !flag && (!passwordName || /^pass$/i.test(passwordName))) continue;
    const constant = whole === whole.toUpperCase() && joint === '=' && CONSTANT_BEFORE.test(before);
    const value = readValue(text, start, constant);
    const isPassword = passwordName !== undefined;
    const said = text.slice(value.start, value.end);
    if (said === '' || isStandIn(said)) continue;
    const tight = joint === '=' || joined === '>' || flag;
    if (!isSecret(said, { tight, isPassword, quoted: value.quoted, joined }, text, value.end)) continue;
    spans.push({ ...span(value), kind: isPassword ? 'password' : 'secret' });
    ASSIGNED.lastIndex = value.end;
  }
  return spans;
}

const span = ({ start, end }: Value) => ({ start, end, label: 'SECRET' as const });

function isSecret(
  said: string,
  how: { tight: boolean; isPassword: boolean; quoted: boolean; joined: string },
  text: string,
  end: number,
): boolean {
  if (looksMade(said)) return true;
  if (how.joined === '' && !how.tight) return false;
  if (/^[A-Za-z_][\w.]*\(/.test(said) || isState(said)) return false;
  if (how.quoted) return how.isPassword || (how.joined !== 'is' && said.length >= 6);
  if (how.tight) return how.isPassword || (said.length >= 6 && !/^\d+$/.test(said));
  // "password = A_SUPER_SECRET_PASSWORD", also in the middle of a line: no sentence goes on like that.
  if (how.isPassword && how.joined === '=' && /^[A-Z\d]+(?:_[A-Z\d]+)+$/.test(said)) return true;
  // "Password: word" at the end of a line is a password; in the middle of a line it is a sentence.
  return (
    how.isPassword &&
    /^[:=]/.test(how.joined) &&
    said.length >= 4 &&
    /^\s*(?:\n|$)/.test(text.slice(end, end + 40))
  );
}

const QUOTE = /["'`]/;
/** As text programs set them; their closing ones are no part of a value either. */
const OPENING_QUOTE = /[“„‘«]/;
const NEXT_PAIR = /[;&,][A-Za-z_][\w .-]{0,30}[=:]/;

function readValue(text: string, from: number, constant: boolean): Value {
  const at = text[from] === '(' && !constant ? from + 1 : from;
  const quote = text[at] ?? '';
  if (QUOTE.test(quote)) {
    for (let end = at + 1; end < Math.min(text.length, at + LONGEST); end++) {
      if (text[end] === '\\') end++;
      else if (text[end] === quote) return { start: at + 1, end, quoted: true };
      else if (text[end] === '\n') break;
    }
  }
  const start = QUOTE.test(quote) || OPENING_QUOTE.test(quote) ? at + 1 : at;
  let said = /^\S*/.exec(text.slice(start, start + LONGEST))?.[0] ?? '';
  if (!constant) {
    said = said.split(/["'`<>]/, 1)[0] ?? '';
    const next = said.search(NEXT_PAIR);
    if (next >= 0) said = said.slice(0, next);
  }
  said = said.replace(constant ? /[.,;:"'`”’»]{1,20}$/ : /[.,;:)\]}"'`”’»*_]{1,20}$/, '');
  return { start, end: start + said.length, quoted: false };
}
