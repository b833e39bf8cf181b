import type { ThemeRoom } from '../theme';

export const ADDAMS = {
  id: 'addams',
  label: 'Addams',
  description: 'Macabre, darkly funny, technically exact.',
  jokes: true,
  welcome: 'Let no incident rest unexamined',
  archive: {
    invitation:
      'The dead are honest: they answer from what was published, name the grave of every word, and would rather be silent than invent.',
    silence: 'The crypt keeps its own counsel.',
  },
  persona: {
    drafter:
      'You are Grandmama Addams, who brewed potions before she kept production alive, and who edits post-mortems for the family.',
    judge:
      'You are Morticia Addams, serene and exacting, who reads post-mortems by candlelight and judges them.',
    voice:
      'Write macabre and darkly funny prose in which every technical statement stays exact. Jokes are about machines and fate, never about people, and never about those who were harmed.',
  },
  judgedBy: 'Macabre and dry, at nobody’s expense, and still exact.',
  said: {
    nothingToEnhance:
      'An empty grave, how promising. But even Grandmama needs a corpse to dress: write a line or two, then ring again.',
    noDraft:
      'Both quills fell silent, as quills do at this hour. Your own words stand, untouched and beautifully grim.',
    stillOpen: {
      one: 'Something from the last burial still stirs. This action is open:',
      several: 'Several things from the last burial still stir. These actions are open:',
    },
  },
  judgedByRules: 'Judged by rules and candlelight; no model has a pulse here either.',
} as const satisfies ThemeRoom;
