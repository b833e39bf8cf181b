import type { AuthoredContent } from '../postMortem/fields';
import { markdownFileName, postMortemToMarkdown } from './markdown';

/** A form in which a finished document leaves. Buttons and commands iterate over `EXPORTS`. */
export interface ExportTarget {
  /** As commands name it. */
  id: string;
  /** After "Copy" and "Download". */
  label: string;
  /** What a downloaded document with this title is called. */
  fileName(title: string): string;
  mediaType: string;
  /** The whole document. Whoever reads it may be anybody: nothing in it acts, and nothing is fetched unasked. */
  write(document: AuthoredContent): string;
}

export const MARKDOWN: ExportTarget = {
  id: 'markdown',
  label: 'Markdown',
  fileName: markdownFileName,
  mediaType: 'text/markdown',
  write: postMortemToMarkdown,
};

/** Every form, in the order of the buttons. A new one is its file here and its line in this list. */
export const EXPORTS: readonly ExportTarget[] = [MARKDOWN];
