import { matchesIn } from '../../reading/text/matches';
import type { Collector, Found } from './fact';
import { CAPITAL_FIRST } from './runs';

/** Capitalised for other reasons than being a name, or so general that nobody is misled. */
const ORDINARY = new Set(
  'i todo tbc tbd ok am pm a an the and or but if in on at of to for from by with as is are was were it its this that these those there then when while after before during since until once all any some no not none both each we our they their you your he she his her who what which how why where us api apis url urls id ids cpu ram io ui http https dns tcp udp ip ssl tls sql db aws qa ci cd rca ttl sla slo faq eta n/a na impact summary overview timeline root cause causes resolution resolved detection detected mitigation mitigated lessons learned action actions items item background contributing factors section status severity duration description incident report post mortem postmortem step steps phase note notes question questions answer high medium low major minor critical next follow what happened january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
);
const LABEL = /^[ \t>|*_#-]{0,12}[A-Z][^:.\n|]{0,50}:(?=\s|$)|^ {0,3}#{1,6}[^\n]*$/gm;
const CAPITALISED = /(?<![\w'/.@-])[A-Z][A-Za-z0-9]*(?:['-][A-Za-z0-9]+)*(?![\w@]|\/\w)/g;
const NAME = new RegExp(CAPITALISED.source, 'y');
/** What stands before a word that begins a sentence, a line, a list item, a cell or a quotation. */
const OPENING = /(?:^|[.!?:;|"()\]\n>-]|\uFFFC)[\s"'*_(~#>|-]*$/;

/** Names and acronyms. At the start of a sentence any word has a capital, so there only acronyms count. */
export function readNames(collector: Collector): void {
  const labels = new Set<number>();
  for (const label of matchesIn(collector.text, LABEL)) {
    for (const word of matchesIn(label[0], CAPITALISED)) labels.add(label.index + word.index);
  }
  const name = (match: RegExpExecArray): Found | null => {
    const word = match[0].replace(/'s$|'$/, '');
    const key = word.toLowerCase();
    if (word.length < 2 || ORDINARY.has(key) || ORDINARY.has(key.replace(/s$/, ''))) return null;
    const isAcronym = /^[A-Z0-9]{2,}s?$/.test(word);
    const isMixed = /[a-z][A-Z]|[A-Z]{2}[a-z]{2}/.test(word);
    const opens = OPENING.test(collector.text.slice(Math.max(0, match.index - 12), match.index));
    if (!isAcronym && !isMixed && (opens || labels.has(match.index))) return null;
    return {
      kind: isAcronym ? 'acronym' : 'name',
      keys: [`w:${key}`],
      severity: 'soft',
      to: word.length,
    };
  };
  collector.take(NAME, name, { at: [CAPITAL_FIRST] });
}
