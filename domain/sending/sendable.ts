declare const mayLeave: unique symbol;

/**
 * Text that may leave this program for a model: without invisible characters, and with placeholders for
 * secrets and personal data. Made here and nowhere else; prompts and model collaborators take no other text.
 */
export type Sendable = string & { readonly [mayLeave]: true };

/** Seals a text in which everything has been hidden. For this folder only. */
export const sealed = (text: string): Sendable => text as Sendable;

/**
 * A text made of nothing but the program's own words and texts that may leave, such as a prompt. It hides
 * nothing: whoever composes takes `Sendable` for everything that an author, a model or a check has said.
 */
export const composed = (ownWordsAndSendables: string): Sendable => sealed(ownWordsAndSendables);
