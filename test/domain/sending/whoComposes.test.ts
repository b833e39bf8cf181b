import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../../..');
const PRODUCT = ['amplify', 'cdk', 'domain', 'lambda', 'local', 'src'];

/** `composed` promises that everything in it may leave already. Whoever is added here must keep that promise. */
const MAY_COMPOSE = [
  /^domain\/sending\//,
  /^lambda\/prompts\//,
  /^lambda\/enhance\/contestants\.ts$/,
  // Shows the prompts with "the first draft" in a draft's place, and sends nothing.
  /^src\/features\/enhance\/sending\/PromptsDialog\.tsx$/,
];

it('only prompts, and the contest that formats hidden drafts, compose text that may leave', () => {
  const found = PRODUCT.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  ).filter((file) => /\b(?:composed|sealed)\(/.test(readFileSync(join(project, file), 'utf8')));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((file) => !MAY_COMPOSE.some((allowed) => allowed.test(file)))).toEqual([]);
});
