import { COMMENT_PLACES, type Quote } from '../../../domain/comments/comment';
import { findQuote, quoteOf } from '../../../domain/comments/quote';
import { HIGHLIGHT } from '../../components/showQuote';

/** What is written in a comment is no part of the document. */
const TALK = '.talk';
const FIELDS = 'textarea, input, select, [contenteditable="true"]';
export interface Where {
  place: string | null;
  isWriting: boolean;
}

const idOf = (place: string): string => `section-${place}`;
export const elementOf = (place: string): HTMLElement | null => document.getElementById(idOf(place));

function placeOf(element: Element | null): string | null {
  const id = element?.closest('[id^="section-"]')?.id;
  return COMMENT_PLACES.find(({ id: place }) => idOf(place) === id)?.id ?? null;
}

/** Where this person is: in the section whose field they write in, or in the one that they have before them. */
export function whereInPage(): Where {
  const focused = document.activeElement;
  const place = placeOf(focused);
  if (place !== null) {
    return { place, isWriting: focused?.matches(FIELDS) === true && focused.closest(TALK) === null };
  }
  const line = window.innerHeight * 0.4;
  const before = COMMENT_PLACES.find(({ id }) => {
    const box = elementOf(id)?.getBoundingClientRect();
    return box !== undefined && box.top <= line && box.bottom > line;
  });
  return { place: before?.id ?? null, isWriting: false };
}

const fieldOf = (section: Element): HTMLTextAreaElement | null =>
  [...section.querySelectorAll('textarea')].find((field) => field.closest(TALK) === null) ?? null;

/**
 * The words of a section that are selected, as they stand in its text; null when none are, and undefined when the
 * focus is on something else in the section, such as the button that quotes what was selected before.
 */
export function selectedIn(section: Element, text: string): Quote | null | undefined {
  const focused = document.activeElement;
  const field = fieldOf(section);
  if (field && focused === field) {
    return quoteOf(field.value, { start: field.selectionStart, end: field.selectionEnd });
  }
  const isInEditor = focused instanceof HTMLElement && focused.isContentEditable;
  if (focused && section.contains(focused) && !isInEditor) return undefined;
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const holder = range.commonAncestorContainer;
  const element = holder instanceof Element ? holder : holder.parentElement;
  if (!section.contains(holder) || element?.closest(TALK)) return null;
  if (selection.isCollapsed) return null;
  const seen = textNodesOf(section);
  const whole = seen.map(({ data }) => data).join('');
  const start = offsetIn(seen, range.startContainer, range.startOffset);
  const quote = quoteOf(whole, { start, end: start + range.toString().length });
  const found = quote && findQuote(text, quote);
  return found ? quoteOf(text, found) : null;
}

/** Shows the quoted words in the section. False when they are not there any more. */
export function showQuote(place: string, text: string, quote: Quote): boolean {
  const section = elementOf(place);
  const found = findQuote(text, quote);
  if (!section || !found) return false;
  const field = fieldOf(section);
  if (field) {
    field.focus({ preventScroll: true });
    field.setSelectionRange(found.start, found.end);
    // Nothing tells where a character stands in a field; by its share of the text it comes near enough.
    field.scrollTop = (found.start / text.length) * field.scrollHeight - field.clientHeight / 3;
    field.scrollIntoView({ block: 'center' });
    return true;
  }
  const range = rangeOf(section, quote);
  if (!range) return false;
  if ('highlights' in CSS) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  return true;
}

function rangeOf(section: Element, quote: Quote): Range | null {
  const nodes = textNodesOf(section);
  const found = findQuote(nodes.map(({ data }) => data).join(''), quote);
  if (!found) return null;
  const range = document.createRange();
  let passed = 0;
  for (const node of nodes) {
    const end = passed + node.length;
    if (found.start >= passed && found.start < end) range.setStart(node, found.start - passed);
    if (found.end > passed && found.end <= end) range.setEnd(node, found.end - passed);
    passed = end;
  }
  return range;
}

/** The texts of a section that belong to the document. */
function textNodesOf(section: Element): Text[] {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(`${TALK}, button, .visually-hidden`)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** How many units of text stand before a place of the page. */
function offsetIn(nodes: readonly Text[], container: Node, offset: number): number {
  const upTo = document.createRange();
  upTo.setStart(container, offset);
  let passed = 0;
  for (const node of nodes) {
    if (node === container) return passed + offset;
    if (upTo.comparePoint(node, 0) >= 0) return passed;
    passed += node.length;
  }
  return passed;
}
