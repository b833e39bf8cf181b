import type { AuthoredContent } from '../postMortem/fields';
import type { Exported } from './exported';
import { toMarkup } from './markup';
import { documentTree } from './tree';

/**
 * Bytes of UTF-16 that a message of Teams may hold, about: it counts mentions and markup too.
 * https://learn.microsoft.com/en-us/microsoftteams/limits-specifications-teams#chat
 */
const MOST_BYTES = 28_000;

/** Headings below this have no looks of their own in the composer. */
const DEEPEST_HEADING = 3;

/**
 * The HTML that Teams' composer and its API (`contentType: "html"`) take: headings, lists, tables, code, links.
 * A task is a line with a box, as Teams has no ticks in a list.
 */
export function write(document: AuthoredContent): Exported {
  const html = toMarkup(documentTree(document), { deepest: DEEPEST_HEADING })
    .replaceAll('<del>', '<s>')
    .replaceAll('</del>', '</s>');
  const bytes = html.length * 2;
  return {
    text: html,
    html,
    told:
      bytes > MOST_BYTES
        ? [
            `Teams takes about ${MOST_BYTES / 1000} KB a message and this is ${Math.ceil(bytes / 1000)} KB: send it section by section, or attach the HTML file. Nothing is left out here.`,
          ]
        : [],
  };
}
