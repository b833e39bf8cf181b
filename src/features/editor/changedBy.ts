import type { PostMortem } from '../../../domain/postMortem';
import type { Choice } from './merge';
import type { ChangedBy } from './writingState';

/** Whose change a stored version is, for the person who reads it. */
export function changedBy(stored: PostMortem | null, userId: string): ChangedBy {
  if (!stored?.savedBy) return null;
  return stored.savedBy.id === userId ? 'self' : { name: stored.savedBy.name };
}

interface Words {
  /** Whose change it was, as a sentence without its stop. */
  changed: string;
  /** How both versions came to be, before "the fields below". */
  both: string;
  /** What is told when nothing was in the way of the change. */
  cameIn: string;
  /** How the two versions are called. */
  mine: string;
  theirs: string;
  choices: Record<Choice, string>;
}

/** A change that came from elsewhere, in the words that fit whoever made it. */
export function changeWords(by: ChangedBy): Words {
  if (by === 'self') {
    return {
      changed: 'You changed it meanwhile, in another tab or on another device',
      both: 'You changed, here and there,',
      cameIn: 'Your changes from another tab or device came in.',
      mine: 'The version here',
      theirs: 'The version from there',
      choices: { mine: 'From here', theirs: 'From there', both: 'Both, from here first' },
    };
  }
  return {
    changed: `${by?.name ?? 'Somebody else'} changed it meanwhile`,
    both: 'You both changed',
    cameIn: `Changes by ${by?.name ?? 'somebody else'} came in.`,
    mine: 'My version',
    theirs: by ? `The version of ${by.name}` : 'Their version',
    choices: { mine: 'Mine', theirs: 'Theirs', both: 'Both, mine first' },
  };
}
