import type { AuthoredContent } from '../postMortem/fields';
import type { Exported } from './exported';
import { fileName } from './fileName';
import { postMortemToMarkdown } from './markdown';

export type { Exported } from './exported';

/** A form in which a finished document leaves. Buttons and commands iterate over `EXPORTS`. */
export interface ExportTarget {
  /** As commands name it. */
  id: string;
  /** After "Copy" and "Download". */
  label: string;
  /** What takes it, in a line. */
  suits: string;
  /** What a downloaded document with this title is called. */
  fileName(title: string): string;
  mediaType: string;
  /**
   * The whole document; the same document twice gives the same bytes. Whoever reads it may be anybody: nothing
   * in it acts, nobody is called, and nothing is fetched unasked. What writes it is loaded when it is asked for.
   */
  write(document: AuthoredContent): Promise<Exported>;
}

/** The first form. It is ready at once, as previews and checks of what leaves read it too. */
export const MARKDOWN = {
  id: 'markdown',
  label: 'Markdown',
  suits: 'GitHub, GitLab and everything else that reads Markdown.',
  fileName: (title: string) => fileName(title, 'md'),
  mediaType: 'text/markdown',
  now: postMortemToMarkdown,
  write: async (document: AuthoredContent) => ({ text: postMortemToMarkdown(document), told: [] }),
} satisfies ExportTarget & { now(document: AuthoredContent): string };

/** Every form, in the order of the menu. A new one is its file here and its line in this list. */
export const EXPORTS: readonly ExportTarget[] = [
  MARKDOWN,
  {
    id: 'slack',
    label: 'Slack',
    suits: 'Messages of 4,000 characters at most.',
    fileName: (title) => fileName(title, 'txt'),
    mediaType: 'text/plain',
    write: async (document) => (await import('./slack')).write(document),
  },
  {
    id: 'teams',
    label: 'Teams',
    suits: 'A message in Microsoft Teams.',
    fileName: (title) => fileName(title, 'html'),
    mediaType: 'text/html',
    write: async (document) => (await import('./teams')).write(document),
  },
  {
    id: 'confluence',
    label: 'Confluence',
    suits: 'A page in Confluence; the file is for its API.',
    fileName: (title) => fileName(title, 'xml'),
    mediaType: 'application/xml',
    write: async (document) => (await import('./confluence')).write(document),
  },
  {
    id: 'notion',
    label: 'Notion',
    suits: 'Markdown for a page in Notion.',
    fileName: (title) => fileName(title, 'md'),
    mediaType: 'text/markdown',
    write: async (document) => (await import('./notion')).write(document),
  },
  {
    id: 'html',
    label: 'HTML',
    suits: 'One file that stands alone and prints well.',
    fileName: (title) => fileName(title, 'html'),
    mediaType: 'text/html',
    write: async (document) => (await import('./html')).write(document),
  },
  {
    id: 'text',
    label: 'plain text',
    suits: 'E-mail, tickets, wherever nothing is formatted.',
    fileName: (title) => fileName(title, 'txt'),
    mediaType: 'text/plain',
    write: async (document) => (await import('./plainText')).write(document),
  },
  {
    id: 'front-matter',
    label: 'Markdown with front matter',
    suits: 'Site generators, and repositories of post-mortems.',
    fileName: (title) => fileName(title, 'md'),
    mediaType: 'text/markdown',
    write: async (document) => (await import('./frontMatter')).write(document),
  },
  {
    id: 'public',
    label: 'public version',
    suits: 'People outside: without names, tickets, hosts, secrets and revenue, by rules.',
    // Its own name, as a title may tell what the text does not.
    fileName: () => fileName('public version', 'md'),
    mediaType: 'text/markdown',
    write: async (document) => (await import('./publicMarkdown')).write(document),
  },
];

/** The form that commands know by this name. */
export const exportById = (id: string): ExportTarget | undefined =>
  EXPORTS.find((target) => target.id === id);
