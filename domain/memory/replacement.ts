/** A word that a team says for another one. */
export interface Replacement {
  say: string;
  not: string;
}

const WORD = '["“\'‘]?([\\p{L}][\\p{L}\\p{N}-]{1,30})["”\'’]?';
/** "say X, not Y", "say X instead of Y": what to say comes first. */
const SAY_FIRST = new RegExp(
  `^(?:please )?(?:we )?(?:always )?(?:say|write|use|prefer|call (?:it|them))\\s+${WORD},?\\s+(?:and\\s+)?(?:not|never|instead of|rather than|over)\\s+${WORD}\\s*[.!]?$`,
  'iu',
);
/** "do not say Y but X", "never write Y, say X". */
const NOT_FIRST = new RegExp(
  `^(?:please )?(?:we )?(?:do not|don['’]t|never|avoid)\\s+(?:say(?:ing)?|write|writing|use|using)?\\s*${WORD}[,;:]?\\s+(?:but|say|write|use|and say)\\s+${WORD}\\s*[.!]?$`,
  'iu',
);

/** The two words of a rule that is nothing but a replacement; null for any other rule. */
export function replacementIn(rule: string): Replacement | null {
  const said = SAY_FIRST.exec(rule.trim());
  if (said) return { say: said[1] as string, not: said[2] as string };
  const avoided = NOT_FIRST.exec(rule.trim());
  return avoided ? { say: avoided[2] as string, not: avoided[1] as string } : null;
}

/** What stays letter for letter: code, quotations, links, addresses, and words of a longer name. */
const KEPT =
  /`[^`]*`|"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|\[[^\]\n]*\]\([^)\n]*\)|\[TODO:[^\]]*\]|\S*[@/_.:#]\S*\w|\S*\d\S*/gu;

/** The text with one word for another, in the plural too and with its capital, where it stands as a word of prose. */
export function reworded(text: string, { say, not }: Replacement): string {
  const word = new RegExp(`(?<![\\p{L}\\p{N}-])${not}(s?)(?![\\p{L}\\p{N}-])`, 'giu');
  const replaced = (stretch: string) =>
    stretch.replace(word, (found: string, plural: string) => {
      const isCapital = found[0] !== found[0]?.toLowerCase();
      const head = isCapital ? `${say[0]?.toUpperCase()}${say.slice(1)}` : say;
      return head + (plural ? pluralOf(say) : '');
    });
  let done = '';
  let from = 0;
  for (const { 0: kept, index } of text.matchAll(KEPT)) {
    done += replaced(text.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return done + replaced(text.slice(from));
}

const pluralOf = (word: string): string => (/(?:s|x|ch|sh)$/i.test(word) ? 'es' : 's');
