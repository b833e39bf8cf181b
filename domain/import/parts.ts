import type { Heading, Root, RootContent } from 'mdast';
import { toString as textIn } from 'mdast-util-to-string';
import { SECTIONS } from '../sections';
import { type Place, placeOfHeading } from './places';
import { lineOf } from './plain';

/** What stands under one heading that is a place of ours, or is none and stands at the level of one. */
export interface Part {
  /** As it is written; empty before the first heading. */
  heading: string;
  depth: number;
  place: Place | undefined;
  nodes: RootContent[];
}

/** A document by its parts. */
export interface Parts {
  title: string;
  /** What stands before the first heading that says a place: facts, and words of introduction. */
  opening: RootContent[];
  parts: Part[];
}

const OUR_LABELS: ReadonlyMap<string, Place> = new Map<string, Place>([
  ...SECTIONS.map(({ id, label }): [string, Place] => [label, id]),
  ['Timeline', 'timeline'],
  ['Action items', 'actionItems'],
  ['People', 'people'],
]);

/** Whether a document left Nevermore as Markdown: then its levels are known, and no heading of prose is a section. */
export function isOurs({ children: [title, facts] }: Root): boolean {
  if (title?.type !== 'heading' || title.depth !== 1 || facts?.type !== 'list') return false;
  const [severity, status] = facts.children.map((item) => textIn(item));
  return /^Severity: /.test(severity ?? '') && /^Status: /.test(status ?? '');
}

/** Takes a document apart by its headings. */
export function partsOf(tree: Root, markdown: string): Parts {
  const ours = isOurs(tree);
  const found: Parts = { title: '', opening: [], parts: [] };
  let current: Part | undefined;
  for (const node of tree.children) {
    if (node.type !== 'heading') {
      (current?.nodes ?? found.opening).push(node);
      continue;
    }
    const heading = lineOf(node.children, markdown);
    const place = ours ? ourPlace(node, heading) : placeOfHeading(heading);
    if (isTitle(node, place, found, current)) {
      found.title = heading;
      continue;
    }
    const begins = ours
      ? node.depth === 2
      : place !== undefined
        ? place !== current?.place || node.depth <= current.depth
        : current === undefined || node.depth <= current.depth;
    if (begins) {
      current = { heading, depth: node.depth, place, nodes: [] };
      found.parts.push(current);
    } else current?.nodes.push(node);
  }
  return found;
}

const ourPlace = (node: Heading, heading: string): Place | undefined =>
  node.depth === 2 ? OUR_LABELS.get(heading) : undefined;

const isTitle = (node: Heading, place: Place | undefined, found: Parts, current: Part | undefined): boolean =>
  found.title === '' && current === undefined && node.depth <= 2 && place === undefined;

/**
 * The Markdown of a part's body as it was written, its headings raised by what they lay below the section's:
 * leaving sinks them again.
 */
export function bodyOf(nodes: readonly RootContent[], depth: number, markdown: string): string {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) return '';
  const from = first.position?.start.offset ?? 0;
  const to = last.position?.end.offset ?? 0;
  let body = '';
  let at = from;
  for (const node of nodes) {
    if (node.type !== 'heading') continue;
    const start = node.position?.start.offset ?? 0;
    const marks = /^#+/.exec(markdown.slice(start, start + 6))?.[0];
    if (!marks) continue;
    body += markdown.slice(at, start) + '#'.repeat(Math.max(1, marks.length - depth));
    at = start + marks.length;
  }
  return (body + markdown.slice(at, to)).trim();
}
