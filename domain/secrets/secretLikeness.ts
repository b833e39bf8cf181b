/** What people write where a value would stand: masks, variables, templates, references. */
const STAND_IN =
  /^(?:[*•.…_-]{2,}|[xX]{3,}|\$[A-Z_][A-Z0-9_]*|\$[{(].*|[\w-]{0,12}[xX]{4,}|%[A-Z_]+%|%[sdv]|\{\{.*|<.*|\[(?:HELD|REDACTED|MASKED|REMOVED|HIDDEN|FILTERED|TODO)\b.*|(?:null|none|nil|undefined|true|false|n\/a|redacted|hidden|masked|removed|changeme)|(?:NULL|None|True|False|REDACTED|HIDDEN|MASKED|REMOVED)|process\.env\b.*|os\.environ\b.*|arn:aws\b.*|!(?:Ref|Sub|GetAtt|vault|secret|env)\b.*)$/;

/** What is said of a password rather than being one: "password: expired". */
const STATES = new Set(
  'changed reset expired rotated invalid missing unknown required leaked exposed compromised revoked yes no ok wrong incorrect correct unset empty stolen shared weak strong optional disabled enabled rejected accepted refused refreshed deleted lost found stored encrypted plaintext hardcoded default valid set unchanged pending done failed rotation policy authentication pass fail skip'.split(
    ' ',
  ),
);

/** Numbers, times, versions, addresses and code that stand after a colon in every incident report. */
const ORDINARY = new RegExp(
  [
    String.raw`^v?\d+(?:[.:,/-]\d+)*\.?[a-zµ%]{0,6}$`,
    '^https?:',
    '^[./~]',
    '^#[a-z-]+$',
    String.raw`^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$`,
    String.raw`^\d{4}-\d\d-\d\dT`,
    String.raw`^[A-Za-z_][\w.]*\(`,
  ].join('|'),
  'i',
);

/** Whether the value is a mask, a variable or a word that says there is none. */
export const isStandIn = (value: string): boolean => STAND_IN.test(value);

/** Whether the value only says what state a password or token is in. */
export const isState = (value: string): boolean => STATES.has(value.toLowerCase());

/** The last word of a question: "Was it a password compromise?" A sign at the end of small letters makes no password. */
const ENDS_A_QUESTION = /^\p{Ll}[\p{Ll}’'-]*[)\]"'”’»]*\?+$/u;

/**
 * Whether a single word looks made rather than said: letters with digits or symbols.
 * Words of incident reports (versions, times, counts, paths, calls) do not count.
 */
export function looksMade(value: string): boolean {
  if (value.length < 6 || /\s/.test(value) || isStandIn(value) || ORDINARY.test(value)) return false;
  if (ENDS_A_QUESTION.test(value)) return false;
  const letters = /\p{L}/u.test(value);
  if (letters && /\d/.test(value)) return true;
  return letters && /[!@#$%^&*+=?~|\\]/.test(value);
}

/** Shannon entropy in bits a character. English is near 4.1 over long texts, random base64 of 40 near 4.8. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
