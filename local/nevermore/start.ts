import { buildApp } from './app/build';
import { serveBuild } from './app/serve';
import { runLocally } from './runLocally';

/** `npm start`: the local cloud, and the app built as it deploys. */
runLocally(async (context) => serveBuild(await buildApp(context), context.port));
