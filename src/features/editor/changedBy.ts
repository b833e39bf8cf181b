import type { PostMortem } from '../../../domain/postMortem';
import { say, sayCount } from '../../language/say';
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
  /** How both versions of so many fields came to be. */
  both(fields: number): string;
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
      changed: say('You changed it meanwhile, in another tab or on another device'),
      both: (fields) =>
        sayCount(
          fields,
          'You changed, here and there, the field below.',
          'You changed, here and there, the fields below.',
        ),
      cameIn: say('Your changes from another tab or device came in.'),
      mine: say('The version here'),
      theirs: say('The version from there'),
      choices: { mine: say('From here'), theirs: say('From there'), both: say('Both, from here first') },
    };
  }
  return {
    changed: say('{name} changed it meanwhile', { name: by?.name ?? say('Somebody else') }),
    both: (fields) =>
      sayCount(fields, 'You both changed the field below.', 'You both changed the fields below.'),
    cameIn: say('Changes by {name} came in.', { name: by?.name ?? say('somebody else') }),
    mine: say('My version'),
    theirs: by ? say('The version of {name}', { name: by.name }) : say('Their version'),
    choices: { mine: say('Mine'), theirs: say('Theirs'), both: say('Both, mine first') },
  };
}
