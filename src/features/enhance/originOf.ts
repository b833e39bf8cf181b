import type { Draft } from '../../../domain/enhancement';
import { DRAFTERS, NOVA } from '../../../domain/enhancement/modelRoles';
import type { Origin } from '../../../domain/history/revision';

/** Whose draft a text is, word for word; anything else was made of drafts and the author's own words. */
export function originOf(text: string, drafts: readonly Pick<Draft, 'model' | 'text'>[]): Origin {
  const model = drafts.find((draft) => draft.text === text)?.model;
  return DRAFTERS.find((role) => NOVA[role] === model) ?? 'edited';
}
