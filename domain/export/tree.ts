import type { Link, LinkReference, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { AuthoredContent } from '../postMortem/fields';
import { cutDeep, shallow } from '../shallow';
import { postMortemToMarkdown } from './markdown';

/** GitHub-flavoured Markdown as a tree that can be walked by recursion, whatever stands in it. */
export function parseMarkdown(markdown: string): Root {
  const text = shallow(markdown);
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  cutDeep(tree, text);
  return tree;
}

/**
 * The whole document as a tree. It is read from the Markdown that leaves, so that what is inert there (HTML,
 * pictures, links that act) is text in every other form too: one gate for all.
 */
export const documentTree = (document: AuthoredContent): Root =>
  parseMarkdown(postMortemToMarkdown(document));

/** Where links by reference lead. */
export type Definitions = ReadonlyMap<string, string>;

/** Where the references of a tree lead; the first definition of a name counts, as in Markdown. */
export function definitionsIn(tree: Root): Definitions {
  const found = new Map<string, string>();
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return found;
}

const HARMLESS = /^(?:https?:\/\/|mailto:|tel:)[^\s"'<>\\^`{|}]+$/i;
const UNSAFE_IN_ADDRESS = /[\p{Cc}\p{Cf}\s"'<>\\^`{|}]/gu;

/** The address of a link if it leads to a page or a person, with what could end it percent-encoded. */
export function addressOf(node: Link | LinkReference, definitions: Definitions): string | undefined {
  const url = node.type === 'link' ? node.url : definitions.get(node.identifier);
  if (url === undefined) return undefined;
  const encoded = url
    .trim()
    .replace(UNSAFE_IN_ADDRESS, (character) => encodeURIComponent(character).replace("'", '%27'));
  return HARMLESS.test(encoded) ? encoded : undefined;
}

const BROADCAST = /@(?=(?:channel|here|everyone|team|all|group)\b)/gi;

/** A text in which nobody is called: "@channel" keeps its letters and loses its power by a space of no width. */
export const withoutPings = (text: string): string => text.replace(BROADCAST, '@\u200b');
