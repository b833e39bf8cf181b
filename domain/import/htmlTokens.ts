import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** A piece of HTML as it is read, one after the other. */
export type Token =
  | { type: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { type: 'close'; name: string }
  | { type: 'text'; text: string };

const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[!?][^>]*>|<(?<raw>script|style|template|noscript|iframe|object|svg|math)\b[^>]*>[\s\S]*?(?:<\/\k<raw>\s*>|$)|<\/(?<close>[a-z][a-z0-9:-]*)[^>]*>|<(?<open>[a-z][a-z0-9:-]*)(?<rest>(?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([a-z][a-z0-9:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;

/** The text of character references. */
const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,30}));?/gi, (all, hex, decimal, name) => {
    if (name) return decodeNamedCharacterReference(name) || all;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\ufffd';
  });

/**
 * Reads HTML as a document editor puts it on the clipboard. It is read for its text and nothing of it is ever
 * shown as HTML: what runs, styles or draws is left out with all that is in it.
 */
export function* tokensOf(html: string): Generator<Token> {
  let from = 0;
  for (const match of html.matchAll(PIECE)) {
    if (match.index > from) yield { type: 'text', text: decoded(html.slice(from, match.index)) };
    from = match.index + match[0].length;
    const { open, close, rest = '' } = match.groups ?? {};
    if (close) yield { type: 'close', name: close.toLowerCase() };
    if (open) {
      const attributes = new Map(
        [...rest.matchAll(ATTRIBUTE)].map(([, name, a, b, c]): [string, string] => [
          (name as string).toLowerCase(),
          decoded(a ?? b ?? c ?? ''),
        ]),
      );
      yield { type: 'open', name: open.toLowerCase(), attributes };
    }
  }
  if (from < html.length) yield { type: 'text', text: decoded(html.slice(from)) };
}
