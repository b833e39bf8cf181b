import { isStandIn, looksMade } from './secretLikeness';
import type { Span } from './span';

/** A scheme and what follows it up to white space or a quotation mark. */
const ADDRESS = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/([^\s"'`<>]{3,600})/g;

/** `user:password` in addresses and connection strings; the host stays, since the incident is about it. */
export function addressCredentials(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const rest = match[1] ?? '';
    const length = credentialLength(rest);
    const password = rest.slice(rest.indexOf(':') + 1, length);
    if (length === 0 || password === '' || isStandIn(password)) continue;
    const start = match.index + match[0].length - rest.length;
    spans.push({ start, end: start + length, kind: 'url-credentials', label: 'SECRET' });
  }
  return spans;
}

/** How many characters of an address without its scheme are credentials; 0 when there are none. */
function credentialLength(rest: string): number {
  const slash = rest.search(/[/?#]/);
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const colon = authority.indexOf(':');
  if (colon < 0) return 0;
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  const later = rest.lastIndexOf('@');
  if (at >= 0 && colon > at) return 0;
  if (at >= 0 && (later === at || /[.:]|^localhost$/.test(host))) return at;
  if (at >= 0) return later;
  // No @ before the first slash: either a port, or a password with a slash in it that nobody encoded.
  if (/^\d*$/.test(authority.slice(colon + 1))) return 0;
  return Math.max(0, rest.indexOf('@', colon));
}

/** Where credentials stand by convention of a protocol or of a command; the group is what is held. */
const CONVENTIONS: readonly (readonly [kind: string, form: RegExp, always: boolean])[] = [
  ['bearer-token', /\b(?:bearer|authorization:\s{0,3}token)\s{1,3}([A-Za-z0-9._~+/=-]{8,4000})/gi, false],
  ['basic-auth', /\bbasic\s{1,3}([A-Za-z0-9+/]{8,400}={0,2})(?![A-Za-z0-9+/=])/gi, false],
  ['command-line', /\bcurl\b[^\n]{0,200}?\s(?:-u|--user)[ =]?["']?([^\s"':]{1,100}:[^\s"']{1,200})/g, true],
  ['command-line', /\bmysql(?:dump|admin)?\b[^\n]{0,200}?\s-p([^\s"']{3,100})/g, true],
  ['command-line', /\b(?:sshpass\s{1,3}-p|redis-cli\b[^\n]{0,100}?\s-a)\s{0,3}["']?([^\s"']{3,100})/g, true],
  ['command-line', /\bdocker\s{1,3}login\b[^\n]{0,200}?\s-p\s{1,3}["']?([^\s"']{3,200})/g, true],
  [
    'password',
    /["']?\b(?:name|key)["']?\s{0,3}[:=]\s{0,3}["']?[\w.-]{0,60}(?:password|passwd|secret|token|api_?key)\w{0,10}["']?\s{0,3},?\s{0,20}["']?value["']?\s{0,3}[:=]\s{0,3}["']?([^\s"']{3,300})/gi,
    true,
  ],
  // "the DB password, Tr0ub4dor&3x, into #incident"
  [
    'password',
    /\b(?:password|passphrase|passcode|pwd)\s?(?:,|–|—|\()\s?["'`]?([^\s"'`,()]{6,100})(?=["'`]?(?:,|\)|\s[–—]))/gi,
    false,
  ],
  // "admin / S3cret!": an account that every system has, beside a login or with a sign that no path has.
  [
    'password',
    /\b(?:admin|root|administrator|sa|guest)\s?\/\s?((?:(?<=(?:log(?:ged)?[ -]?in|credentials)\b.{0,40})|(?=\S*[!@#$%^&*]))[^\s"'`,;()]{6,100}?)(?=[.,;)]?(?:\s|$))/gi,
    false,
  ],
  // Codes and strings that let somebody in, with the words that name them right before.
  [
    'secret',
    /\b(?:(?:recovery|backup|bypass|one-time|scratch)[ -]codes?|community[ -]string)(?:\s?[:=,]|\s(?:is|was|were))?\s?["'`(]?([^\s"'`,;()]{6,100}?)(?=[.,;)"'`]{0,2}(?:\s|$))/gi,
    false,
  ],
  ['pin', /\bPIN\b[^\n.;:=\d]{0,30}(?:[:=]|\s(?:is|was))\s?["'`]?(\d{4,8})(?![\w.:]*\w)/g, true],
  ['cookie', /\b(?:session(?:id)?|sid|connect\.sid|jsessionid|phpsessid)=([A-Za-z0-9%._-]{16,400})/gi, false],
];

/** Bearer tokens, basic authentication, session cookies, and passwords on command lines. */
export function conventionalCredentials(text: string): Span[] {
  return CONVENTIONS.flatMap(([kind, form, always]) =>
    [...text.matchAll(form)]
      .filter(([, value = '']) => (always ? !isStandIn(value) : looksMade(value)))
      .map((match): Span => {
        const end = match.index + match[0].length;
        return { start: end - (match[1]?.length ?? 0), end, kind, label: 'SECRET' };
      }),
  );
}
