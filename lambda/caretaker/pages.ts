import type { Graphql } from '../appsync';

interface Page<Item> {
  items: Item[];
  nextToken: string | null;
}

/** Everything that a list of the API holds, page by page. */
export const pagesThrough = (graphql: Graphql) =>
  async function* pages<Item>(query: string, variables: object): AsyncIterable<Item> {
    let nextToken: string | null = null;
    do {
      const answer: Record<string, Page<Item>> = await graphql(query, { ...variables, nextToken });
      const [page] = Object.values(answer);
      yield* page?.items ?? [];
      nextToken = page?.nextToken ?? null;
    } while (nextToken);
  };
