import { createHash } from 'node:crypto';
import type { Embedder } from '../../../bedrock';
import { conceptsIn } from './concepts';
import { SYNONYMS } from './synonyms';
import { type Word, weightOf, wordsOf } from './words';

/** Counts up when the same text would get another vector for another reason than a changed synonym. */
const EDITION = 1;

/** What the offline embedder calls itself, as whose vectors can be compared. */
export const OFFLINE_EMBEDDER = `offline-embedder (rules, edition ${EDITION}.${digest(SYNONYMS.join('\n'))})`;

/** Of English text, by AWS's own count for Titan. */
const CHARACTERS_PER_TOKEN = 4.7;

/** How much the parts of a word count beside each other. */
const WORD = 0.7;
const STEM = 0.8;
const CONCEPT = 1.5;
const PIECES = 0.8;

/** Each feature goes to so many places: two that share one by chance then share little. */
const PLACES = 4;

/**
 * Embeds by rules, without a model: words, their stems and pieces, and the synonyms of the field, hashed into as
 * many dimensions as are asked for. The same text gets the same vector on every computer.
 */
export function offlineEmbedder(): Embedder {
  return {
    name: OFFLINE_EMBEDDER,
    embed: async ({ text, dimensions, normalize }) => ({
      vector: embedOffline(text, dimensions, normalize),
      inputTokens: Math.ceil(text.length / CHARACTERS_PER_TOKEN),
    }),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** The vector of a text; never one of length 0. */
export function embedOffline(text: string, dimensions: number, normalize = true): Float32Array {
  const sums = new Float64Array(dimensions);
  const features = featuresOf(wordsOf(text));
  // Without a word, as it stands: its vector must have a direction all the same.
  if (features.size === 0) features.set(`text ${text}`, 1);
  for (const [feature, weight] of features) add(sums, feature, weight);
  let length = Math.hypot(...sums);
  if (length === 0) {
    sums[0] = 1;
    length = 1;
  }
  return Float32Array.from(sums, (sum) => (normalize ? sum / length : sum));
}

/** What a text is made of, each with its weight; one that comes often counts more, and less so each time. */
function featuresOf(words: readonly Word[]): Map<string, number> {
  const weights = new Map<string, number>();
  const counts = new Map<string, number>();
  const note = (feature: string, weight: number) => {
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
    weights.set(feature, Math.max(weights.get(feature) ?? 0, weight));
  };
  for (const word of words) {
    const weight = weightOf(word);
    note(`word ${word.whole}`, WORD * weight);
    note(`stem ${word.stem}`, STEM * weight);
    const pieces = piecesOf(word.whole);
    for (const piece of pieces) note(`piece ${piece}`, (PIECES * weight) / Math.sqrt(pieces.length));
  }
  for (const { group } of conceptsIn(words)) note(`concept ${group}`, CONCEPT);
  return new Map(
    [...weights].map(([feature, weight]) => [feature, weight * (1 + Math.log(counts.get(feature) ?? 1))]),
  );
}

/** Three letters each, with where a word begins and ends: a typo or an ending leaves most of them. */
function piecesOf(word: string): string[] {
  const marked = `<${word}>`;
  return Array.from({ length: Math.max(0, marked.length - 2) }, (_, at) => marked.slice(at, at + 3));
}

function add(sums: Float64Array, feature: string, weight: number): void {
  let hash = hashOf(feature);
  const part = weight / Math.sqrt(PLACES);
  for (let count = 0; count < PLACES; count += 1) {
    hash = mixed(hash + 0x9e3779b9);
    const place = (hash >>> 1) % sums.length;
    sums[place] = (sums[place] as number) + (hash & 1 ? part : -part);
  }
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The end of MurmurHash3: every bit of what comes in changes half of what goes out. */
function mixed(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
