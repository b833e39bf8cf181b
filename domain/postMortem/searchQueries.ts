import { selectionOf } from '../shape';
import { LISTED_FIELDS } from './fields';
import { shapeOf } from './recordShape';

/** What a list shows of a post-mortem. */
export const LISTING = `id ${selectionOf(shapeOf(LISTED_FIELDS))} createdAt updatedAt`;

/** Finds by words. @param passage what is told of where the words stand */
const searchQuery = (passage: string): string => `query Search(
  $text: String!, $shelf: SearchedShelf, $severity: Severity, $status: PostMortemStatus, $service: String, $tag: String,
  $from: String, $to: String, $order: SearchOrder, $limit: Int, $nextToken: String
) {
  searchPostMortems(
    text: $text, shelf: $shelf, severity: $severity, status: $status, service: $service, tag: $tag,
    from: $from, to: $to, order: $order, limit: $limit, nextToken: $nextToken
  ) {
    items { ${LISTING} passage { ${passage} } } count isWhole nextToken
  }
}`;

/** What is found, with the passage where the words stand. */
export const SEARCH_PASSAGES = searchQuery('field text');
/** The same with where in it they stand, for whoever marks them. */
export const SEARCH_MARKED = searchQuery('field text marks { start end }');

/** What is like a post-mortem, with the passages that are closest. */
export const SIMILAR = `query Similar($postMortemId: ID!) {
  similarPostMortems(postMortemId: $postMortemId) {
    ${LISTING} words sameService sameTags closest { own { section text } other { section text } }
  }
}`;

/** Published incidents that a text may be about. */
export const SIMILAR_TO_TEXT = `query SimilarToText($text: String!, $except: ID) {
  similarToText(text: $text, exceptPostMortemId: $except) {
    id title severity service startedAt words section quote
  }
}`;
