import type { Shape } from '../shape';
import { folded } from '../text';

/** What a sentence that is remembered says. */
export const MEMORY_KINDS = [
  { id: 'PREFERENCE', label: 'Preference' },
  { id: 'TERM', label: 'Term' },
  { id: 'OWNERSHIP', label: 'Ownership' },
] as const;
export type MemoryKind = (typeof MEMORY_KINDS)[number]['id'];

/** How it came to be remembered: typed on the page, or said in a conversation. */
export const MEMORY_SOURCES = ['PAGE', 'CONVERSATION'] as const;
export type MemorySource = (typeof MEMORY_SOURCES)[number];

/** Characters of one memory: a long sentence. */
export const LONGEST_MEMORY = 300;
/** Characters of the very words that it was made of. */
export const LONGEST_WORDS = 500;

/** One sentence, remembered for a person or for the team. */
export interface Memory {
  id: string;
  /** Everybody who signs in reads it; otherwise nobody but its author. */
  isTeams: boolean;
  kind: MemoryKind;
  text: string;
  how: MemorySource;
  /** The very words of the person; those of the sentence itself where it was typed. */
  words: string;
  conversationId: string | null;
  /** The post-mortem that was in front of them. */
  postMortemId: string | null;
  /** Who wrote it, and may change it. The id is by their token, the name what their page said. */
  author: { id: string; name: string };
  /** ISO 8601. */
  createdAt: string;
  updatedAt: string;
}

/** A memory as the API answers it. */
export const MEMORY = {
  id: 'ID',
  isTeams: 'Boolean',
  kind: 'String',
  text: 'String',
  how: 'String',
  words: 'String',
  conversationId: 'String',
  postMortemId: 'String',
  author: { id: 'ID', name: 'String' },
  createdAt: 'AWSDateTime',
  updatedAt: 'AWSDateTime',
} as const satisfies Shape & Record<keyof Memory, unknown>;

/** Why a sentence cannot be remembered, for who wrote it; null when it can. */
export function wrongMemory(text: string): string | null {
  if (text.trim() === '') return 'A memory needs words.';
  if (text.length > LONGEST_MEMORY) return `A memory is one sentence: at most ${LONGEST_MEMORY} characters.`;
  return /[\r\n]/.test(text.trim()) ? 'A memory is one sentence: write it on one line.' : null;
}

/** What two sentences that say the same have in common: case, accents and marks say nothing. */
export const sameness = (text: string): string =>
  folded(text)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();

/** The memory that says this already, for the same people; undefined when none does. */
export const alreadyRemembered = <One extends Pick<Memory, 'text' | 'isTeams'>>(
  text: string,
  isTeams: boolean,
  memories: readonly One[],
): One | undefined =>
  memories.find((one) => one.isTeams === isTeams && sameness(one.text) === sameness(text));

const TERM =
  /\b(?:means|stands for|is short for|is called|is our (?:name|word) for|we call|abbreviat\w+)\b|^["“']?[\w -]{1,40}["”']?\s*=\s/i;
const OWNERSHIP =
  /\b(?:owns?|owned by|owners? (?:is|are|of)|belongs? to|is (?:responsible|accountable) for|looks? after|maintain(?:s|ed)|is on[- ]call for|runs? by)\b/i;

/** What kind of sentence this is, by its words; a guess that people can change. */
export function kindOf(text: string): MemoryKind {
  if (TERM.test(text)) return 'TERM';
  return OWNERSHIP.test(text) ? 'OWNERSHIP' : 'PREFERENCE';
}
