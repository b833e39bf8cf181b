import type { AuthoredContent } from '../postMortem/fields';
import type { Exported } from './exported';
import { escapeMarkup, toMarkup } from './markup';
import { documentTree, withoutPings } from './tree';

/**
 * Confluence's storage format, which its API takes as a page's body (`representation: "storage"`): XHTML with
 * macros for code and task lists. The editor takes no storage format by paste, so the clipboard has plain HTML
 * beside it. https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
 */
export function write(document: AuthoredContent): Exported {
  const tree = documentTree(document);
  let task = 0;
  const text = toMarkup(tree, {
    code: (value, language) =>
      `<ac:structured-macro ac:name="code">${
        /^[a-z0-9+#-]{1,20}$/i.test(language)
          ? `<ac:parameter ac:name="language">${escapeMarkup(language)}</ac:parameter>`
          : ''
      }<ac:plain-text-body><![CDATA[${inCdata(value)}]]></ac:plain-text-body></ac:structured-macro>\n`,
    tasks: (items) =>
      `<ac:task-list>\n${items
        .map(({ done, body }) => {
          task += 1;
          return `<ac:task><ac:task-id>${task}</ac:task-id><ac:task-status>${
            done ? 'complete' : 'incomplete'
          }</ac:task-status><ac:task-body><span>${body}</span></ac:task-body></ac:task>`;
        })
        .join('\n')}\n</ac:task-list>\n`,
  });
  return { text, html: toMarkup(tree), told: [] };
}

/** The end of a section of raw text within it would let the rest act: it is split over two. */
const inCdata = (value: string): string =>
  withoutPings(value)
    .replace(/[^\P{Cc}\t\n]/gu, '\ufffd')
    .replaceAll(']]>', ']]]]><![CDATA[>');
