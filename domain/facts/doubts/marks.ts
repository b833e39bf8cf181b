import { matchesIn } from '../../reading/text/matches';

/** What a mark in a text says about the statement it stands in. */
export type MarkKind = 'hedge' | 'unknown' | 'negation';

/** A word of doubt or denial where it stands; offsets as in the text searched. */
export interface Mark {
  kind: MarkKind;
  start: number;
  end: number;
  /** The word itself, in small letters. */
  word: string;
  /** Only a word that may carry it, such as "offline" for a denial. */
  faint: boolean;
}

const HEDGE =
  /\b(?:(?<!usual )suspect(?:s|ed|ing)?|suspicions?|probabl[ey]|possibl[ey](?! to\b)|possibilit(?:y|ies)|perhaps|maybe|(?<!\d(?:st|nd|rd|th)? |\b(?:in|since|mid|early|late|last|this|next|until|till)[ -])may(?! \d)|might|(?:appear|seem)(?:s|ed|ing)?(?= (?:to|that|as|like|there|it|we)\b)|appears|seem(?:s|ed|ing|ingly)?|apparently|believed?|(?:we|I|they|team|engineers?|who) (?:currently )?(?:think|thought|assumed?)|thought to|assumptions?|presum(?:e|ed|ably)|(?:un|most )?likely|in theory|theoretical(?:ly)?|(?:our|the|one|working|leading|current) theory|hypothes[ie]s\w*|hypothesi[sz]ed|potential(?:ly)?|tentative(?:ly)?|preliminar(?:y|ily) (?:cause|finding|conclusion|analysis suggest\w*)|speculat(?:e|ed|ion|ing)|plausibl[ey]|conceivabl[ey]|suggest(?:s|ed|ing)? (?:that|it|a|an|the|this)(?= )|suggestion that|indicat(?:es|ed|ing) that|could (?:also |well |potentially |then )?(?:have|be|bring|cause|lead|result|affect|impact|explain|mean|occur|happen|fail|break|take)|not (?:yet )?(?:been )?(?:fully )?(?:confirmed|certain|sure|verified|proven)|(?:isn|wasn|aren|haven|hasn)['’]?t (?:been )?(?:fully )?(?:confirmed|certain|sure|verified|proven)|can(?:not|['’]?t| not) be (?:certain|sure)|unconfirmed|unverified|unproven|unsure|uncertain(?:ty)?|looks? (?:like|as if|as though)|looked (?:like|as if|as though)|allegedly|supposedly|as if|point(?:s|ed)? (?:to|at|towards?))\b/gi;

/** Not doubts when an author uses them, but a doubt may well be told with them. */
const ALSO_DOUBTFUL =
  /\b(?:believe(?:s|d)?|think|thought|could|consistent with|no (?:firm )?(?:confirmation|proof)|evidence|whether|risk(?:ed|s)?|chance|estimated?|candidates?|theor(?:y|ies)|assum(?:e|ed|ing)|suggest\w*|indicat\w+|reportedly|not ruled out|expected|open question|to be (?:confirmed|determined|verified)|TODO|TB[CD]|unclear|unknown|initial(?:ly)? (?:assess\w+|thought|belief)|so far|plausib\w+|asked|would appear|unlikely|ostensibly|conjecture\w*|guess(?:ed)?|if only)\b|\[TODO/gi;

const UNKNOWN =
  /\b(?:(?:as (?:of )?yet )?unknown|not (?:yet )?(?:been )?(?:fully )?(?:known|determined|identified|established|understood|found|clear)(?= |[.,;:)]|$)|unclear|undetermined|unexplained|inconclusive|TB[CDA]|to be (?:confirmed|determined|established)|(?:still|currently|actively|continu\w+|under|ongoing|being) (?:being |the |their |to |an? )?investigat\w+|investigat\w+ (?:is|are|remains?) (?:still )?(?:ongoing|continuing|under ?way|open)|investigation continues|yet to (?:be )?(?:determine|confirm|identif|establish|f[io]nd)\w*|(?:do(?:es)?|did)(?:n['’]?t| not) (?:yet )?know|no idea|(?:could|can)(?:not|n['’]?t| not) (?:yet )?(?:be )?(?:determine|confirm|explain|establish|reproduce)\w*|remains? (?:open|a mystery))\b/gi;

const NEGATION =
  /\b(?:not(?! only\b)|[a-z]+n['’]t|(?:did|does|do|was|were|is|are|could|would|should|has|have|had|ca)nt|cannot|never|no(?! longer than\b|\.)|none|nobody|nothing|nowhere|neither|nor|without|w\/o(?:ut)?(?!\w)|unable|(?:lack(?:s|ed|ing)?|absence) (?:of|any)|lack(?:ed|s))\b|\bun(?=(?:affected|impacted|noticed|detected|harmed)\b)/gi;

/** A denial may be told with a word that holds it: "could not be reached" and "was unreachable". */
const ALSO_NEGATIVE =
  /\b(?:un(?!der|til|ion|it|ique|ifi|iv)[a-z]{4,}|in(?:accessible|active|adequate|complete|correct|sufficient|visible|valid|capable|eligible|operable|effective)|im(?:possible|paired)|fail(?:s|ed|ing|ures?)?|miss(?:ed|ing|es)|absen(?:t|ce)|lack[a-z]*|prevent[a-z]*|block[a-z]*|stop(?:s|ped|ping)?|ceased?|refus[a-z]+|den(?:y|ied|ies)|exclud[a-z]+|rul(?:ed|ing) out|down|offline|lost|los[es]+|loss|zero|0|only|instead|rather|avoid[a-z]*|limited to|exempt|hardly|barely|scarcely|few|little|too|intact|isolated|broken?|broke|outage|withheld|disabled|disconnected|crash[a-z]*|rejected|short(?:age)?|despite|outside|free of|spared|solely|dis(?:allow|appear)[a-z]*|non-?[a-z]+|gap|halt[a-z]*|interrupt[a-z]*|disrupt[a-z]*|neglect[a-z]*|omit[a-z]*|overlook[a-z]*|devoid|minus|gone|dead|un)\b/gi;

const CODE_OR_ADDRESS = /(?<!`)(`{1,3})(?!`)[^\n]{0,300}?[^`]\1(?!`)|https?:\/\/\S+/g;

/** The text with code and addresses blanked out, every offset unchanged. */
export const withoutCode = (text: string): string =>
  /`|:\/\//.test(text) ? text.replace(CODE_OR_ADDRESS, (found) => ' '.repeat(found.length)) : text;

function* marksBy(kind: MarkKind, pattern: RegExp, text: string, faint = false): Generator<Mark> {
  for (const found of matchesIn(text, pattern)) {
    // The month of May doubts nothing.
    if (found[0] === 'May' && !/^ (?:have|be|also|not)\b/.test(text.slice(found.index + 3))) continue;
    yield {
      kind,
      start: found.index,
      end: found.index + found[0].length,
      word: found[0].toLowerCase(),
      faint,
    };
  }
}

/** A question mark after a word: the author asks where the sentence only seems to state. "Why? …" is a label, and "bricked? no" is told. */
const ASKED =
  /(?<!(?:^|[.!?\n]\s{0,3}|[-*•]\s)(?:why|how come))(?<=[a-z\d])\?(?!\s+(?:no|nope|yes|yep|nothing|none)\b)/gi;

/** The doubts and denials that an author plainly expresses, in order. Pass text without code. */
export function marksIn(text: string): Mark[] {
  const unknown = [...marksBy('unknown', UNKNOWN, text)];
  const inUnknown = ({ start, end }: Mark) => unknown.some((one) => start < one.end && one.start < end);
  const doubts = [...marksBy('hedge', HEDGE, text), ...marksBy('hedge', ASKED, text)].filter(
    (mark) => !inUnknown(mark),
  );
  const inDoubt = ({ start, end }: Mark) => doubts.some((one) => start < one.end && one.start < end);
  const denials = [...marksBy('negation', NEGATION, text)].filter((one) => !inUnknown(one) && !inDoubt(one));
  return [...unknown, ...doubts, ...denials].sort((a, b) => a.start - b.start);
}

/** Everything by which a text may carry a doubt (`hedge`, `unknown`) or a denial, however faintly. */
export function allMarksIn(text: string): Mark[] {
  const plain = marksIn(text);
  const starts = new Set(plain.map(({ start }) => start));
  const faint = [
    ...marksBy('hedge', ALSO_DOUBTFUL, text, true),
    ...marksBy('negation', ALSO_NEGATIVE, text, true),
  ];
  return [...plain, ...faint.filter(({ start }) => !starts.has(start))];
}
