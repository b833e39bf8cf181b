import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../local/nevermore/app/build';
import { serveBuild } from '../local/nevermore/app/serve';
import { type BenchCloud, cacheDir, projectDir, startBenchCloud } from './benchCloud';

/** The local cloud and the app as it deploys, served beside it. */
export interface ServedApp extends BenchCloud {
  url: string;
  /** Folder of the build. */
  directory: string;
}

export async function startServedApp(): Promise<ServedApp> {
  const own = await startBenchCloud();
  const builds = join(cacheDir, 'app');
  mkdirSync(builds, { recursive: true });
  const directory = await buildApp({
    projectDir,
    cacheDir: builds,
    outputsFile: own.running.outputsFile,
    cognitoEndpoint: own.running.cognito,
  });
  const app = await serveBuild(directory, own.appPort);
  return {
    ...own,
    url: app.url,
    directory,
    close: async () => {
      await app.close();
      await own.close();
    },
  };
}
