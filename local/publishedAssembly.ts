import { type Assembly, type LocalValues, loadAssembly } from './assembly';
import { type PublishedVersion, PublishedVersions } from './lambda';

/** An assembly whose durable functions have the versions that the state folder counts. */
export interface PublishedAssembly {
  assembly: Assembly;
  /** The versions of a function before the one that is deployed. */
  earlier(functionName: string): readonly PublishedVersion[];
  /** Forgets the code that nothing goes on with. */
  keepOnly: PublishedVersions['keepOnly'];
}

/**
 * Loads an assembly as its deployment would leave it: changed code of a durable function is a new version, to
 * which aliases point, and the versions before it stay for what began on them.
 * @param folder keeps the code of all versions: an assembly is gone once its sources have changed
 */
export function publishAssembly(directory: string, values: LocalValues, folder: string): PublishedAssembly {
  const versions = new PublishedVersions(folder);
  // Only whoever has the code knows the number, and only with the number do names and permissions resolve.
  const published = new Map(
    loadAssembly(directory, values)
      .functions.filter(({ durable }) => durable)
      .map((fn) => [fn.name, versions.publish(fn)]),
  );
  const newestVersions = Object.fromEntries(
    [...published].map(([name, all]) => [name, Number(all.at(-1)?.version)]),
  );
  return {
    assembly: loadAssembly(directory, { ...values, newestVersions }),
    earlier: (functionName) => published.get(functionName)?.slice(0, -1) ?? [],
    keepOnly: (inUse) => versions.keepOnly(inUse),
  };
}
