import { upkeepCommand } from './upkeepCommand';

/**
 * `npm run archive`: goes on with what is not yet entered into the index of meaning, and says how far it is; with
 * `--rebuild` it enters every published post-mortem again and takes out what stands there for nothing.
 */
upkeepCommand('archive', 'archivist');
