/*
 * Lines of their own before and after a macabre draft. The same rules as for `beforeStatements.ts`; and none
 * of them is an order to the reader, since a warning looks for orders to a model.
 */
export const OPENINGS: readonly string[] = [
  'The curtains are drawn and the black ledger lies open: the facts are the author’s, the cobwebs are ours.',
  'The machines have a tale to tell, and the coffin is comfortable.',
  'The candelabra is lit; the machines are about to confess.',
  'To entropy, ever the faithful guest of data centres.',
  'The organ has been dusted off for the occasion.',
  'Every system carries a small tombstone in its pocket. Here is the inscription.',
  'The family album of outages, another page.',
  'A dark and stormy deployment, as the poets have it.',
  'The parlour is full, the urn is polished, the story may begin.',
  'From the catacombs of production, a voice.',
  'The ravens have taken their places along the monitor.',
  'Some houses have ghosts; ours has distributed systems.',
];

export const CLOSINGS: readonly string[] = [
  'So it is written, and the ink is deliciously wet.',
  'The lid closes gently; the machines are light sleepers.',
  'The shroud is folded, the candle snuffed, the crypt left tidier than it was found.',
  'Entropy stays awake on our behalf.',
  'The ledger is closed; the spiders may resume.',
  'The ravens approve, in their way.',
  'The gravedigger leans on the shovel and calls it a night’s work.',
  'A single black rose for the error log.',
  'The house settles, with a creak of satisfaction.',
  'The portraits return to their frames.',
  'The epitaph is carved; the mortar may dry.',
];

/** For matters of which nobody makes jokes: what is said is short and bows. */
export const SOLEMN_OPENINGS: readonly string[] = [
  'The lamps are low for this one.',
  'The house is quiet tonight, out of respect.',
  'The veil stays down while this is read.',
];

export const QUESTION_LABELS: readonly string[] = [
  'Still open, like the crypt door',
  'Still open, and draughty',
  'Still open, and the ravens are waiting',
  'Still open, as coffins go',
];
