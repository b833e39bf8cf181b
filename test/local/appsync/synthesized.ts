import { join, resolve } from 'node:path';
import { synthesize } from '../../../local/assembly';

const root = resolve(__dirname, '../../..');

/** Assemblies of tests live with the packages they were made by: a clean install makes them anew. */
const cacheDir = (name: string): string => join(root, 'node_modules', '.cache', 'nevermore-tests', name);

/** The assembly of the test backend beside this file, which uses more of Amplify than the product does. */
export const fixtureAssembly = async (): Promise<string> =>
  (await synthesize({ projectDir: join(__dirname, 'fixture'), cacheDir: cacheDir('fixture') })).directory;

/** The assembly of the product's own backend. */
export const productAssembly = async (): Promise<string> =>
  (await synthesize({ projectDir: root, cacheDir: cacheDir('product') })).directory;

/** What makes a deployment with a guardrail of its own. */
export const GUARDED = { NEVERMORE_GUARDRAIL: 'on' };

/** The same backend with its guardrail. */
export async function guardedAssembly(): Promise<string> {
  const known = process.env;
  process.env = { ...known, ...GUARDED };
  try {
    return (await synthesize({ projectDir: root, cacheDir: cacheDir('guarded') })).directory;
  } finally {
    process.env = known;
  }
}

/** A backend as Amplify's own guides write it: a function with a secret, files, and an API. */
export const STOCK_BACKEND = join(__dirname, '../cloud/fixture');

/** A backend with a durable function that waits. */
export const WAITING_BACKEND = join(__dirname, '../waiting/fixture');

export const waitingAssembly = async (): Promise<string> =>
  (await synthesize({ projectDir: WAITING_BACKEND, cacheDir: cacheDir('waiting') })).directory;

export const stockAssembly = async (): Promise<string> =>
  (await synthesize({ projectDir: STOCK_BACKEND, cacheDir: cacheDir('stock') })).directory;
