import { markdownFileName } from '../../../domain/markdown';

/** Saves a Markdown text as a file named after the title. */
export function downloadMarkdown(title: string, markdown: string): void {
  const file = new Blob([markdown], { type: 'text/markdown;charset=utf-8' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = markdownFileName(title);
  link.click();
  // The download has its own handle on the blob once the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
