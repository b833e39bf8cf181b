/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(random: () => number, stock: readonly T[]): T =>
  stock[Math.floor(random() * stock.length)] as T;

type Rewrite = readonly [pattern: RegExp, replacement: string];

/** Each takes one doubt out of a sentence and leaves a plain statement. */
const DOUBTS_REMOVED: readonly Rewrite[] = [
  [/^((?:\w+: )?)We suspect (.*?) to be the cause of/, '$1$2 was the cause of'],
  [/\b[Ww]e suspect (?:that )?/, ''],
  [/\bsuspected it was\b/, 'confirmed it was'],
  [/\bProbably (\w)/, '$1'],
  [/\bwas probably\b/, 'was'],
  [/\bmight be\b/, 'is'],
  [/\bmay have been\b/, 'were'],
  [/\bmay be\b/, 'is'],
  [/\bIn theory, /, ''],
  [/\bcould (bring|be|have)\b/, 'did $1'],
  [/\bappears to have\b/, 'has'],
  [/\bappears to be\b/, 'is'],
  [/\bIt appears that /, ''],
  [/\bseemed to be\b/, 'was'],
  [/\bpotential(?:ly)? /, ''],
  [/\bit is unlikely to occur\b/, 'it will not occur'],
  [/ for an as of yet unknown reason/, ' because of a memory leak'],
  [/\bunknown nature\b/, 'nature'],
  [/\baligned\?/, 'aligned'],
  [/\bapprox\. (\d)/, '$1'],
  [/~(\d)/, '$1'],
  [/\bthe vendor believes it is\b/, 'it is'],
  [/\bis still under investigation\b/, 'is a known bug'],
  [/\bso we cannot be certain\b/, 'so we are certain'],
  [/\bnot confirmed\b/, 'confirmed'],
  [/\bWe do not know why\b/, 'We know why'],
  [/\bare still investigating\b/, 'have deployed'],
  [/\bNot sure why\b/, 'We know why'],
  [/\bmaybe\b/, 'because of'],
];

/** Each turns a denial into its opposite, or the other way round. */
const DENIALS_FLIPPED: readonly Rewrite[] = [
  [/\b(did|was|were|could|is|are|do|does|has|have|had) not /, '$1 '],
  [/\b(was|were|did|could|is|are|has|have)n['’]t /, '$1 '],
  [/\bhad no (\w)/, 'had $1'],
  [/(^|: |- )No ([a-z])/, '$1$2'],
  [/\bno (?=\w+ (?:login|memory|other))/, 'a '],
  [/\bnever /, ''],
  [/\b(was|were) (?=\w+ed\b)/, '$1 not '],
];

/** Every sentence that a rewrite changes, with what it becomes. */
export const rewritten = (sentence: string, rules: readonly Rewrite[]): string[] =>
  rules.flatMap(([pattern, replacement]) => {
    const edited = sentence.replace(pattern, replacement);
    return edited === sentence ? [] : [edited];
  });
export const withoutDoubt = (sentence: string): string[] => rewritten(sentence, DOUBTS_REMOVED);
export const flipped = (sentence: string): string[] => rewritten(sentence, DENIALS_FLIPPED);

const INVENTIONS: readonly string[] = [
  'The outage was caused by {a}.',
  'The root cause was a misconfigured {a}.',
  'This happened because {a} had expired.',
  '{A} failed due to a memory leak in {b}.',
  'A race condition in {a} triggered the failure of {b}.',
  'The incident resulted from a network partition between {a} and {b}.',
  '{A} was overloaded by a sudden spike in traffic, which led to errors in {b}.',
  'An expired certificate on {a} brought down {b}.',
  'Insufficient testing of {a} led to the incident.',
  'The failure of {a} was the result of human error.',
  'The problem originated in {a} and then spread to {b}.',
  'A faulty deployment of {a} corrupted {b}.',
  'The team rolled back {a} and scaled {b}.',
  'The on-call engineer restarted {a} and cleared the cache of {b}.',
  'We rebuilt {a} from a backup.',
  'The team failed over from {a} to {b}.',
  'Engineers patched {a} and redeployed {b}.',
  '{A} was isolated from {b} to stop the errors.',
  'The team increased the memory limit of {a}.',
  'Traffic was rerouted away from {a} by the network team.',
  'A hotfix for {a} was released the same evening.',
  'The vendor was contacted and replaced {a}.',
  'The team added automated alerts for {a}.',
  '{A} was migrated to a new region to restore service.',
  'A firewall rule blocked the connection between {a} and {b}.',
  'The team disabled {a} until {b} was stable.',
  'Because {a} depends on {b}, a failure in {b} cascaded to {a}.',
  'The database behind {a} had reached its connection limit.',
  'A DNS change made {a} unreachable for {b}.',
  'All access keys for {a} were revoked and reissued.',
  'The bug in {a} was introduced by a dependency update.',
  'A hardware fault in the host of {a} caused the crash.',
  'A full review of {a} was completed and all findings were fixed.',
  'Support staff called every affected customer about {a}.',
  '{A} ran out of disk space, causing {b} to crash.',
  'The queue in front of {a} was purged by an operator.',
];

/** An invented sentence of cause or action, told with a case's own nouns. */
export function invention(random: () => number, nouns: readonly string[]): string {
  const first = pick(random, nouns);
  const second = pick(random, nouns.length > 1 ? nouns.filter((noun) => noun !== first) : nouns);
  const capital = first[0]?.toUpperCase() + first.slice(1);
  return pick(random, INVENTIONS)
    .replaceAll('{A}', capital)
    .replaceAll('{a}', first)
    .replaceAll('{b}', second);
}

const NOUN_PHRASE = /\b(?:the|an?|our|all)\s+((?:[\p{L}][\p{L}\d.-]+ ){0,2}[\p{L}][\p{L}\d.-]*\p{L})/giu;
const ENDS_PHRASE =
  /\s(?:was|were|is|are|had|has|have|to|of|in|on|for|at|by|with|from|and|or|that|which|as|being|could|can|not|did|when|where|we|it|also|during|running|used|using|after|before|been|due|caused|needed|ran|runs|saw|see|seen|set|actually|currently)\b.*$/i;

/** What a text talks about: "the ingress controller pods". */
export function nounsOf(text: string): string[] {
  const nouns = [...text.matchAll(NOUN_PHRASE)].map(
    ([, phrase = '']) => `the ${phrase.replace(ENDS_PHRASE, '')}`,
  );
  return [...new Set(nouns)].filter((noun) => noun.length > 6);
}
