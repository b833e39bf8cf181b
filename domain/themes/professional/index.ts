import type { ThemeRoom } from '../theme';

export const PROFESSIONAL = {
  id: 'professional',
  label: 'Professional',
  description: 'Calm, neutral, executive-friendly.',
  jokes: false,
  welcome: 'Post-mortems people read',
  archive: {
    invitation:
      'Answers come from published post-mortems and from nothing else. Every sentence names its sources; what has none is not shown.',
    silence: null,
  },
  persona: {
    drafter: 'You are an experienced site reliability engineer who edits post-mortems for a wide audience.',
    judge: 'You are an SRE lead who reviews post-mortems before they are published.',
    voice: 'Write calmly and neutrally, so that an executive and an engineer both understand it.',
  },
  judgedBy: null,
  said: {
    nothingToEnhance:
      'There is nothing to enhance yet. Write a sentence or two in your own words, rough is fine, and try again.',
    noDraft: 'No draft could be written this time. Your text stands exactly as you wrote it.',
    stillOpen: { one: 'This action is still open:', several: 'These actions are still open:' },
  },
  judgedByRules: 'Judged by rules, without a model.',
} as const satisfies ThemeRoom;
