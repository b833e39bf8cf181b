import { entropy } from './secretLikeness';
import type { Span } from './span';

/**
 * Tokens that are known by their form. Each begins at a word's start and is a run of one character class,
 * or two runs, so that matching is linear. Forms are those that the vendors document.
 */
const VENDOR_TOKENS: readonly (readonly [kind: string, form: string])[] = [
  ['aws-access-key', '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}'],
  ['github-token', 'gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255}'],
  ['gitlab-token', 'gl(?:pat|dt|rt|ptt|ft|imt|oas|soat|cbt|agent|ffct)-[A-Za-z0-9_.-]{16,255}'],
  ['slack-token', '(?:xoxe\\.)?xox[abeoprs]-[A-Za-z0-9-]{10,255}|xapp-[A-Za-z0-9-]{10,255}'],
  ['stripe-key', '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,255}|whsec_[A-Za-z0-9+/=]{16,255}'],
  ['npm-token', 'npm_[A-Za-z0-9_]{30,40}'],
  ['pypi-token', 'pypi-[A-Za-z0-9_-]{50,255}'],
  ['google-key', 'AIza[A-Za-z0-9_-]{35}|ya29\\.[A-Za-z0-9_-]{20,255}|GOCSPX-[A-Za-z0-9_-]{20,40}'],
  ['openai-key', 'sk-(?=[A-Za-z_-]{0,200}\\d)[A-Za-z0-9_-]{20,255}'],
  ['sendgrid-key', 'SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}'],
  ['twilio-key', 'SK[0-9a-f]{32}'],
  ['mailgun-key', 'key-[0-9a-f]{32}'],
  ['digitalocean-token', 'do[opr]_v1_[0-9a-f]{64}'],
  ['huggingface-token', 'hf_[A-Za-z0-9]{30,40}'],
  ['shopify-token', 'shp(?:at|ca|pa|ss)_[A-Za-z0-9]{32,64}'],
  ['databricks-token', 'dapi[0-9A-Fa-f]{32}(?:-\\d)?'],
  ['vault-token', 'hv[sbr]\\.[A-Za-z0-9_-]{24,300}'],
  ['grafana-token', 'glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_[A-Za-z0-9+/=]{32,400}'],
  ['atlassian-token', 'ATATT3[A-Za-z0-9_=-]{60,255}'],
  ['linear-key', 'lin_api_[A-Za-z0-9]{30,60}'],
  ['newrelic-key', 'NRAK-[A-Z0-9]{27}'],
  ['square-token', 'sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43}'],
  ['sentry-token', 'sntry[su]_[A-Za-z0-9+/=_]{20,255}'],
  ['docker-token', 'dckr_pat_[A-Za-z0-9_-]{20,40}'],
  ['vercel-token', 'vc[piark]_[A-Za-z0-9]{20,60}'],
  ['groq-key', 'gsk_[A-Za-z0-9]{40,60}'],
  ['figma-token', 'figd_[A-Za-z0-9_-]{40,200}'],
  ['notion-token', 'ntn_[0-9]{11}[A-Za-z0-9]{35}'],
  ['1password-token', 'ops_ey[A-Za-z0-9+/=]{100,1290}'],
  ['age-key', 'AGE-SECRET-KEY-1[0-9A-Z]{58}'],
  ['telegram-token', '\\d{8,10}:AA[A-Za-z0-9_-]{33}'],
  [
    'jwt',
    '(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,4000}\\.eyJ[A-Za-z0-9_-]{5,8000}(?:\\.[A-Za-z0-9_-]{0,4000})?',
  ],
];

const NOT_WITHIN_A_WORD = '(?<!\\p{L})';
const ANY_VENDOR_TOKEN = new RegExp(
  `${NOT_WITHIN_A_WORD}(?:${VENDOR_TOKENS.map(([, form]) => `(${form})`).join('|')})(?![A-Za-z0-9])`,
  'gu',
);

/** Tokens whose form alone gives them away. */
export function vendorTokens(text: string): Span[] {
  return [...text.matchAll(ANY_VENDOR_TOKEN)].map((match) => {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    const kind = VENDOR_TOKENS[which]?.[0] ?? 'token';
    return { start: match.index, end: match.index + match[0].length, kind, label: 'SECRET' };
  });
}

const SLACK_HOOK = /hooks\.slack\.com\/(?:services|workflows|triggers)\/([A-Za-z0-9/_-]{10,200})/gi;
const TEAMS_HOOK =
  /(?:\bwebhook|\boutlook)\.office(?:365)?\.com\/(?:webhookb2|webhook)\/([A-Za-z0-9@/_-]{20,300})/gi;
const DISCORD_HOOK = /discord(?:app)?\.com\/api\/webhooks\/(\d{5,25}\/[A-Za-z0-9_-]{20,120})/g;

/** The part of a webhook's address that lets anybody post. */
export function webhooks(text: string): Span[] {
  return [...text.matchAll(SLACK_HOOK), ...text.matchAll(TEAMS_HOOK), ...text.matchAll(DISCORD_HOOK)].map(
    (match) => {
      const end = match.index + match[0].length;
      return { start: end - (match[1]?.length ?? 0), end, kind: 'webhook', label: 'SECRET' };
    },
  );
}

const PEM_BEGIN = /-----BEGIN[A-Z0-9\s]{0,40}PRIVATE KEY(?: BLOCK)?(?:-----)?/g;
const PEM_END = /-----END[A-Z0-9\s]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const REST_OF_A_CUT_KEY = /(?:\s*(?:[A-Za-z0-9+/=]{16,}|\\n|[A-Za-z-]{3,20}: [^\n]{0,80}))*/y;

/** Private keys between their marker lines. A key whose end is missing is held as far as it looks like one. */
export function privateKeys(text: string): Span[] {
  const spans: Span[] = [];
  PEM_BEGIN.lastIndex = 0;
  let ends = true;
  for (let begin = PEM_BEGIN.exec(text); begin; begin = PEM_BEGIN.exec(text)) {
    PEM_END.lastIndex = PEM_BEGIN.lastIndex;
    const closing: RegExpExecArray | null = ends ? PEM_END.exec(text) : null;
    ends = closing !== null;
    REST_OF_A_CUT_KEY.lastIndex = PEM_BEGIN.lastIndex;
    const end = closing
      ? PEM_END.lastIndex
      : PEM_BEGIN.lastIndex + (REST_OF_A_CUT_KEY.exec(text)?.[0].length ?? 0);
    spans.push({ start: begin.index, end, kind: 'private-key', label: 'SECRET' });
    PEM_BEGIN.lastIndex = end;
  }
  return spans;
}

/** Not what goes on after a dot, a colon or a hash: that is part of an address, an ARN or a path. */
const LONG_RUN = /(?<![A-Za-z0-9+/=_.:#@-])[A-Za-z0-9+/_=-]{16,200}(?![A-Za-z0-9+/=_-])/g;
const SECRET_WORD =
  /\b(?:secret|password|passwd|passphrase|token|credential|creds|api[ _-]?key|access[ _-]?key|private[ _-]?key|signing[ _-]?key|leaked key)/i;
const IDENTIFIER_WORD =
  /(?:\b(?:commit|sha\d*|hash|digest|checksum|image|request|build|fingerprint)\b|trace|span[_-]?id|e-?tag)/i;
/** Keys whose form says nothing (a seed in base 32, capitals, a UUID) right after the words that name them. */
const NAMED_KEY =
  /\b(?:TOTP|OTP|2FA|MFA|routing|integration|API|access|signing|service|license)[ _-](?:seed|secret|key)s?[ :=`"'(]{1,4}(?:(?:is|was|of|value)[ :=`"']{1,3})?([A-Z0-9]{20,64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![A-Za-z0-9-])/gi;
/** How far before a run of characters a word can stand and still be about it; half as far after it. */
const NEAR = 60;

/** Runs without meaning beside a word such as "secret" or "token", AWS secret keys among them. */
export function unreadableRuns(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(LONG_RUN)) {
    const run = match[0];
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    const end = match.index + run.length;
    if (
      !isUnreadable(run) ||
      !(SECRET_WORD.test(before) || SECRET_WORD.test(text.slice(end, end + NEAR / 2)))
    )
      continue;
    if (/^[0-9a-f]+$/.test(run) && IDENTIFIER_WORD.test(before)) continue;
    const kind = run.length === 40 && /aws|access/i.test(before) ? 'aws-secret-key' : 'secret';
    spans.push({ start: match.index, end, kind, label: 'SECRET' });
  }
  for (const match of text.matchAll(NAMED_KEY)) {
    const value = match[1] ?? '';
    const end = match.index + match[0].length;
    if (!/\d/.test(value)) continue;
    spans.push({ start: end - value.length, end, kind: 'secret', label: 'SECRET' });
  }
  return spans;
}

function isUnreadable(run: string): boolean {
  if (/^[0-9a-f]{32,}$/i.test(run)) return entropy(run) > 3;
  const digits = run.replace(/\D/g, '').length;
  if (readableShare(run) > 0.4) return false;
  // 40 characters of base64 have few digits at times: AWS's own example has one.
  return digits >= (run.length < 32 ? 3 : 1) && /[a-z]/.test(run) && /[A-Z]/.test(run) && entropy(run) > 3.5;
}

/** How much of a run is words, as in `TestClusterProviderE18F0FD0`; chance makes about a fifth of a random one. */
const readableShare = (run: string): number =>
  (run.match(/[A-Z]?[a-z]{3,}/g) ?? []).join('').length / run.length;
