import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeOut } from './archive';
import type { CatalogueModel } from './catalogue';
import type { LocalModel } from './chosenModels';
import { download, type OnProgress } from './download';
import { requireGguf } from './gguf';
import type { PublishedFile } from './publisher';

/** Where a model of the catalogue stands once it is here. */
export const modelFile = (folder: string, model: CatalogueModel): string => join(folder, `${model.id}.gguf`);

/** How a model is named on the screen and in a run's record. */
export const shownName = ({ name, quantization }: CatalogueModel): string => `${name} ${quantization}`;

export const isHere = (folder: string, model: CatalogueModel): boolean =>
  existsSync(modelFile(folder, model));

/**
 * Fetches a model of the catalogue, unless it is here already.
 * @throws PublisherError, WrongFileError, NotAModelError
 */
export async function fetchModel(
  folder: string,
  model: CatalogueModel,
  published: PublishedFile,
  onProgress: OnProgress,
): Promise<LocalModel> {
  const file = modelFile(folder, model);
  if (!isHere(folder, model)) {
    if (published.entry) {
      const archive = `${file}.archive`;
      await download(published, archive, onProgress);
      await takeOut(archive, published.entry, file);
      rmSync(archive);
    } else {
      await download(published, file, onProgress);
    }
  }
  requireGguf(file);
  return { file, name: shownName(model) };
}
