import type { Exported } from '../../../domain/export';

/**
 * Puts a document on the clipboard, with its looks beside its text where the target takes them.
 * @throws what the browser says when it refuses the clipboard
 */
export async function copyExport(written: Promise<Exported>): Promise<Exported> {
  const exported = await written;
  if (exported.html === undefined || typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(exported.text);
    return exported;
  }
  const blob = (type: string, text: string) => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob('text/plain', exported.text),
      'text/html': blob('text/html', exported.html),
    }),
  ]);
  return exported;
}
