import type { Collector, Found } from './fact';

const literal = (kind: string, text: string): Found => ({ kind, keys: [`s:${text.toLowerCase()}`] });

/** "SEV-1", "Sev1" and "SEV 1" are one id; "INC-12" and "INC-13" are two. */
const compact = (kind: string, text: string): Found => ({
  kind,
  keys: [`i:${text.toLowerCase().replace(/[\s#-]+/g, '')}`, `s:${text.toLowerCase()}`],
});

const REGION =
  /(?<![\w-])(?:[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-?\d[a-f]?(?:-[a-z])?|(?:europe|asia|us|northamerica|southamerica|australia|africa|me)-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)\d{1,2}(?:-[a-f])?|(?:east|west|north|south|central)(?:us|europe|uk|india|asia)\d?)(?![\w-])/gi;

/** Ids that look like nothing else: read before numbers, dates and times. */
export function readMarkedIds(collector: Collector): void {
  collector.take(
    /(?<![\w-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/gi,
    ([id]) => literal('id', id),
    /-[0-9a-f]{4}-[0-9a-f]{4}-/i,
  );
  collector.take(/(?<!\w)0x[0-9a-f]{1,16}(?!\w)/gi, ([code]) => literal('error-code', code), /0x/i);
  collector.take(
    /(?<![\w-])sha(?:1|256|512)[:-][0-9a-f]{7,128}(?!\w)/gi,
    ([hash]) => literal('hash', hash),
    /sha(?:1|256|512)/i,
  );
  collector.take(
    /(?<![\w.:#-])(?=[a-f]{0,40}\d)(?=\d{0,40}[a-f])[0-9a-f]{7,64}(?![\w.-]*\w)/g,
    ([hash]) => literal('hash', hash),
    /[0-9a-f]{7}/,
  );
  collector.take(REGION, ([region]) => literal('region', region), /north|south|east|west|central/i);
  collector.take(
    /(?<![\w.-])(?:db\.|cache\.|ml\.)?[a-z][a-z0-9-]{0,8}\.(?:\d{1,3}x?)?(?:nano|micro|small|medium|large|xlarge|metal)(?:-\d{1,3}x?l?)?(?![\w-])/gi,
    ([type]) => literal('instance-type', type),
    /\.(?:\d{1,3}x?)?(?:nano|micro|small|medium|large|xlarge|metal)/i,
  );
  collector.take(
    /(?<![\w-])(?:sev|severity|priority|incident|inc|case|ticket|chg|rfc|p)[\s-]?#?\d{1,10}(?![\w.:%-]*\w)/gi,
    (match) => compact('id', match[0]),
  );
  collector.take(
    /(?<![\w/&-])(?:(?:pull request|merge request|issue|ticket|bug|build|run|job|deploy(?:ment)?|release|commit|PR|MR)s?\s?[#-]?\s?)?#(\d{1,9})(?![\w-])|(?<![\w-])(?:pull request|merge request|issue|ticket|bug|PR|MR)[\s-]{1,2}(\d{1,9})(?![\w.:%-]*\w)/gi,
    ([, hashed, named]) => ({ kind: 'id', keys: [`i:#${hashed ?? named}`] }),
  );
  collector.take(
    /(?<![\w-])(?!(?:AM|PM|UTC|GMT|T|UTF|ISO)-\d)(?:CVE-\d{4}-\d{3,8}|RFC[ -]?\d{3,5}|[A-Z][A-Z0-9]{1,11}-\d{1,9})(?![\w-])/g,
    ([id]) => compact('id', id),
  );
}

const ENDS_AN_ERROR =
  '(?:Exception|Error|Failure|Fault|Killed|BackOff|Backoff|Timeout|Denied|Refused|NotFound|Unavailable|Exceeded)(?!\\w)';
const AN_ERROR = new RegExp(`[A-Za-z0-9]${ENDS_AN_ERROR}`);
const NAME_OF_ERROR = new RegExp(`(?<!\\w)[A-Z][A-Za-z0-9]{1,60}${ENDS_AN_ERROR}`, 'g');

/** Identifiers of programs, and whatever mixes letters and digits: read after everything with a unit. */
export function readIdentifiers(collector: Collector): void {
  collector.take(
    /(?<![\w-])(?=\w)[\w-]{0,80}[A-Za-z0-9]_[A-Za-z0-9][\w-]{0,80}(?![\w-])/g,
    ([name]) => ({
      kind: 'identifier',
      keys: [`s:${name.toLowerCase()}`],
    }),
    '_',
  );
  collector.take(
    /(?<![\w])[a-z][a-z0-9]{0,40}(?:[A-Z][a-z0-9]{0,40}){1,10}(?:\(\))?(?!\w)/g,
    ([name]) => literal('identifier', name.replace('()', '')),
    /[a-z0-9][A-Z]/,
  );
  collector.take(NAME_OF_ERROR, ([name]) => literal('error-code', name), AN_ERROR);
  collector.take(/(?<!\w)E[A-Z]{5,20}(?!\w)/g, ([name]) =>
    /^E(?:CONN|TIMED|NO|ACCES|PERM|HOST|NET|PIPE|ADDR|MFILE|XIST)/.test(name)
      ? literal('error-code', name)
      : null,
  );
  collector.take(
    /(?<![\w.-])(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[A-Za-z])[A-Za-z0-9][\w-]{1,60}(?!\w)/g,
    (match) => {
      const [token] = match;
      if (/^\d{1,2}(?:st|nd|rd|th)$/i.test(token)) return null;
      return compact('id', token);
    },
  );
}
