import { SEVERITIES, type Severity, STATUSES, type Status } from '../../domain/postMortem';
import { factWord } from '../../domain/search/entries';
import { type Candidate, ORDERS, type Order } from '../../domain/search/match';
import { type Question, readQuestion } from '../../domain/search/question';
import { SEARCHED_SHELVES, type SearchedShelf } from '../../domain/search/shelves';
import { InvalidSearchError } from './errors';

/** The arguments of `searchPostMortems`, checked. */
export interface SearchRequest {
  question: Question;
  /** All of them where none is named. */
  shelves: readonly SearchedShelf[];
  /** Words of the index that stand for what is filtered by. */
  facts: readonly string[];
  /** When the incident began, in milliseconds since 1970. */
  from: number;
  to: number;
  order: Order;
  limit: number;
  /** The last of the page before. */
  after: Candidate | null;
}

/** Longer questions are mistakes, such as a pasted log. */
const LONGEST_TEXT = 500;
const PAGE = 20;
const LARGEST_PAGE = 50;

/** @throws InvalidSearchError with the remedy */
export function readSearchRequest(input: Record<string, unknown>): SearchRequest {
  const { text, shelf, severity, status, service, tag, from, to, order, limit, nextToken } = input;
  if (typeof text !== 'string')
    throw new InvalidSearchError('Say what is to be found: a text must be named.');
  if (text.length > LONGEST_TEXT)
    throw new InvalidSearchError(`Search for fewer words: at most ${LONGEST_TEXT} characters.`);
  const facts = [
    ...choice<Severity>('severity', severity, SEVERITIES).map((id) => factWord('severity', id)),
    ...choice<Status>('status', status, STATUSES).map((id) => factWord('status', id)),
    ...words(service).map((name) => factWord('service', name)),
    ...words(tag).map((name) => factWord('tag', name)),
  ];
  const ids = <Id extends string>(all: readonly Id[]) => all.map((id) => ({ id }));
  const [shelfAsked] = choice('shelf', shelf, ids(SEARCHED_SHELVES));
  return {
    question: readQuestion(text),
    shelves: shelfAsked === undefined ? SEARCHED_SHELVES : [shelfAsked],
    facts,
    from: moment('from', from) ?? Number.NEGATIVE_INFINITY,
    to: moment('to', to) ?? Number.POSITIVE_INFINITY,
    order: choice('order', order, ids(ORDERS))[0] ?? 'BEST',
    limit: pageSize(limit),
    after: readToken(nextToken),
  };
}

const isNamed = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
const words = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value] : []);

/** The one that is named, or none. */
function choice<Id extends string>(name: string, value: unknown, options: readonly { id: Id }[]): Id[] {
  if (!isNamed(value)) return [];
  const found = options.find(({ id }) => id === value);
  if (!found) throw new InvalidSearchError(`A ${name} is one of ${options.map(({ id }) => id).join(', ')}.`);
  return [found.id];
}

function moment(name: string, value: unknown): number | undefined {
  if (!isNamed(value)) return undefined;
  const at = Date.parse(String(value));
  if (Number.isNaN(at)) throw new InvalidSearchError(`“${name}” is no date: write it as 2026-03-04.`);
  return at;
}

function pageSize(value: unknown): number {
  if (!isNamed(value)) return PAGE;
  if (!Number.isInteger(value) || (value as number) < 1)
    throw new InvalidSearchError('A page holds one or more: give a whole number as the limit.');
  return Math.min(LARGEST_PAGE, value as number);
}

/** Where the next page begins. It opens nothing: what is found is found as the caller, whatever a token says. */
export const tokenOf = ({ worth, reference }: Candidate): string =>
  Buffer.from(JSON.stringify([worth, reference])).toString('base64url');

function readToken(token: unknown): Candidate | null {
  if (!isNamed(token)) return null;
  try {
    const [worth, reference] = JSON.parse(Buffer.from(String(token), 'base64url').toString()) as unknown[];
    if (typeof worth === 'number' && typeof reference === 'string') return { worth, reference };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw new InvalidSearchError('This is no token of a search. Search again from the first page.');
}
