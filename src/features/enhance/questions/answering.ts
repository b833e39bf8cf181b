import { momentsIn } from '../../../../domain/reading/times/moments';
import type { Question } from '../../../../domain/todo';

const ASKS_FOR_ZONE = /\btime ?zone\b/i;
/** "UTC", "CET", "UTC+2", "Europe/Vienna", "US Eastern": a name, and not an explanation. */
const ZONE_NAME =
  /^(?:[A-Za-z]{1,5}(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[A-Za-z_]+\/[A-Za-z_/]+|[A-Z][A-Za-z]+ [A-Z][a-z]+|[+-]\d{2}:?\d{2})$/;
/** More words than these speak for themselves. */
const SHORT_ANSWER = 8;
const ENDS = /[.!?…:;。！？]$/;

/**
 * The text with the answer where it belongs: a time zone behind the first time, and in the question's place
 * otherwise. A few words that would stand alone become a sentence with what was asked ("For how long: 20 min.").
 */
export function answered(text: string, question: Question, given: string): string {
  const answer = given.trim();
  const before = text.slice(0, question.start);
  const after = text.slice(question.end);
  if (ASKS_FOR_ZONE.test(question.question) && ZONE_NAME.test(answer)) {
    const without = withoutLine(before, after);
    const zoned = withZone(without, answer);
    if (zoned !== without) return zoned;
  }
  if (!standsAlone(before, after) || answer.split(/\s+/).length > SHORT_ANSWER || ENDS.test(answer))
    return before + answer + after;
  return `${before}${question.question.replace(/\s*\?+$/, '')}: ${answer}.${after}`;
}

/** The zone behind the first time outside code: that is enough to know it for all. */
function withZone(text: string, zone: string): string {
  const moment = momentsIn(text).find(
    ({ start }) => (text.slice(0, start).match(/`/g) ?? []).length % 2 === 0,
  );
  return moment ? `${text.slice(0, moment.end)} ${zone}${text.slice(moment.end)}` : text;
}

/** The text without the question, and without the line that held nothing else. */
function withoutLine(before: string, after: string): string {
  if (!standsAlone(before, after)) return before.replace(/ $/, '') + after;
  const kept = before.replace(/(?:^|\n)[^\n]*$/, '').trimEnd();
  const rest = after.replace(/^[^\n]*/, '').replace(/^\n+/, '');
  return kept && rest ? `${kept}\n\n${rest}` : kept + rest;
}

const standsAlone = (before: string, after: string): boolean =>
  /(?:^|\n)\s*(?:[-*+•]\s+|\d+[.)]\s+)?$/.test(before) && /^[ \t]*(?:\n|$)/.test(after);
