import type { ClipboardEvent, DragEvent, KeyboardEvent } from 'react';
import {
  holdsPicture,
  linkedPicture,
  linkedWords,
  looksLikeDocument,
} from '../../../../domain/import/pasted';
import type { Wording } from '../../../language/italian';
import { say, translated } from '../../../language/say';
import { hasControlCharacters, visibleText } from '../pastedText';
import { isTooLarge } from '../useTooLargePaste';
import { insertText } from './insertion';

/** More HTML than this is not read: it would take longer than its author wants to wait. */
const MOST_HTML = 1_000_000;

const NO_PICTURE: Wording =
  'Pictures cannot be kept here. Put it where your team keeps its files, and paste its link instead.';
const ONLY_ITS_LINK: Wording = 'The picture itself cannot be kept here. Its link was pasted.';
export const CLEANED: Wording = 'Control characters in what you pasted were left out.';
const AS_MARKDOWN: Wording = 'Pasted as Markdown. Ctrl-Shift-V pastes without formatting.';
const AS_PLAIN: Wording = 'Pasted without its formatting.';

/** What is on the clipboard, and where it goes. */
export interface Clipboard {
  plain: string;
  html: string;
  hasFile: boolean;
  /** What is selected, and goes. */
  words: string;
  /** Its author asked for the plain text. */
  asItStands: boolean;
}

/** What a paste comes to: what the browser makes of it, a text instead, a document to be read, or nothing. */
export type Pasted =
  | { kind: 'browser' }
  | { kind: 'text'; text: string; note?: string }
  | { kind: 'document' }
  | { kind: 'nothing'; note: string };

/** What its author means by pasting this here. The browser's own way goes first: its undo knows it best. */
export function meantBy({ plain, html, hasFile, words, asItStands }: Clipboard): Pasted {
  if (!asItStands) {
    const link = linkedWords(words, plain);
    if (link !== null) return { kind: 'text', text: link };
    const picture = plain.trim() === '' ? linkedPicture(html) : null;
    if (picture !== null) return { kind: 'text', text: picture, note: ONLY_ITS_LINK };
    if (looksLikeDocument(html)) return { kind: 'document' };
  }
  // Beside HTML a file is most often a picture of the same text.
  const hasPicture = !asItStands && (html === '' ? hasFile : holdsPicture(html));
  const isDirty = hasControlCharacters(plain);
  if (plain !== '' && (isDirty || hasPicture)) {
    const notes = [...(isDirty ? [say(CLEANED)] : []), ...(hasPicture ? [say(NO_PICTURE)] : [])];
    return { kind: 'text', text: visibleText(plain), note: notes.join(' ') };
  }
  return plain === '' && hasFile ? { kind: 'nothing', note: NO_PICTURE } : { kind: 'browser' };
}

type Tell = (note: string) => void;

/** What is pasted into one field. */
export class Pasting {
  #asItStands = false;

  /** Ctrl-Shift-V asks for the text as it stands. */
  readonly keyDown = ({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent): void => {
    this.#asItStands = key.toLowerCase() === 'v' && shiftKey && (ctrlKey || metaKey);
  };

  paste(event: ClipboardEvent<HTMLTextAreaElement>, tell: Tell): void {
    const { clipboardData, currentTarget: field } = event;
    const plain = clipboardData.getData('text/plain');
    // It is kept out by whoever sees the whole document, whatever its formatting is.
    if (isTooLarge(plain)) return;
    const html = clipboardData.getData('text/html');
    const pasted = meantBy({
      plain,
      html,
      hasFile: holdsFile(clipboardData),
      words: field.value.slice(field.selectionStart, field.selectionEnd),
      asItStands: this.#asItStands,
    });
    if (pasted.kind === 'browser') return;
    event.preventDefault();
    if (pasted.kind === 'document') void pasteDocument(field, { html, plain }, tell);
    if (pasted.kind === 'text') insertText(field, pasted.text);
    if ('note' in pasted && pasted.note) tell(pasted.note);
  }
}

/** Pastes a document as Markdown; what reads it arrives with the first one. */
async function pasteDocument(
  field: HTMLTextAreaElement,
  { html, plain }: { html: string; plain: string },
  tell: Tell,
): Promise<void> {
  const { value, selectionStart, selectionEnd } = field;
  const land = (text: string, note: string) => {
    // Whoever typed on meanwhile has the cursor where it belongs.
    if (field.value === value) field.setSelectionRange(selectionStart, selectionEnd);
    insertText(field, visibleText(text));
    tell(note);
  };
  if (html.length > MOST_HTML) return land(plain, AS_PLAIN);
  let read: { markdown: string; told: string[] };
  try {
    const { readHtml } = await import('../../../../domain/import/html');
    read = readHtml(html);
  } catch {
    return land(plain, `${say(AS_PLAIN)} ${say('What reads it could not be loaded.')}`);
  }
  const markdown = read.markdown.trim();
  if (markdown === '') return land(plain, AS_PLAIN);
  land(markdown, [say(AS_MARKDOWN), ...read.told.map((each) => translated(each))].join(' '));
}

/** A file that is let fall on a field would take the page's place in the browser. */
export function refuseFiles(event: DragEvent, tell: Tell): void {
  if (!holdsFile(event.dataTransfer)) return;
  event.preventDefault();
  tell(NO_PICTURE);
}

const holdsFile = ({ types }: DataTransfer): boolean => types.includes('Files');
