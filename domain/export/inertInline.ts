/** What stays as it is (an escape, a code span, an autolink, a bare link), and what could act. */
const INLINE =
  /(?<kept>\\.|(?<!`)(?<ticks>`+)(?!`).+?(?<!`)\k<ticks>(?!`)|<(?:https?:|mailto:)[^\s<>]*>|(?<![A-Za-z0-9])(?:https?:\/\/|www\.)[^\s<\])]*)|(?<tag><(?=[a-z/!?]))|(?<image>!(?=\[))|(?<link>\](?=(?:\(|:)\s*<?(?<target>[^\s)>]*)))/gi;
const WHERE_A_SCHEME_STANDS = /^[^/?#]*/;
const HARMLESS_SCHEME = /^(?:https?|mailto|tel):/i;

/** A target that may open something else than a page, also behind an entity or an escape. */
const isActive = (target: string): boolean =>
  /[:&\\]/.test(WHERE_A_SCHEME_STANDS.exec(target)?.[0] ?? '') && !HARMLESS_SCHEME.test(target);

/** Longer than this without a space, and it may as well be a link. */
const LONGEST_WORD = 500;

/** A `<` that opens no tag: escaped, but as an entity within a bare link, which swallows the backslash. */
export function shownTag(line: string, at: number): string {
  const word = /\S*$/.exec(line.slice(Math.max(0, at - LONGEST_WORD), at))?.[0] ?? '';
  return word.length === LONGEST_WORD || /www\.|:\/\//i.test(word) ? '&lt;' : '\\<';
}

/**
 * One line of an author's Markdown in which nothing acts: HTML is shown, a link to anything but a page or an
 * address is shown as it was typed, and an image is a link, so that nothing is fetched unasked.
 * @param openCode whether a backtick of an earlier line of the paragraph is still open: what looks like code
 * here may then be the text between two code spans
 */
export function inertInline(line: string, openCode: boolean): { text: string; openCode: boolean } {
  let rest = '';
  let from = 0;
  const text = line.replace(INLINE, (match, ...details) => {
    const groups = details.at(-1) as Record<string, string | undefined>;
    const at = details.at(-3) as number;
    rest += line.slice(from, at);
    from = at + match.length;
    if (groups.tag) return shownTag(line, at);
    if (groups.image) return '\\!';
    if (groups.link) return groups.target === '' || isActive(groups.target ?? '') ? '\\]' : match;
    return groups.ticks && openCode ? match.replaceAll('<', '&lt;') : match;
  });
  rest += line.slice(from);
  return { text, openCode: openCode || rest.includes('`') };
}
