import type { Moment, Statement } from '../../../../../domain/story';
import { spelledOut, tidyStatement } from './tidy';

/** An item of a list in the order of time: what stands in bold, and the rest of the sentence. */
export interface Led {
  lead: string;
  text: string;
}

/** Nearly at: the lead says `~`. */
const ABOUT = /\b(?:about|around|approximately|approx\.?|roughly|circa|ca\.?)$/;
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
/** Words that go on behind a time; any other word would lose its own: "at 10:00 UTC peak". */
const GOES_ON =
  /^\s+(?:and|or|but|when|while|as|after|before|because|since|until|till|so|which|that|who|where|by|in|on|at|to|from|for|with|without|via|through|during|due|into|onto|over|under|after|again|already|only|we|i|they|he|she|it|the|a|an|our|all|no|due|using|manually|automatically)\b/i;
const CLOCK_FIRST =
  /^(.*?)(?:,? at | |,)?(~?\d{1,2}(?:[:.]\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m\.?))(?!\d|[-/]\d)((?:\s?\(?(?:[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d)\)?)?)(.*)$/;

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
  // "the 09:10 deploy": the time belongs to the noun.
  const ofNoun =
    // "saw it only Saturday in Firebase": without its time it would be another statement.
    /\b(?:only|not|just|even|already|still)\s*$/i.test(before) ||
    (/\b(?:the|a|an|our|their|this|that|its)\s+(?:\w+\s)?$/i.test(before) && /^\s+\p{L}/u.test(after)) ||
    (before.trim() !== '' && /^\s+\p{L}/u.test(after) && !GOES_ON.test(after));
  if (ofNoun) return { lead, text: tidyStatement(text) };
  const about = moment.preposition.replace(ABOUT, '').trim();
  const stays = isRange(moment) ? '' : (RELATIVE[about] ?? '');
  const startsIt = before.trim() === '';
  const middle = startsIt && stays !== '' ? `${stays}${/^\s*[,.]/.test(after) ? '' : ','}` : stays;
  const rest = `${before.trimEnd()} ${middle}${/^[,.;:!?)\s]/.test(after) || middle === '' ? '' : ' '}${
    startsIt && stays === '' ? after.replace(/^[\s,:;–—-]+/, '') : after
  }`;
  return { lead, text: tidyStatement(rest.replace(/\(\s*\)/g, '').trim()) };
}

const isRange = ({ told, preposition }: Moment): boolean =>
  preposition === 'between' || /\d\S*(?:\s\S{1,8})?\s?(?:-|–|—|\bto\b|\buntil\b|\btill\b)\s?~?\d/.test(told);

/** `wed 11:20` → `11:20 Wednesday`; `9 Sept 14:10 UTC` → `14:10 UTC, 9 Sept`. An ISO stamp stays as it is. */
function leadOf(moment: Moment): string {
  const told = spelledOut(
    moment.preposition === 'between' ? moment.told.replace(/\s+and\s+/i, ' to ') : moment.told,
  );
  const about = ABOUT.test(moment.preposition) && !told.startsWith('~') ? '~' : '';
  if (/^~?\d{1,2}[:.]\d\d|^~?\d{1,2}\s?[ap]m/i.test(told) || /^\d{4}-\d\d-\d\d/.test(told))
    return about + capital(told);
  const [, day = '', clock = '', zone = '', tail = ''] = CLOCK_FIRST.exec(told) ?? [];
  if (clock === '' || day.trim() === '') return about + capital(told);
  const dayWords = day
    .trim()
    .replace(/^(?:on )?(?:the )?(?=\w)/i, '')
    .replace(/,$/, '');
  return `${about}${clock}${zone}${/\d/.test(dayWords) ? ',' : ''} ${dayWords}${tail}`;
}

const capital = (text: string) =>
  text.replace(/^(?:noon|midnight|midday)/i, (word) => word.charAt(0).toUpperCase() + word.slice(1));
