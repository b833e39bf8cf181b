import type { Moment, Statement } from '../../../../../domain/story';
import { spelledOut, tidyStatement } from './tidy';

/** An item of a list in the order of time: what stands in bold, and the rest of the sentence. */
export interface Led {
  lead: string;
  text: string;
}

/** Nearly at: the lead says `~`. */
const ABOUT = /\b(?:abt|about|around|approximately|approx\.?|roughly|circa|ca\.?)$/;
/** These carry a meaning that stays in the sentence: "by then". */
const RELATIVE: Record<string, string> = {
  by: 'by then',
  until: 'until then',
  till: 'until then',
  til: 'until then',
  since: 'since then',
  from: 'from then on',
  starting: 'from then on',
  'starting at': 'from then on',
  'as of': 'from then on',
  after: 'after that',
  before: 'before that',
  'just after': 'just after that',
  'just before': 'just before that',
  'shortly after': 'shortly after that',
  'shortly before': 'shortly before that',
};
/** What people name after the time that it is at. */
const NAMED_AFTER_A_TIME =
  /^\s+(?:peak|rush|deploy(?:ment)?|release|run|job|batch|cron|backup|snapshot|slot|window|build|shift|stand-?up|train|sync|import|export|call|meeting|newsletter|mail|report|cut-?off|deadline|restart|maintenance|campaign|sale|push|rollout)s?\b/i;
/** Words that go on behind a time; before others it parted two things, and a comma does so without it. */
const GOES_ON =
  /^\s+(?:and|or|but|when|while|as|after|before|because|bc|b\/c|cuz|since|until|till|so|which|that|who|where|by|in|on|at|to|from|for|with|without|via|through|during|due|into|onto|over|under|after|again|already|only|we|i|they|he|she|it|the|a|an|our|all|no|due|using|manually|automatically)\b/i;
const CLOCK_FIRST =
  /^(.*?)(?:,? at | |,)?(~?\d{1,2}(?:[:.]\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?[ap]\.?m\.?|\s?hr?s?\b)?|h\d\d|\s?[ap]\.?m\.?))(?!\d|[-/]\d)((?:\s?\(?(?:[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)\)?)?)(.*)$/;

/**
 * A statement with its moment in front. The words of the moment are taken out of the sentence where that
 * leaves a whole one; what a preposition means stays in it.
 */
export function withLead(statement: Statement & { moment: Moment }): Led {
  const { moment, text, start } = statement;
  const [from, to] = [moment.start - start, moment.end - start];
  const before = text.slice(0, from);
  const after = text.slice(to);
  const lead = leadOf(moment);
  // "the 09:10 deploy", "at 10:00 UTC peak": the time belongs to the noun.
  const ofNoun =
    // "saw it only Saturday in Firebase": without its time it would be another statement.
    /\b(?:(?<!\bread[ -])only|not|just|even|already|still|(?<!\bby )one)\s*$/i.test(before) ||
    (/\b(?:the|a|an|our|their|this|that|its)\s+$/i.test(before) && /^\s+\p{L}/u.test(after)) ||
    (before.trim() !== '' && NAMED_AFTER_A_TIME.test(after));
  if (ofNoun) return { lead, text: tidyStatement(text) };
  const about = moment.preposition.replace(ABOUT, '').trim();
  const stays = isSpan(moment) ? '' : (RELATIVE[about] ?? '');
  // "[06:12] the pager rang": the brackets were the time's.
  const inBrackets = /[[(]\s*$/.test(before) && /^\s*[\])]/.test(after);
  const first = inBrackets ? before.replace(/[[(]\s*$/, '').trim() : before.trim();
  const second = inBrackets ? after.replace(/^\s*[\])]/, '') : after;
  return {
    lead,
    text: tidyStatement(
      first === ''
        ? begun(stays, second)
        : gone(first, stays, second, moment.preposition === '' && !inBrackets),
    ),
  };
}

/** A sentence whose time stood in front. */
const begun = (stays: string, after: string): string =>
  stays === ''
    ? after.replace(/^[\s,.:;–—-]+/, '')
    : `${stays}${/^\s*[,.]/.test(after) ? '' : ','} ${after.trimStart()}`;

/** A sentence whose time stood in its middle or at its end. */
function gone(before: string, stays: string, after: string, isBare: boolean): string {
  // "pier by pier, 5:20": the comma stood before the time that is in front now.
  const whole = /^[\s.!?]*$|^\)/.test(after) ? before.replace(/,$/, '') : before;
  const words = stays === '' ? whole : `${whole} ${stays}`;
  // "(10:00, 10 min)": what stood behind it begins the bracket.
  if (whole.endsWith('(')) return words + after.replace(/^[\s,;–-]+/, '');
  if (!/^\s+[\p{L}\d]/u.test(after)) return words + after;
  const goesOn =
    stays === ''
      ? !isBare || GOES_ON.test(after) || /^\s+\p{L}+ly\b/u.test(after)
      : !/^\s+when\b/i.test(after);
  return `${words.replace(/,$/, '')}${goesOn ? '' : ','}${after}`;
}

/** From one time to another; the hyphens of a date and of an offset are none of it. */
export const isSpan = ({ told, preposition }: Pick<Moment, 'told' | 'preposition'>): boolean =>
  preposition === 'between' ||
  /\d\S*(?:\s\S{1,8})?\s?(?:-|–|—|\bto\b|\buntil\b|\btill\b)\s?~?\d/.test(
    told.replace(/(?<=\dT[\d:.,]+)-\d\d:?\d\d$/, '').replace(/\d{4}-\d\d-\d\d/, ''),
  );

/** `wed 11:20` → `11:20 Wednesday`; `9 Sept 14:10 UTC` → `14:10 UTC, 9 Sept`. An ISO stamp stays as it is. */
function leadOf(moment: Moment): string {
  const told = spelledOut(
    moment.preposition === 'between' ? moment.told.replace(/\s+and\s+/i, ' to ') : moment.told,
  ).replace(/(?<=\d\s?[ap]m)\.$/i, '');
  const about = ABOUT.test(moment.preposition) && !told.startsWith('~') ? '~' : '';
  if (
    /^(?:noon|midnight|midday)\b|^~?\d{1,2}[:.h]?\d\d|^~?\d{1,2}\s?(?:[ap]\.?m|(?:-|–|—|to|until|till)\s?\d)/i.test(
      told,
    ) ||
    /^\d{4}-\d\d-\d\d/.test(told)
  )
    return about + capital(told);
  const [, day = '', clock = '', zone = '', tail = ''] = CLOCK_FIRST.exec(told) ?? [];
  if (clock === '' || day.trim() === '') return about + capital(told);
  const dayWords = day
    .replace(/\s(?:at )?(?:about|around)\s*$/i, '')
    .trim()
    .replace(/^(?:on )?(?:the )?(?=\w)/i, '')
    .replace(/,$/, '');
  const nearly = about === '' && /\s(?:about|around)\s*$/i.test(day) ? '~' : about;
  return `${nearly}${clock}${zone}${/\d/.test(dayWords) ? ',' : ''} ${dayWords}${tail}`;
}

const capital = (text: string) =>
  text.replace(/^(?:noon|midnight|midday)/i, (word) => word.charAt(0).toUpperCase() + word.slice(1));
