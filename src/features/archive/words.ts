import type { ArchiveAnswer } from '../../../domain/archive/answerRecord';
import { LEFT_OUT, type LeftOut } from '../../../domain/archive/leftOut';
import { OFFLINE_DRAFTER } from '../../../domain/enhancement/modelRoles';
import { fixed } from '../../language/formats';
import { numberWords, say, sayCount, translated } from '../../language/say';

/** What was left out of an answer, and why, in one line. */
export function leftOutWords(left: readonly LeftOut[]): string {
  const count = left.reduce((sum, one) => sum + one.count, 0);
  const why = left.map((one) => translated(LEFT_OUT[one.why] ?? one.why)).join('; ');
  return sayCount(count, 'One sentence was left out: {why}.', '{n} sentences were left out: {why}.', { why });
}

/** Who wrote an answer. */
export function whoWrote({ call }: ArchiveAnswer): string {
  if (!call) return '';
  if (call.writtenBy === OFFLINE_DRAFTER)
    return say('Chosen by rules, no model: every sentence stands so in its source.');
  const name = call.writtenBy === call.modelId ? call.model : call.writtenBy;
  return say('Written by {name}; every sentence was held against its sources.', { name });
}

/** How its passages were found. */
export function foundHow({ meaning, embeddedBy }: ArchiveAnswer): string {
  if (meaning === null) return '';
  return meaning === 'used' && embeddedBy !== null
    ? say('Found by words and by meaning ({embeddedBy}).', { embeddedBy: translated(embeddedBy) })
    : say('Found by words alone: nobody compared meaning.');
}

/** Tokens and cost; nothing where there are none. */
export function whatItTook({ call }: ArchiveAnswer): string {
  if (!call || call.writtenBy === OFFLINE_DRAFTER) return '';
  return say('{read} tokens read, {written} written, {cost}.', {
    read: numberWords(call.inputTokens),
    written: numberWords(call.outputTokens),
    cost: call.costUsd === 0 ? say('no cost') : `$${fixed(call.costUsd, 4)}`,
  });
}
