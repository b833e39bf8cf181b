/** What a character is to those who read words. */
const LETTER = 1;
const FIGURE = 2;
const MARK = 3;
const OTHER = 4;
/** By the last kind that it may be, what a word begins with. */
const FIRST = { letter: LETTER, 'letter or figure': FIGURE, 'letter, figure or mark': MARK };
/** By UTF-16 unit, 0 where it was not asked yet; surrogates are asked in pairs. */
const kinds = new Uint8Array(0x10000);
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit];
  if (known) return known;
  if (Number.isNaN(unit)) return OTHER;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const kind = /\p{L}/u.test(character)
    ? LETTER
    : /\p{N}/u.test(character)
      ? FIGURE
      : /\p{M}/u.test(character)
        ? MARK
        : OTHER;
  if (!isSurrogate(unit)) kinds[unit] = kind;
  return kind;
}

/** UTF-16 units of the character at a place. */
const sizeAt = (text: string, at: number): number =>
  isSurrogate(text.charCodeAt(at)) && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;

/**
 * Finds the words of texts one by one: letters and figures, and the marks that may join them within a word
 * ("10:02", "node's", "db_primary"). The same as a pattern with `\p{L}` and `\p{N}` does, without an object for each.
 */
export class WordFinder {
  private readonly joins = new Uint8Array(0x10000);
  private readonly lastFirst: number;
  private readonly lastWithin: number;
  /** Where the word that was found last stands. */
  start = 0;
  end = 0;

  /** @param first what a word begins with; marks of their own are within words that may begin with one */
  constructor(joining: string, first: keyof typeof FIRST = 'letter or figure') {
    for (let at = 0; at < joining.length; at += 1) this.joins[joining.charCodeAt(at)] = 1;
    this.lastFirst = FIRST[first];
    this.lastWithin = Math.max(FIGURE, this.lastFirst);
  }

  /** Whether a word begins at a place or behind it, and before an end; `start` and `end` tell where. */
  find(text: string, from: number, to = text.length): boolean {
    const { joins, lastFirst, lastWithin } = this;
    let at = from;
    while (at < to && kindAt(text, at) > lastFirst) at += sizeAt(text, at);
    if (at >= to) return false;
    this.start = at;
    for (let kind = LETTER; kind <= lastWithin && at < to; ) {
      at += sizeAt(text, at);
      kind = at < to ? kindAt(text, at) : OTHER;
      if (kind > lastWithin && at + 1 < to && joins[text.charCodeAt(at)] === 1) {
        kind = kindAt(text, at + 1);
        if (kind <= lastWithin) at += 1;
      }
    }
    this.end = at;
    return true;
  }
}
