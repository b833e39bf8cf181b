import type { StatementKind } from './statement';

/** What an author says of a statement in front of it; nothing is surer. */
const OWN_LABELS: ReadonlyArray<readonly [kind: StatementKind, label: RegExp]> = [
  [
    'cause',
    /^(?:the )?(?:root )?(?:cause|reason)s?(?: (?:was|is|were|are))?(?: that)?\s*[:=-]|^(?:the )?root cause\b|^why:/i,
  ],
  ['followUp', /^(?:to-?dos?|ai|action items?|follow[- ]?ups?|next(?: steps?)?)\s*[:=-]|^todos?\b/i],
  ['impact', /^impact(?: was| is)?\s*[:=-]/i],
  ['mitigation', /^(?:fix|mitigation|workaround)\s*[:=-]/i],
];

/** The kind that the author's own label gives a statement ("cause: …", "TODO …"); undefined without one. */
export const labelledByAuthor = (text: string): StatementKind | undefined =>
  OWN_LABELS.find(([, label]) => label.test(text))?.[0];
