import type { ITable } from 'aws-cdk-lib/aws-dynamodb';

/** Models whose tables functions work on, by what the composition calls them. */
const MODELS = {
  postMortems: 'PostMortem',
  revisions: 'Revision',
  memberships: 'Membership',
  comments: 'Comment',
  reviews: 'Review',
  upkeep: 'Upkeep',
  entries: 'SearchEntry',
  memories: 'Memory',
  answers: 'ArchiveAnswer',
} as const;

/** What of these lies past its time goes by itself; the stream of its table then tells those who forget the rest. */
const FLEETING = [MODELS.postMortems, MODELS.upkeep, MODELS.answers];

interface DataResources {
  tables: Record<string, ITable>;
  cfnResources: {
    amplifyDynamoDbTables: Record<
      string,
      { timeToLiveAttribute: { attributeName?: string; enabled?: boolean } | undefined }
    >;
  };
}

/**
 * The tables that functions work on, with the time to live of those that have one.
 * @throws an error naming the model that the schema has not
 */
export function tablesOf({ tables, cfnResources }: DataResources): Record<keyof typeof MODELS, ITable> {
  for (const model of FLEETING) {
    const table = cfnResources.amplifyDynamoDbTables[model];
    if (table) table.timeToLiveAttribute = { attributeName: 'goneAt', enabled: true };
  }
  return Object.fromEntries(
    Object.entries(MODELS).map(([name, model]) => {
      const table = tables[model];
      if (!table) throw new Error(`The schema has no model ${model}, which functions work on.`);
      return [name, table];
    }),
  ) as Record<keyof typeof MODELS, ITable>;
}
