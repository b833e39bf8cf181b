import { timedIn } from '../plan';
import { inOrder, toneOf, unitsOf } from '../story';
import type { Voice } from '../voice';
import { timeline } from '../writing';
import { toldInProse } from './tidy';

/** A run of prose within a structure of the author's as a list in the order of its times, where it tells any. */
export function writeTimeline(text: string, voice: Voice): string {
  const units = unitsOf(text);
  return timedIn(units) > 0 ? timeline(inOrder(units), voice) : tidyParagraph(text, voice);
}

/** A run of prose with its sentences where they stand, lists as lists, each spelled out. */
export function tidyParagraph(text: string, voice: Voice): string {
  const isList = /^[-*+•] /.test(text);
  const units = unitsOf(text);
  const sentences = units.map((unit, index) => {
    const lead = index === 0 ? voice.before(toneOf(unit)) : '';
    return lead + unit.statements.map(toldInProse).join(' ');
  });
  return isList ? sentences.map((sentence) => `- ${sentence}`).join('\n') : sentences.join(' ');
}
