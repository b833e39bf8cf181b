/** The local S3 Vectors in a process of its own that tests kill: takes its folder, prints its address. */
import { openS3Vectors } from '../../../local/s3vectors';
import { startServices } from '../../../local/services';
import { ARCHIVE, PLACE } from './archiveIndex';

const [, , folder = ''] = process.argv;

const { endpoint } = await startServices({
  port: 0,
  services: {
    s3vectors: openS3Vectors({
      ...PLACE,
      folder,
      vectorBuckets: [],
      vectorIndexes: [ARCHIVE],
      onError: (error) => process.stderr.write(`${error.message}\n`),
    }),
  },
  authorize: () => {},
  onRefused: () => {},
  onInternalError: (error) => process.stderr.write(`${error}\n`),
});
process.stdout.write(`${endpoint}\n`);
