import type { ExportTarget } from '../../../domain/export';

/** Saves an exported text as a file named after the title. */
export const downloadExport = (
  target: Pick<ExportTarget, 'mediaType' | 'fileName'>,
  title: string,
  text: string,
): void => download(target.fileName(title), target.mediaType, text);

/** Saves a text as a file. */
export function download(name: string, mediaType: string, text: string): void {
  const file = new Blob([text], { type: `${mediaType};charset=utf-8` });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own handle on the blob once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
