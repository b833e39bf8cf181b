import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { ModelRole } from '../../../domain/enhancement/modelRoles';
import type { StateFolder } from '../../stateFolder';
import type { ChosenModels } from '../answering';
import { DamagedChoiceError } from './errors';

const MODEL = z.object({ file: z.string().min(1), name: z.string().min(1) });
const CHOICE = z.object({ micro: MODEL, lite: MODEL, pro: MODEL }).partial();

/** A model on this computer, as the screen names it. */
export type LocalModel = z.infer<typeof MODEL>;

/** Which model plays which role; a role without one keeps the others' (`chosenModels`). */
export type Choice = Partial<Record<ModelRole, LocalModel>>;

const FILE = 'model.json';
const fileOf = (state: StateFolder): string => state.file(FILE);

/** Where models and the engine stand: `models/` in the state folder, which `npm run reset` leaves alone. */
export const modelsFolder = (state: StateFolder): string => state.folder('models');

/** What was chosen, or nothing. @throws DamagedChoiceError */
export function readChoice(state: StateFolder): Choice {
  if (!existsSync(fileOf(state))) return {};
  try {
    return CHOICE.parse(JSON.parse(readFileSync(fileOf(state), 'utf8')));
  } catch (cause) {
    throw new DamagedChoiceError(fileOf(state), { cause });
  }
}

export function remember(state: StateFolder, choice: Choice): void {
  state.write(FILE, `${JSON.stringify(choice, null, 2)}\n`);
}

/** Back to the offline drafter; the files stay. */
export const forget = (state: StateFolder): void => rmSync(fileOf(state), { force: true });

/**
 * The models that answer, for `readBedrockSettings`. Where only some roles have one, the others take the
 * judge's or the first drafter's: a run needs all three.
 * @throws DamagedChoiceError
 */
export function chosenModels(state: StateFolder): ChosenModels | undefined {
  const choice = readChoice(state);
  const any = choice.pro ?? choice.lite ?? choice.micro;
  if (!any) return undefined;
  const { micro = choice.lite ?? any, lite = choice.micro ?? any, pro = any } = choice;
  return { engineFolder: modelsFolder(state), models: { micro, lite, pro } };
}
