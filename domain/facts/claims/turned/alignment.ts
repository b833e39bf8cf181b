import { isAkin, isGeneral } from './akin';
import { isVerb, type Token } from './tellingWords';

/** A word of the draft in the place of a word of the source; either may be two. */
export interface Exchange {
  source: readonly Token[];
  draft: readonly Token[];
}

/** Two statements laid side by side. */
export interface Alignment {
  /** Words and values that both have, in whatever order. */
  shared: number;
  /** The same words in another order than the rest. */
  displaced: number;
  exchanges: Exchange[];
  /** Words that only one of them has and that stand in nobody's place. */
  added: readonly Token[];
  dropped: readonly Token[];
  /** The share of common words, from the side that has the smaller one. */
  near: number;
  /** Every word of either stands in the other one, in whatever order. */
  whole: boolean;
  /** Clauses of either that the other one tells. */
  told: { source: ReadonlySet<number>; draft: ReadonlySet<number> };
}

/** More than this is no single word in another one's place. */
const LONGEST_EXCHANGE = 2;

const isSaid = ({ kind }: Token): boolean => kind === 'word' || kind === 'value';

/** Lays two statements side by side by their longest common row of words. */
export function align(sourceTokens: readonly Token[], draftTokens: readonly Token[]): Alignment {
  const source = sourceTokens.filter(isSaid);
  const draft = draftTokens.filter(isSaid);
  const rows = commonRow(source, draft);
  const inSource = countKeys(source);
  const inDraft = countKeys(draft);
  const exchanges: Exchange[] = [];
  const added: Token[] = [];
  const dropped: Token[] = [];
  let displaced = 0;
  let [s, d] = [0, 0];
  for (const [sourceAt, draftAt] of [...rows, [source.length, draft.length] as const]) {
    const gone = source.slice(s, sourceAt);
    const come = draft.slice(d, draftAt);
    const onlySource = gone.filter(({ key }) => !inDraft.has(key));
    const onlyDraft = come.filter(({ key }) => !inSource.has(key));
    displaced += come.length - onlyDraft.length;
    if (isExchange(onlySource, onlyDraft)) exchanges.push({ source: onlySource, draft: onlyDraft });
    else if (!isAlike(onlySource, onlyDraft)) {
      added.push(...onlyDraft);
      dropped.push(...onlySource);
    }
    s = sourceAt + 1;
    d = draftAt + 1;
  }
  const shared = rows.length + displaced;
  // What the draft leaves to another sentence is not dropped from the clauses that it tells.
  const told = { source: clausesWith(source, inDraft), draft: clausesWith(draft, inSource) };
  const left = dropped.filter(({ clause }) => told.source.has(clause));
  const strange = Math.max(added.length, left.length);
  const near = shared / Math.max(1, shared + exchanges.length + strange);
  const rest = withoutAkin(added, left);
  const isTold = told.source.size === new Set(source.map(({ clause }) => clause)).size;
  const whole = isTold && exchanges.length + rest.added.length + rest.dropped.length === 0;
  return { shared, displaced, exchanges, near, whole, told, ...rest };
}

const clausesWith = (tokens: readonly Token[], keys: ReadonlySet<string>): ReadonlySet<number> =>
  new Set(tokens.filter(({ key }) => keys.has(key)).map(({ clause }) => clause));

/** Without the words that say the same in another place, and without those that say nothing of their own. */
function withoutAkin(
  added: readonly Token[],
  dropped: readonly Token[],
): Pick<Alignment, 'added' | 'dropped'> {
  const left = dropped.filter(({ key }) => !isGeneral(key));
  const come = added.filter((token) => {
    if (isGeneral(token.key)) return false;
    const at = left.findIndex((one) => isAkin(one, token));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { added: come, dropped: left };
}

/** One word or two in the place of a word that says the same. */
const isAlike = (source: readonly Token[], draft: readonly Token[]): boolean =>
  source.length <= LONGEST_EXCHANGE && draft.length <= LONGEST_EXCHANGE && areAkin(source, draft);

const areAkin = (source: readonly Token[], draft: readonly Token[]): boolean =>
  source.length > 0 && draft.some((one) => source.some((other) => isAkin(other, one)));

function isExchange(source: readonly Token[], draft: readonly Token[]): boolean {
  if (source.length === 0 || draft.length === 0) return false;
  if (source.length > LONGEST_EXCHANGE || draft.length > LONGEST_EXCHANGE) return false;
  if (!isOnePhrase(source) || !isOnePhrase(draft)) return false;
  // Another value is a finding of its own.
  if ([...source, ...draft].some(({ kind }) => kind === 'value')) return false;
  // "The email arrived" is not "the site" in other words.
  return isVerbal(source.at(-1)) === isVerbal(draft.at(-1)) && !areAkin(source, draft);
}

const isVerbal = (token: Token | undefined): boolean =>
  token !== undefined && !token.passive && isVerb(token.lower);

/** Words that stand next to each other. */
const isOnePhrase = ([first, last]: readonly Token[]): boolean =>
  !first || !last || last.start - first.end <= 1;

const countKeys = (tokens: readonly Token[]): ReadonlySet<string> => new Set(tokens.map(({ key }) => key));

/** The longest row of equal words, as pairs of places. */
function commonRow(source: readonly Token[], draft: readonly Token[]): Array<readonly [number, number]> {
  const width = draft.length + 1;
  const lengths = new Uint16Array((source.length + 1) * width);
  for (let s = source.length - 1; s >= 0; s -= 1) {
    for (let d = draft.length - 1; d >= 0; d -= 1) {
      const below = lengths[(s + 1) * width + d] as number;
      const beside = lengths[s * width + d + 1] as number;
      lengths[s * width + d] =
        source[s]?.key === draft[d]?.key
          ? (lengths[(s + 1) * width + d + 1] as number) + 1
          : Math.max(below, beside);
    }
  }
  const row: Array<readonly [number, number]> = [];
  for (let s = 0, d = 0; s < source.length && d < draft.length; ) {
    if (source[s]?.key === draft[d]?.key) row.push([s++, d++]);
    else if ((lengths[(s + 1) * width + d] as number) >= (lengths[s * width + d + 1] as number)) s += 1;
    else d += 1;
  }
  return row;
}
