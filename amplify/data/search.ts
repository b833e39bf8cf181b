import { a } from '@aws-amplify/backend';
import { ORDERS } from '../../domain/search/match';
import { SEARCHED_SHELVES } from '../../domain/search/shelves';

/** What a list shows of a post-mortem, for answers that are no records. */
const listing = () => ({
  id: a.id().required(),
  title: a.string().required(),
  severity: a.ref('Severity').required(),
  status: a.ref('PostMortemStatus').required(),
  service: a.string().required(),
  tags: a.string().required().array().required(),
  startedAt: a.datetime(),
  detectedAt: a.datetime(),
  mitigatedAt: a.datetime(),
  resolvedAt: a.datetime(),
  createdAt: a.datetime().required(),
  updatedAt: a.datetime().required(),
});

/** What post-mortems are found by, and what is answered. */
export const searchTypes = {
  SearchedShelf: a.enum(SEARCHED_SHELVES),
  SearchOrder: a.enum(ORDERS),

  /** Offsets in the text of a passage, in UTF-16 units. */
  SearchMark: a.customType({ start: a.integer().required(), end: a.integer().required() }),
  SearchPassage: a.customType({
    field: a.string().required(),
    text: a.string().required(),
    marks: a.ref('SearchMark').required().array().required(),
  }),
  SearchHit: a.customType({ ...listing(), passage: a.ref('SearchPassage').required() }),
  SearchPage: a.customType({
    items: a.ref('SearchHit').required().array().required(),
    nextToken: a.string(),
    count: a.integer().required(),
    isWhole: a.boolean().required(),
  }),

  SimilarPostMortem: a.customType({
    ...listing(),
    words: a.string().required().array().required(),
    sameService: a.boolean().required(),
    sameTags: a.string().required().array().required(),
    /** The two passages that are closest in meaning; none where they share words alone. */
    closest: a.ref('ClosestPassages'),
  }),
  QuotedPassage: a.customType({ section: a.string().required(), text: a.string().required() }),
  ClosestPassages: a.customType({
    own: a.ref('QuotedPassage').required(),
    other: a.ref('QuotedPassage').required(),
  }),
  /** What somebody is told while they type a title. */
  SimilarIncident: a.customType({
    id: a.id().required(),
    title: a.string().required(),
    severity: a.ref('Severity').required(),
    service: a.string().required(),
    startedAt: a.datetime(),
    words: a.string().required().array().required(),
    section: a.string().required(),
    quote: a.string().required(),
  }),

  /**
   * The words of all post-mortems, in parts by who may read them. `lambda/indexer` writes it from the table's
   * stream and `lambda/search` reads it; the API has no operation for it.
   */
  SearchEntry: a
    .model({
      place: a.string().required(),
      term: a.string().required(),
      /** A set of DynamoDB: references of documents, as `domain/search/reference.ts` writes them. */
      documents: a.string().array(),
    })
    .identifier(['place', 'term'])
    .disableOperations(['queries', 'mutations', 'subscriptions'])
    // There is no operation that this could open; a model must have a rule.
    .authorization((allow) => [allow.owner().to(['read'])]),
};

/** What `searchPostMortems` is asked with. Who asks is in nobody's arguments. */
export const searchArguments = () => ({
  text: a.string().required(),
  /** All that the caller may read, where none is named. */
  shelf: a.ref('SearchedShelf'),
  severity: a.ref('Severity'),
  status: a.ref('PostMortemStatus'),
  service: a.string(),
  tag: a.string(),
  /** When the incident began, or was written down. */
  from: a.string(),
  to: a.string(),
  order: a.ref('SearchOrder'),
  limit: a.integer(),
  nextToken: a.string(),
});
