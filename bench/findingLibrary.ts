import { join } from 'node:path';
import { BatchWriteItemCommand, DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { standingOf } from '../domain/search/changes';
import { type Progress, RULES } from '../lambda/indexer/catchUp';
import { PROGRESS } from '../lambda/indexer/store';
import type { Assembly } from '../local/assembly';
import { startDynamoDb } from '../local/dynamodb';
import { openAtomicStore } from '../local/dynamodb/atomicStore';
import { database, type Item, promised, type TableRecord } from '../local/dynamodb/dynalite';
import type { StateFolder } from '../local/stateFolder';
import { publishedCases } from './publishedCases';

/** What is looked for in a made-up library. Each document has identifiers of its own. */
export const serviceOf = (index: number): string => SERVICES[index % SERVICES.length] as string;
export const podOf = (index: number): string =>
  `${serviceOf(index)}-${((index * 2_654_435_761) % 2 ** 32).toString(16)}`;

/** The id of a document in a library of so many. */
export const idOf = (index: number, count: number): string =>
  `00000000-0000-4000-8000-${(count * 100_000 + index).toString(16).padStart(12, '0')}`;

const SERVICES = ['payments', 'checkout', 'orders', 'ledger', 'gateway', 'inventory', 'search', 'mailer'];
const TAGS = ['database', 'deploy', 'certificate', 'queue', 'dns', 'capacity', 'migration'];
/** Letters of a document, as the aim says. */
const LENGTH = 1_600;

/** Lehmer's: the same library at each run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

/** Documents out of sentences of published incidents, in an order that is the same at each run, of one owner. */
export function madeUpLibrary(count: number, owner: string): Record<string, unknown>[] {
  const sentences = publishedCases()
    .flatMap(({ title, description, rootCause, timeline }) => [title, description, rootCause, timeline])
    .flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/))
    .filter((sentence) => sentence.length > 30 && sentence.length < 300);
  const roll = dice(1_845);
  const some = (length: number): string => {
    let text = '';
    while (text.length < length) text += `${sentences[roll(sentences.length)]} `;
    return text.slice(0, length);
  };
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2021, 0, 1) + index * 4 * 3_600_000).toISOString();
    return {
      __typename: 'PostMortem',
      id: idOf(index, count),
      owner,
      title: `${serviceOf(index)} ${some(40)}`.trim(),
      severity: `SEV${1 + (index % 4)}`,
      status: 'DRAFT',
      service: serviceOf(index),
      tags: [TAGS[roll(TAGS.length)]],
      startedAt: at,
      summary: some(300),
      description: `${some(700)} ${podOf(index)}`,
      rootCause: some(LENGTH - 1_000),
      revision: 1,
      editors: [],
      createdAt: at,
      updatedAt: at,
    };
  });
}

type AttributeValue = { S: string } | { N: string } | { L: AttributeValue[] } | { SS: string[] };
const attribute = (value: unknown): AttributeValue => {
  if (typeof value === 'number') return { N: String(value) };
  return Array.isArray(value) ? { L: value.map(attribute) } : { S: String(value) };
};

/** Writes documents and their index into the tables of a cloud that is not running, past the streams. */
export async function seed(
  state: StateFolder,
  { tables }: Assembly,
  documents: readonly Record<string, unknown>[],
): Promise<void> {
  const named = (part: string): string => {
    const found = tables.find(({ tableName }) => tableName.startsWith(part));
    if (!found) throw new Error(`The backend has no table ${part}.`);
    return found.tableName;
  };
  const served = await startDynamoDb({ port: 0, stateDir: state.folder('dynamodb') });
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const client = new DynamoDBClient({ endpoint: served.endpoint, region: 'us-east-1', credentials });
  const items = documents.map((document) =>
    Object.fromEntries(Object.entries(document).map(([name, value]) => [name, attribute(value)])),
  );
  for (let from = 0; from < items.length; from += 25) {
    const requests: WriteRequest[] = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [named('PostMortem')]: requests } }));
  }
  client.destroy();
  await served.close();
  // What is in the index needs not be entered, and would be while it is measured.
  const done: Progress = { rules: RULES, isDone: true, after: null, documents: documents.length };
  const progress = { ...PROGRESS, progress: { S: JSON.stringify(done) } };
  await store(state, named('SearchEntry'), [progress, ...entriesFor(documents)]);
}

/** Items that are on disk at once. */
const TOGETHER = 2_000;

/** Puts items of a table without indexes straight into its store: a hundred thousand, which requests take minutes for. */
async function store(state: StateFolder, tableName: string, items: readonly Item[]): Promise<void> {
  const atomic = await openAtomicStore(join(state.folder('dynamodb'), 'dynamodb'));
  const table = await promised<TableRecord>((done) => atomic.store.getTable(tableName, false, done));
  const space = atomic.store.getItemDb(tableName);
  for (let from = 0; from < items.length; from += TOGETHER) {
    await atomic.write(async () => {
      for (const item of items.slice(from, from + TOGETHER))
        await promised<void>((done) => space.put(database.createKey(item, table), item, done));
    });
  }
  await atomic.close();
}

function entriesFor(documents: readonly Record<string, unknown>[]): Record<string, AttributeValue>[] {
  const sets = new Map<string, { place: string; term: string; references: string[] }>();
  for (const document of documents) {
    for (const { key, reference } of standingOf(document).values()) {
      const name = `${key.place} ${key.term}`;
      const set = sets.get(name) ?? { ...key, references: [] };
      set.references.push(reference);
      sets.set(name, set);
    }
  }
  return [...sets.values()].map(({ place, term, references }) => ({
    place: { S: place },
    term: { S: term },
    documents: { SS: references },
  }));
}
