import type { StartRequest } from '../../domain/enhancement/startRequest';
import { LIMITS } from '../../domain/limits';
import { parseSection, SECTIONS } from '../../domain/sections';
import { controlCharacterAt } from '../../domain/text';
import { parseTheme, THEMES } from '../../domain/themes';
import { InvalidRequestError } from './errors';

/** The arguments of `startEnhancement`, checked. */
export type CheckedRequest = Omit<StartRequest, 'id' | 'material'> & {
  id: string | undefined;
  material: string | null;
};

/** Lambda accepts 1 to 64 of these as a durable execution's name, and the id becomes that name. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Checks what a browser or a script sent. @throws InvalidRequestError naming the argument and the remedy */
export function readStartRequest(input: Record<string, unknown>): CheckedRequest {
  const section = parseSection(text(input, 'section'));
  if (!section) {
    const known = SECTIONS.map(({ id }) => id).join(', ');
    throw new InvalidRequestError('section', `There is no such section. The sections are: ${known}.`);
  }
  const theme = parseTheme(text(input, 'theme'));
  if (!theme) {
    const known = THEMES.map(({ id }) => id).join(', ');
    throw new InvalidRequestError('theme', `There is no such theme. The themes are: ${known}.`);
  }
  if (input.id !== undefined && input.id !== null && !ID.test(text(input, 'id'))) {
    throw new InvalidRequestError('id', 'An id has 1 to 64 letters, digits, hyphens or underscores.');
  }
  const id = typeof input.id === 'string' ? input.id : undefined;
  return {
    id,
    postMortemId: text(input, 'postMortemId'),
    section,
    theme,
    text: authorsText('text', text(input, 'text')),
    material: input.material == null ? null : authorsText('material', text(input, 'material')),
  };
}

/** @param field the argument that a refusal names */
function authorsText(field: 'text' | 'material', value: string): string {
  const what = field === 'text' ? 'The section' : 'What it is drafted from';
  if (value.length > LIMITS.sectionLength) {
    throw new InvalidRequestError(
      field,
      `${what} has ${value.length} characters; at most ${LIMITS.sectionLength} can be enhanced. Shorten it or enhance it in parts.`,
    );
  }
  const at = controlCharacterAt(value.replace(/\r\n?/g, '\n'));
  if (at >= 0) {
    throw new InvalidRequestError(
      field,
      `There is a control character at position ${at + 1}. Remove it (it often comes from a terminal) and try again.`,
    );
  }
  return value;
}

function text(input: Record<string, unknown>, field: string): string {
  const value = input[field];
  if (typeof value !== 'string') throw new InvalidRequestError(field, `"${field}" must be a text.`);
  return value;
}
