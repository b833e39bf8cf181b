import type { ThemeId } from '../../../../domain/themes';
import { themeById } from '../../../../domain/themes';

/**
 * A follow-up by rules, without a model: the open actions as they are given, and a question. It says nothing that
 * the facts do not say. @param facts as `followUpFacts` of `domain/humanReview` writes them
 */
export function followUpOffline(facts: string, theme: ThemeId): string {
  const lines = facts.split('\n');
  const title = lines.find((line) => line.startsWith(TITLE))?.slice(TITLE.length) ?? '';
  const actions = lines.filter((line) => line.startsWith('- '));
  const { one, several } = themeById(theme).said.stillOpen;
  return [
    `About the post-mortem “${title}”. ${actions.length === 1 ? one : several}`,
    actions.join('\n'),
    'Is it done? Tick it off in the document. Does it need another day? Move its due date there.',
  ].join('\n\n');
}

const TITLE = 'Post-mortem: ';
