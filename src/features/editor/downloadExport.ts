import type { ExportTarget } from '../../../domain/export';

/** Saves an exported text as a file named after the title. */
export function downloadExport(target: ExportTarget, title: string, text: string): void {
  const file = new Blob([text], { type: `${target.mediaType};charset=utf-8` });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = target.fileName(title);
  link.click();
  // The download has its own handle on the blob once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
