/** What an author wrote, and what a draft makes of it. */
export type Pair = readonly [source: string, draft: string];
