import { matchesIn } from '../../reading/text/matches';

/** A causal relation in a sentence: offsets in it of the words between cause and effect. */
export interface CausalLink {
  start: number;
  end: number;
  /** On which side of the link the cause stands. */
  cause: 'before' | 'after';
}

const CAUSE_AFTER =
  /\b(?:(?:caused|triggered|induced|provoked|driven|explained|precipitated) by|due to|because(?: of)?|(?:as a )?(?:direct )?(?:result|consequence) of|result(?:ed|s|ing) from|stem(?:s|med|ming) from|owing to|thanks to|attribut\w+ to|traced (?:back )?to|originat\w+ (?:from|in|with)|came (?:down )?to|(?:root |underlying |main |primary )?cause(?: of [^.;:]{1,60}?| turned out)? (?:was|is|to be|being)|(?:culprit|trigger|reason)(?: for [^.;:]{1,60}?| of [^.;:]{1,60}?)? (?:was|is)|arose from|down to|blamed on|the work of|fault of)\b/giu;
const CAUSE_BEFORE =
  /\b(?:(?:was|were|is|are) (?:identified as |determined to be |found to be )?(?:the |a )?(?:root |underlying |main |primary )?(?:causes?|triggers?|culprits?|reasons?)|which (?:broke|meant|prevented)|caus(?:ed|es|ing)|led (?:directly )?to|lead(?:s|ing) to|result(?:ed|s|ing) in|trigger(?:ed|s|ing)|brought (?:down|about)|bring(?:s|ing) down|gave rise to|set off|provok(?:ed|es|ing)|precipitat(?:ed|es|ing)|knocked (?:out|over)|took down|is to blame|was to blame|overwhelm(?:ed|s|ing)|crippl(?:ed|ing)|therefore|consequently|as a result|so that)\b/giu;

/** The causal links of a sentence, in order. */
export function causalLinksIn(text: string): CausalLink[] {
  const links: CausalLink[] = [];
  for (const found of matchesIn(text, CAUSE_AFTER)) {
    links.push({ start: found.index, end: found.index + found[0].length, cause: 'after' });
  }
  for (const found of matchesIn(text, CAUSE_BEFORE)) {
    const start = found.index;
    if (links.some((one) => start < one.end && start + found[0].length > one.start)) continue;
    links.push({ start, end: start + found[0].length, cause: 'before' });
  }
  return links;
}

const HINTED =
  /\b(?:caus|trigger|led to|lead|result|due to|because|since|after|when|upon|following|which|so|as|suspect|reason|root|broke|introduc|destroy|therefore|owing|prevent|block|until|once)/i;

/** Whether a text tells of one thing following from another, however loosely. */
export const hintsAtCause = (text: string): boolean => HINTED.test(text);
