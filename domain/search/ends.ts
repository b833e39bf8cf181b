/** Ends a word in a key of the index; no word has it. */
export const END = '#';
