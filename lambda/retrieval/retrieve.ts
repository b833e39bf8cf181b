import { passes } from '../../domain/archive/filters';
import { type FoundPassage, fused } from '../../domain/archive/found';
import { type Passage, passagesOf } from '../../domain/archive/passage';
import { type AskedWord, askedWords } from '../../domain/archive/question';
import { mayBeShown } from '../../domain/archive/standing';
import { rankByWords, type WordMatch, wordsIn } from '../../domain/archive/wordRanking';
import type { Caller } from '../../domain/postMortem/access';
import type { Stored } from '../../domain/postMortem/stored';
import { publishedFor } from '../../domain/search/entries';
import { textsWithin } from '../../domain/secrets/everyText';
import { secretsIn } from '../../domain/sending';
import type { Embed } from '../bedrock/embed';
import type { SearchIndex } from '../search/index';
import type { VectorIndex } from '../vectors';
import { type Asked, type ReadAsked, readAsked } from './asked';
import { nearestTo } from './meaning';
import { documentsByWords } from './words';

/** What the archive has for a question. */
export interface Retrieved {
  passages: FoundPassage[];
  /** Whether meaning was compared, or the words alone. */
  meaning: 'used' | 'missing';
  /** What made the vectors that were compared. */
  embeddedBy: string | null;
}

/**
 * The passages of published post-mortems that answer a question, the best first, as their records have them now.
 * @throws ArchiveQuestionError with a message for the person
 */
export type Retrieve = (asked: Asked, caller: Caller) => Promise<Retrieved>;

/** What retrieval works with. */
export interface Retrieval {
  words: SearchIndex;
  vectors: VectorIndex;
  embed: Embed;
  /** Meaning was not compared, and why. */
  warn: (message: string, error: unknown) => void;
}

/** Vectors that are asked for: some of them are of what is no longer shown. S3 Vectors answers 100 at most. */
const MOST_NEAR = 50;
/** Documents that are read for their words. */
const MOST_BY_WORDS = 25;
/**
 * A passage without a word of the question that is less near than that is about something else. Of the 86 questions
 * that rules are chosen on one has its answer below it, at place 15 (`npm run bench archive-development`). Models
 * whose vectors are all nearer to each other than that lose nothing by it.
 */
const ABOUT_SOMETHING_ELSE = 0.2;
/** What the ranking by words counts where the question names an error code or a host, and some document has it. */
const LETTERS_COUNT = 2;

export const retrieveWith =
  (with_: Retrieval): Retrieve =>
  async (input, caller) => {
    const asked = readAsked(input);
    const words = askedWords(asked.text);
    const scope = publishedFor(caller.issuer);
    const { filters, exceptDocument } = asked;
    const [meaning, byWords] = await Promise.all([
      nearestTo([asked.text], { filters, exceptDocument, issuer: caller.issuer, topK: MOST_NEAR }, with_),
      documentsByWords(words, { filters, scope, most: MOST_BY_WORDS }, with_.words),
    ]);
    if (meaning.state === 'missing') with_.warn('The archive was asked by words alone', meaning.why);
    const near = meaning.state === 'used' ? (meaning.each[0] ?? []) : [];
    const ids = [...new Set([...near.map(({ documentId }) => documentId), ...byWords.documents])];
    const documents = await documentsShown(ids, asked, caller, with_.words);
    const passages = passagesByPlace(documents);
    const nearness = new Map(near.map((one) => [`${one.documentId} ${one.place}`, one.nearness]));
    const ranked = rankByWords([...passages.values()], words, byWords.rarity);
    const found = merged({ passages, ranked, nearness, words, limit: asked.limit });
    return {
      passages: withNamed(found, documents),
      meaning: meaning.state,
      embeddedBy: meaning.state === 'used' ? meaning.embeddedBy : null,
    };
  };

/**
 * The passages of these documents, by their places: of those that are published and not private at this moment, for
 * the caller's user pool, and are what the filters ask for. What an index said of them decides nothing here.
 */
export const passagesShown = async (
  ...asked: Parameters<typeof documentsShown>
): Promise<Map<string, Passage>> => passagesByPlace(await documentsShown(...asked));

async function documentsShown(
  ids: readonly string[],
  { filters, exceptDocument }: Pick<ReadAsked, 'filters' | 'exceptDocument'>,
  caller: Caller,
  index: Pick<SearchIndex, 'documents'>,
): Promise<Map<string, Stored>> {
  const documents = await index.documents(ids);
  return new Map(
    ids.flatMap((id) => {
      const stored = documents.get(id);
      if (!stored || id === exceptDocument || !mayBeShown(stored, caller) || !passes(stored, filters))
        return [];
      return [[id, stored] as const];
    }),
  );
}

const passagesByPlace = (documents: ReadonlyMap<string, Stored>): Map<string, Passage> =>
  new Map(
    [...documents].flatMap(([id, stored]) =>
      passagesOf(stored).map((passage) => [`${id} ${passage.place}`, passage] as const),
    ),
  );

/** Passages with what the whole of their documents says is a secret: a model reads them alone. */
function withNamed(
  passages: readonly FoundPassage[],
  documents: ReadonlyMap<string, Stored>,
): FoundPassage[] {
  const secrets = new Map<string, string[]>();
  for (const { documentId } of passages)
    if (!secrets.has(documentId)) secrets.set(documentId, secretsIn(textsWithin(documents.get(documentId))));
  return passages.map((passage) => {
    const named = secrets.get(passage.documentId) ?? [];
    return named.length === 0 ? passage : { ...passage, named };
  });
}

function merged({
  passages,
  ranked,
  nearness,
  words,
  limit,
}: {
  passages: ReadonlyMap<string, Passage>;
  ranked: readonly WordMatch[];
  nearness: ReadonlyMap<string, number>;
  words: readonly AskedWord[];
  limit: number;
}): FoundPassage[] {
  const keyOf = ({ documentId, place }: Passage) => `${documentId} ${place}`;
  const isAboutIt = (key: string): boolean => {
    const passage = passages.get(key);
    if (passage === undefined) return false;
    return (nearness.get(key) ?? 0) >= ABOUT_SOMETHING_ELSE || wordsIn(passage.text, words).length > 0;
  };
  const isToTheLetter = words.some(
    ({ isIdentifier, said }) => isIdentifier && ranked.some((one) => one.words.includes(said)),
  );
  return fused([
    { by: 'meaning', keys: [...nearness.keys()].filter((key) => passages.has(key)) },
    {
      by: 'words',
      keys: ranked.slice(0, MOST_NEAR).map(({ passage }) => keyOf(passage)),
      weight: isToTheLetter ? LETTERS_COUNT : 1,
    },
  ])
    .filter(({ key }) => isAboutIt(key))
    .slice(0, limit)
    .map(({ key, score, by }): FoundPassage => {
      const passage = passages.get(key) as Passage;
      const near = nearness.get(key);
      return {
        ...{ ...passage, score, by, words: wordsIn(passage.text, words) },
        ...(near !== undefined && { nearness: near }),
      };
    });
}
