import { dirname, join, resolve } from 'node:path';
import { synthesize } from '../../../local/assembly';
import { backendEnvironment } from '../../../local/nevermore/backendEnvironment';

const root = resolve(__dirname, '../../..');

/** Assemblies of tests live with the packages they were made by: a clean install makes them anew. */
const cacheDir = (name: string): string => join(root, 'node_modules', '.cache', 'nevermore-tests', name);

/** The assembly of the test backend beside this file, which uses more of Amplify than the product does. */
export const fixtureAssembly = async (): Promise<string> =>
  (await synthesize({ projectDir: join(__dirname, 'fixture'), cacheDir: cacheDir('fixture') })).directory;

/** The assembly of the product's own backend. */
export const productAssembly = async (): Promise<string> =>
  (await synthesize({ projectDir: root, cacheDir: cacheDir('product') })).directory;

/** A backend as Amplify's own guides write it: a function with a secret, files, and an API. */
const STOCK_BACKEND = join(__dirname, '../cloud/fixture');

/** A backend with a durable function that waits. */
export const WAITING_BACKEND = join(__dirname, '../waiting/fixture');

/** Backends that tests serve in a process of their own, with what they find in their environment there. */
type Backend = 'product' | 'guarded' | 'stock' | 'waiting';
export const SERVED: Readonly<Record<Backend, { project: string; environment: Record<string, string> }>> = {
  product: { project: root, environment: {} },
  guarded: { project: root, environment: { NEVERMORE_GUARDRAIL: 'on' } },
  stock: { project: STOCK_BACKEND, environment: { BACKEND_UNDER_TEST: STOCK_BACKEND } },
  waiting: { project: WAITING_BACKEND, environment: { BACKEND_UNDER_TEST: WAITING_BACKEND } },
};

/**
 * The folder with the assembly of one of those, as the process that serves it will ask for it: the product's own as
 * it is served is another backend than the one that unit tests look into, and each in a folder of its own.
 */
export async function servedAssemblies(name: Backend): Promise<string> {
  const { project, environment } = SERVED[name];
  const { directory } = await synthesize({
    projectDir: project,
    cacheDir: cacheDir(`served-${name}`),
    environment: backendEnvironment({ ...process.env, ...environment }),
  });
  return dirname(directory);
}
