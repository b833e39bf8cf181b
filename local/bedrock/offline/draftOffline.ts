import type { SectionId } from '../../../domain/sections';
import type { ThemeId } from '../../../domain/themes';
import { placeQuestions } from './asking';
import { writeLite } from './lite';
import { writeMicro } from './micro';
import { withoutOwnAdditions } from './ownAdditions';
import { readPassages } from './passages';
import { voiceOf } from './voice';

export type DraftStyle = 'micro' | 'lite';

/** The compact draft asks the most important questions only. */
const MOST_QUESTIONS: Record<DraftStyle, number> = { micro: 3, lite: 4 };

/**
 * Drafts a section by rules, without a model. Every word of the author stays, in the author's order; what
 * is added is structure, lead-ins from a fixed stock and `[TODO: …]` questions. It knows its own additions,
 * so a draft may be enhanced again. Never throws; time grows with the text's length.
 */
export function draftOffline(request: {
  section: SectionId;
  theme: ThemeId;
  source: string;
  style: DraftStyle;
}): string {
  const { section, theme, style } = request;
  const source = withoutOwnAdditions(request.source);
  const passages = readPassages(source, section);
  const questions = placeQuestions(passages, section, MOST_QUESTIONS[style]);
  const voice = voiceOf(theme, source, style);
  const body =
    style === 'micro'
      ? writeMicro(passages, questions, voice)
      : writeLite(passages, questions, voice, section);
  return [voice.opening(), ...body, voice.closing()].filter((block) => block !== undefined).join('\n\n');
}
