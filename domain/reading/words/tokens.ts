/** What a character is to those who read words. */
const LETTER_OR_FIGURE = 1;
const OTHER = 2;
/** By UTF-16 unit, 0 where it was not asked yet; surrogates are asked in pairs. */
const kinds = new Uint8Array(0x10000);
const IS_PART = /[\p{L}\p{N}]/u;

function ask(text: string, at: number, unit: number): boolean {
  if (unit >= 0xd800 && unit <= 0xdfff) return IS_PART.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const is = IS_PART.test(String.fromCharCode(unit));
  kinds[unit] = is ? LETTER_OR_FIGURE : OTHER;
  return is;
}

/** Units that the letter or figure at a place takes, 0 for anything else. */
function partAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  const kind = kinds[unit];
  if (kind === LETTER_OR_FIGURE) return 1;
  if (kind === OTHER || !ask(text, at, unit)) return 0;
  return unit >= 0xd800 && unit <= 0xdfff ? 2 : 1;
}

/**
 * Finds the words of texts one by one: letters and figures, and the marks that may join them within a word
 * ("10:02", "node's", "db_primary"). The same as a pattern with `\p{L}\p{N}` does, at a fraction of its time.
 */
export class WordFinder {
  private readonly joins = new Uint8Array(0x10000);
  /** Where the word that was found last stands. */
  start = 0;
  end = 0;

  constructor(joining: string) {
    for (let at = 0; at < joining.length; at += 1) this.joins[joining.charCodeAt(at)] = 1;
  }

  /** Whether a word begins at a place or behind it; `start` and `end` tell where. */
  find(text: string, from: number): boolean {
    const { joins } = this;
    let at = from;
    let size = 0;
    for (; at < text.length; at += 1) {
      const kind = kinds[text.charCodeAt(at)];
      size = kind === OTHER ? 0 : kind === LETTER_OR_FIGURE ? 1 : partAt(text, at);
      if (size > 0) break;
    }
    if (size === 0) return false;
    this.start = at;
    do {
      at += size;
      const unit = text.charCodeAt(at);
      const kind = kinds[unit];
      size = kind === LETTER_OR_FIGURE ? 1 : partAt(text, at);
      if (size === 0 && joins[unit] === 1 && partAt(text, at + 1) > 0) {
        at += 1;
        size = partAt(text, at);
      }
    } while (size > 0);
    this.end = at;
    return true;
  }
}
