import { upkeepCommand } from './upkeepCommand';

/**
 * `npm run memories`: goes on with what is not yet entered into the index of memories, and says how far it is; with
 * `--rebuild` it enters every memory again and takes out what stands there for nothing.
 */
upkeepCommand('memories', 'memoryIndexer');
