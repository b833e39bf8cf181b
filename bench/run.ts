import { inspect } from 'node:util';
import { archive, archiveDevelopment } from './archive';
import { archiveMany } from './archive/many';
import { claims } from './claims';
import { click } from './click';
import { cost } from './cost';
import { facts } from './facts';
import { finding } from './finding';
import { judge } from './judge';
import { judgeQuality } from './judgeQuality';
import { learnKinds } from './kinds';
import { library } from './library';
import { models } from './models';
import { overhead } from './overhead';
import type { Bench } from './report';
import { print } from './report';
import { rush } from './rush';
import { size } from './size';
import { start } from './start';
import { stepFunctions } from './stepFunctions';
import { story } from './story';
import { turned } from './turned';
import { vectors } from './vectors';

/** In the order in which they disturb each other least: the quiet ones first. */
const BENCHES: Record<string, Bench> = {
  size,
  overhead,
  click,
  start,
  facts,
  claims,
  turned,
  judge,
  cost,
  story,
  archive,
};
/** Only by name: two ask models and take as long as those do, three write 10,000 post-mortems first, one 100,000
 * vectors, one what it learns into the project, one its figures into a page. */
const ON_REQUEST: Record<string, Bench> = {
  rush,
  library,
  finding,
  vectors,
  'archive-development': archiveDevelopment,
  'archive-many': archiveMany,
  models,
  'judge-quality': judgeQuality,
  'learn-kinds': learnKinds,
  'step-functions': stepFunctions,
};

/** `npm run bench`, or `npm run bench NAME [ARGUMENT …]`: measures, prints a table, judges nothing. */
async function main([name, ...args]: string[]): Promise<void> {
  const all = { ...BENCHES, ...ON_REQUEST };
  if (name !== undefined && !(name in all)) {
    process.stderr.write(`There is no bench "${name}". There are: ${Object.keys(all).join(', ')}.\n`);
    process.exit(1);
  }
  const chosen = Object.entries(name === undefined ? BENCHES : all).filter(
    ([known]) => name === undefined || known === name,
  );
  for (const [known, bench] of chosen) {
    process.stdout.write(`\n${known}\n`);
    print(await bench(args));
  }
  process.exit(0);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  // With what caused it, which the stack alone leaves out.
  process.stderr.write(`${inspect(error)}\n`);
  process.exit(1);
});
