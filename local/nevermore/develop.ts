import { serveSources } from './app/develop';
import { runLocally } from './runLocally';

/** `npm run dev`: the local cloud, and the app by Vite's own server, which follows every change. */
runLocally(serveSources);
