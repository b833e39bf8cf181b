/**
 * Characters that no reader sees and that a model reads. The ranges, in order: soft hyphen, grapheme
 * joiner, Arabic letter mark, Hangul fillers, Khmer inherent vowels, Mongolian selectors, zero-width
 * characters and direction marks, direction embeddings, word joiner to deprecated format characters
 * (direction isolates among them), blank Braille, Hangul filler, variation selectors, byte order mark,
 * half-width Hangul filler, interlinear annotation and noncharacters (the replacement character is
 * visible and stays), shorthand and musical controls, tags and supplementary variation selectors.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is meant on its own
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;

/** Controls that a terminal acts on and a page does not show; tab and line feed are neither. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;

/** Halves of a surrogate pair on their own; UTF-8 has no form for them. */
const LONE_SURROGATE = /^[\ud800-\udfff]$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they break lines, and all become one kind
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

const ZERO_WIDTH_JOINER = '\u200d';
const ZERO_WIDTH_NON_JOINER = '\u200c';
/** Scripts whose spelling needs joiners: Persian "می‌خواهم" is two words without its own. */
const JOINED_SCRIPTS =
  /^[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}]$/u;
const EMOJI_STYLE = '\ufe0f';
const TEXT_STYLE = '\ufe0e';
/** What may carry a style selector: pictures, and the keycap bases 0–9, # and *. */
const STYLED = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u;
const KEYCAP_BASE = /^[0-9#*]$/;
const KEYCAP = '\u20e3';
const PICTURE = /^\p{Extended_Pictographic}$/u;
/** What a zero-width joiner may follow: a picture, its skin tone, or its style. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each is meant on its own
const PICTURE_ENDS = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;

/** A flag such as Scotland's: black flag, tag letters, cancel tag. Unicode knows no longer ones than this. */
const SUBDIVISION_FLAG =
  /\u{1f3f4}(?:\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073}))\u{e007f}/uy;

/**
 * The text as a reader sees it, for whatever a model is sent: no hidden instruction, and no secret split
 * by a character of no width, gets past it. Emoji sequences and scripts that are
 * spelt with joiners keep theirs; line
 * separators of every kind become `\n`. `removed` counts the characters that were taken out (code points;
 * a line break made uniform is not one). The author's stored text is never changed.
 */
export function withoutInvisible(text: string): { text: string; removed: number } {
  const lines = text.replace(LINE_BREAK, '\n');
  let kept = '';
  let removed = 0;
  let before = '';
  for (let at = 0; at < lines.length; ) {
    SUBDIVISION_FLAG.lastIndex = at;
    const flag = SUBDIVISION_FLAG.exec(lines)?.[0];
    const character = flag ?? String.fromCodePoint(lines.codePointAt(at) ?? 0);
    at += character.length;
    if (flag !== undefined || isSeen(character, before, lines, at)) {
      kept += character;
      before = character;
    } else removed++;
  }
  return { text: kept, removed };
}

function isSeen(character: string, before: string, text: string, next: number): boolean {
  if (character >= ' ' && character <= '~') return true;
  if (CONTROL.test(character) || LONE_SURROGATE.test(character)) return false;
  if (!INVISIBLE.test(character)) return true;
  const after = String.fromCodePoint(text.codePointAt(next) ?? 0);
  const joins = character === ZERO_WIDTH_JOINER || character === ZERO_WIDTH_NON_JOINER;
  if (joins && JOINED_SCRIPTS.test(before) && JOINED_SCRIPTS.test(after)) return true;
  if (character === ZERO_WIDTH_JOINER) return PICTURE_ENDS.test(before) && PICTURE.test(after);
  if (character === EMOJI_STYLE || character === TEXT_STYLE)
    return STYLED.test(before) || (KEYCAP_BASE.test(before) && after === KEYCAP);
  return false;
}
