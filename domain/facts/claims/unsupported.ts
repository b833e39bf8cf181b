import { matchesIn } from '../../reading/text/matches';
import { overlapOf, type Statement, statementsOf } from '../../reading/text/statements';
import type { Overlap } from '../../reading/words/overlap';
import { stemOf, type Word } from '../../reading/words/stems';
import type { Finding } from '../finding';
import { causalLinksIn, hintsAtCause } from './causes';
import { isRecommendation } from './recommendations';
import { ACTIONS, isAnyEffect, isStrong } from './strongWords';

// Shares are set by hand, none is searched for; docs/benchmarks.md says what `npm run bench claims` makes of 0.1 more or
// less of each.
/** A sentence is supported when sentences of the source hold this share of its words, by weight. */
const SUPPORTED = 0.5;
/** A cause must be found more completely: one invented adjective makes it another cause. */
const CAUSE_SUPPORTED = 0.6;
/** What was done to what: the verb, and so much of the words around it, must stand near each other. */
const OBJECT_SUPPORTED = 0.34;
/** How many content words on either side of a verb may be its object. */
const OBJECT_REACH = 3;
/** Sentences of the source looked at per sentence of the draft; it bounds the work. */
const MOST_WITNESSES = 8;
/** With fewer words that could be about the incident, a sentence frames and claims nothing. */
const FEWEST_ANCHORS = 2;
const FEWEST_ANCHORS_IN_ITALICS = 3;

interface Source {
  statements: readonly Statement[];
  overlap: Overlap;
}

/**
 * Marks sentences of the draft that the source does not bear out, all of them soft: `claim` for what is
 * told as a fact, `recommendation` for advice. A sentence is borne out when one or two sentences of the
 * source hold most of its words, every action stands there with its object, and every cause with its effect.
 * Questions, headings, code and a voice's framing lines claim nothing.
 */
export function checkClaims(source: string, draft: string): Finding[] {
  const statements = statementsOf(source);
  const theirs = { statements, overlap: overlapOf(source) };
  return statementsOf(draft).flatMap((statement) => {
    const kind = kindOf(statement, theirs);
    if (kind === undefined) return [];
    const { text: value, start, end } = statement;
    return [{ kind, value, start, end, severity: 'soft' as const }];
  });
}

/** "User-facing impact:" announces what follows. */
const LEAD_IN = /^[^.;:]{1,48}:[*_]*$/;
const QUESTION = /\[TODO[^\]]*\]?/g;

function kindOf(statement: Statement, theirs: Source): 'claim' | 'recommendation' | undefined {
  if (statement.kind === 'heading' || statement.kind === 'code') return undefined;
  const told = statement.text
    .slice(statement.body - statement.start)
    .replace(QUESTION, '')
    .trim();
  if (!/\p{L}/u.test(told) || /\?[*_"')\]]*$/.test(told)) return undefined;
  if (LEAD_IN.test(told)) return undefined;
  const words = claimed(statement);
  if (words.length === 0 || isBorneOut(statement, words, theirs)) return undefined;
  if (isRecommendation(told)) return 'recommendation';
  return isFraming(statement, words, theirs.overlap) ? undefined : 'claim';
}

/** The words that claim something: none of the label, none of a question. */
function claimed({ text, start, body, words }: Statement): Word[] {
  const spans = matchesIn(text, QUESTION).map(({ index, 0: { length } }) => [index, index + length] as const);
  return words.filter(
    (word) =>
      word.start >= body &&
      !spans.some(([from, to]) => word.start - start >= from && word.start - start < to),
  );
}

/** "The change was reverted": a word for whatever it was. */
const HARMLESS = new Set(['change', 'changes']);
const isHarmless = ({ lower }: Word): boolean => HARMLESS.has(lower);

/** What somebody did, as a thing that something else is told of. */
const THINGS_DONE = new Set(
  'deploy deploys deployment deployments release releases rollout upgrade update migration patch failover rollback'.split(
    ' ',
  ),
);
const STEMS_OF_THINGS_DONE: ReadonlySet<string> = new Set([...THINGS_DONE].map(stemOf));

interface Part {
  start: number;
  end: number;
  words: Word[];
}

const SEAM = /;\s|,\s(?:and|but|then|so|while|whereas)\s|\sand then\s|\s?—\s?|[.!?]\s/g;

/** The parts that a sentence was put together from, as words; a merged sentence has several. */
function partsOf({ text, start }: Statement, words: readonly Word[]): Part[] {
  const seams = matchesIn(text, SEAM).map(({ index }) => start + index);
  const edges = [start, ...seams, start + text.length];
  return edges.slice(1).map((end, at) => {
    const from = edges[at] as number;
    return { start: from, end, words: words.filter((word) => word.start >= from && word.start < end) };
  });
}

function isBorneOut(statement: Statement, words: readonly Word[], theirs: Source): boolean {
  const { overlap } = theirs;
  const stems = words.map(({ stem }) => stem);
  const witnesses = overlap.match(stems, MOST_WITNESSES);
  if (witnesses[0]?.share === 1) return true;
  if (words.some((word) => isStrong(word.stem) && !overlap.has(word.stem) && !isHarmless(word))) return false;
  const held = bestPair(
    stems,
    witnesses.map(({ at }) => at),
    theirs,
  );
  return (
    held >= SUPPORTED &&
    partsOf(statement, words).every(
      (part) => actionsHold(part.words, theirs) && causesHold(statement, part, theirs),
    )
  );
}

/** The largest share that a witness holds together with a neighbour or with another witness. */
function bestPair(stems: readonly string[], witnesses: readonly number[], theirs: Source): number {
  let best = 0;
  for (const [rank, at] of witnesses.entries()) {
    const others = [at - 1, at + 1, ...witnesses.slice(rank + 1)];
    for (const other of others) best = Math.max(best, shareOf(stems, [at, other], theirs));
  }
  return best;
}

/** The share of the words' weight that some sentences of the source hold together; all of no words. */
const shareOf = (stems: readonly string[], places: readonly number[], { overlap }: Source): number =>
  stems.length === 0 ? 1 : overlap.share(stems, places);

/** A statement of one word. */
const isBare = (statement: Statement | undefined, stem: string): boolean =>
  statement?.words.every((word) => word.stem === stem) ?? false;

const around = (at: number): number[] => [at - 1, at, at + 1];

/** Every action of the sentence is done in the source, there too to something of what stands beside it. */
function actionsHold(words: readonly Word[], theirs: Source): boolean {
  return words.every((word, at) => {
    const { stem } = word;
    if (!ACTIONS.has(stem) || isHarmless(word)) return true;
    // "The deploy was rolled back": the thing, and not that somebody deploys.
    if (THINGS_DONE.has(word.lower) && theirs.overlap.has(stem)) return true;
    const beside = words
      .slice(Math.max(0, at - OBJECT_REACH), at + OBJECT_REACH + 1)
      .map((word) => word.stem)
      .filter((other) => other !== stem);
    if (beside.length === 0) return true;
    return theirs.overlap.match([stem], MOST_WITNESSES).some(
      (place) =>
        shareOf(beside, around(place.at), theirs) >= OBJECT_SUPPORTED ||
        // "Rollback 10:25" says nothing of what: the deploy that the source tells of may be meant.
        (isBare(theirs.statements[place.at], stem) &&
          beside.every((other) => STEMS_OF_THINGS_DONE.has(other) && theirs.overlap.has(other))),
    );
  });
}

/** Every cause is told in the source, and its effect beside it. */
function causesHold({ text, start }: Statement, part: Part, theirs: Source): boolean {
  const { words } = part;
  return causalLinksIn(text.slice(part.start - start, part.end - start)).every((link) => {
    const before = words.filter(({ end }) => end <= part.start + link.start).map(({ stem }) => stem);
    const after = words.filter((word) => word.start >= part.start + link.end).map(({ stem }) => stem);
    const [cause, effect] = link.cause === 'before' ? [before, after] : [after, before];
    if (cause.length === 0) return true;
    const anyEffect = effect.every(isAnyEffect);
    return theirs.overlap.match(cause, MOST_WITNESSES).some(({ at }) => {
      const alone = Math.max(shareOf(cause, [at, at + 1], theirs), shareOf(cause, [at - 1, at], theirs));
      return (
        alone >= CAUSE_SUPPORTED &&
        (anyEffect
          ? around(at).some((place) => hintsAtCause(theirs.statements[place]?.text ?? ''))
          : shareOf(effect, around(at), theirs) >= OBJECT_SUPPORTED)
      );
    });
  });
}

/** A sentence of a paragraph in italics: the first has the opening star, the last the closing one. */
const ITALICS = /^\*(?!\*)[^*]+\*?$|^[^*]+[^*\s]\*$/;

/** A lead-in, a joke, a line in the voice of the theme: nothing in it could be checked. */
function isFraming({ text, body, start }: Statement, words: readonly Word[], overlap: Overlap): boolean {
  const told = text.slice(body - start);
  if (/\d|`/.test(told) || causalLinksIn(told).length > 0) return false;
  if (words.some(({ stem }) => ACTIONS.has(stem) && !overlap.has(stem))) return false;
  const anchors = new Set(
    words.filter(({ stem }) => overlap.has(stem) || isStrong(stem)).map(({ stem }) => stem),
  );
  const inItalics = ITALICS.test(text);
  return anchors.size < (inItalics ? FEWEST_ANCHORS_IN_ITALICS : FEWEST_ANCHORS);
}
