import type { Collector, Found } from './fact';
import {
  AFTER_DOT,
  CAPITAL_FIRST,
  CAPITAL_WITHIN,
  DIGIT,
  DIGIT_FIRST,
  EIGHT,
  LETTER,
  LONG_HEX,
  MIXED_CHAIN,
  UNDERSCORE,
} from './runs';
import { CHANGE, CHANGES, JOINED_REGION, REGION_WORD, SIZE, SIZES, TICKET, TICKETS } from './vocabulary';

const literal = (kind: string, text: string): Found => ({ kind, keys: [`s:${text.toLowerCase()}`] });

/** "SEV-1", "Sev1" and "SEV 1" are one id; "INC-12" and "INC-13" are two. */
const compact = (kind: string, text: string): Found => ({
  kind,
  keys: [`i:${text.toLowerCase().replace(/[\s#-]+/g, '')}`, `s:${text.toLowerCase()}`],
});

const SIDES = 'north|south|east|west|central|northeast|southeast|northwest|southwest';
const REGION = new RegExp(
  `(?<![\\w-])(?:[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:${SIDES})-?\\d[a-f]?(?:-[a-z])?|(?:europe|asia|us|northamerica|southamerica|australia|africa|me)-(?:${SIDES})\\d{1,2}(?:-[a-f])?|${JOINED_REGION}\\d?)(?![\\w-])`,
  'iy',
);
const INSTANCE_TYPE = new RegExp(
  `(?<![\\w.-])(?:db\\.|cache\\.|ml\\.)?[a-z][a-z0-9-]{0,8}\\.(?:\\d{1,3}x?)?(?:${SIZES})(?:-\\d{1,3}x?l?)?(?![\\w-])`,
  'gi',
);
const NUMBERED = new RegExp(`(?<![\\w-])(?:${TICKETS})[\\s-]?#?\\d{1,10}(?![\\w.:%-]*\\w)`, 'iy');
const HASHED = `(?<![\\w/&-])(?:(?:${CHANGES})s?\\s?[#-]?\\s?)?#(\\d{1,9})(?![\\w-])`;
const CHANGE_AND_NUMBER =
  '(?<![\\w-])(?:pull request|merge request|issue|ticket|bug|PR|MR)[\\s-]{1,2}(\\d{1,9})(?![\\w.:%-]*\\w)';
const HASHED_OR_NUMBERED = new RegExp(`${HASHED}|${CHANGE_AND_NUMBER}`, 'gi');
const NUMBERED_CHANGE = new RegExp(HASHED_OR_NUMBERED.source, 'iy');

/** Ids that look like nothing else: read before numbers, dates and times. */
export function readMarkedIds(collector: Collector): void {
  collector.take(
    /(?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/iy,
    ([id]) => literal('id', id),
    { at: [EIGHT] },
  );
  collector.take(/(?<!\w)0x[0-9a-f]{1,16}(?!\w)/iy, ([code]) => literal('error-code', code), {
    at: [DIGIT_FIRST | LETTER],
  });
  collector.take(/(?<![\w-])sha(?:1|256|512)[:-][0-9a-f]{7,128}(?!\w)/iy, ([hash]) => literal('hash', hash), {
    at: [LETTER | DIGIT],
  });
  collector.take(
    /(?<![\w.:#-])(?=[a-f]{0,40}\d)(?=\d{0,40}[a-f])[0-9a-f]{7,64}(?![\w.-]*\w)/y,
    ([hash]) => literal('hash', hash),
    { at: [LONG_HEX] },
  );
  collector.take(REGION, ([region]) => literal('region', region), {
    at: [MIXED_CHAIN, REGION_WORD],
  });
  collector.take(INSTANCE_TYPE, ([type]) => literal('instance-type', type), {
    needsRun: [AFTER_DOT | SIZE, AFTER_DOT | DIGIT_FIRST | LETTER],
  });
  collector.take(NUMBERED, (match) => compact('id', match[0]), { at: [TICKET, LETTER | DIGIT] });
  const change = ([, hashed, named]: RegExpExecArray): Found => ({
    kind: 'id',
    keys: [`i:#${hashed ?? named}`],
  });
  if (collector.text.includes('#')) collector.take(HASHED_OR_NUMBERED, change);
  else collector.take(NUMBERED_CHANGE, change, { at: [CHANGE] });
  collector.take(
    /(?<![\w-])(?!(?:AM|PM|UTC|GMT|T|UTF|ISO)-\d)(?:CVE-\d{4}-\d{3,8}|RFC[ -]?\d{3,5}|[A-Z][A-Z0-9]{1,11}-\d{1,9})(?![\w-])/y,
    ([id]) => compact('id', id),
    { at: [CAPITAL_FIRST] },
  );
}

const ENDS_AN_ERROR =
  '(?:Exception|Error|Failure|Fault|Killed|BackOff|Backoff|Timeout|Denied|Refused|NotFound|Unavailable|Exceeded)(?!\\w)';
const NAME_OF_ERROR = new RegExp(`(?<!\\w)[A-Z][A-Za-z0-9]{1,60}${ENDS_AN_ERROR}`, 'y');

/** Identifiers of programs, and whatever mixes letters and digits: read after everything with a unit. */
export function readIdentifiers(collector: Collector): void {
  collector.take(
    /(?<![\w-])(?=\w)[\w-]{0,80}[A-Za-z0-9]_[A-Za-z0-9][\w-]{0,80}(?![\w-])/g,
    ([name]) => ({
      kind: 'identifier',
      keys: [`s:${name.toLowerCase()}`],
    }),
    { needsRun: [UNDERSCORE] },
  );
  collector.take(
    /(?<![\w])[a-z][a-z0-9]{0,40}(?:[A-Z][a-z0-9]{0,40}){1,10}(?:\(\))?(?!\w)/y,
    ([name]) => literal('identifier', name.replace('()', '')),
    { at: [CAPITAL_WITHIN] },
  );
  const capitals = { at: [CAPITAL_FIRST | CAPITAL_WITHIN] };
  collector.take(NAME_OF_ERROR, ([name]) => literal('error-code', name), capitals);
  collector.take(
    /(?<!\w)E[A-Z]{5,20}(?!\w)/y,
    ([name]) =>
      /^E(?:CONN|TIMED|NO|ACCES|PERM|HOST|NET|PIPE|ADDR|MFILE|XIST)/.test(name)
        ? literal('error-code', name)
        : null,
    capitals,
  );
  collector.take(
    /(?<![\w.-])(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[A-Za-z])[A-Za-z0-9][\w-]{1,60}(?!\w)/y,
    (match) => {
      const [token] = match;
      if (/^\d{1,2}(?:st|nd|rd|th)$/i.test(token)) return null;
      return compact('id', token);
    },
    { at: [MIXED_CHAIN] },
  );
}
