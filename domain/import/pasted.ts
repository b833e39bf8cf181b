/** What a document editor puts on the clipboard and plain text cannot say. */
const STRUCTURE = /<(?:h[1-6]|[uo]l|table|a|b|strong|em|i|code|pre|blockquote|hr)\b[^>]*>/i;
const ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/i;
const PICTURE = /<img\b[^>]*>/i;

/** Whether pasted HTML says more than its text does: headings, lists, tables, links, code. */
export const looksLikeDocument = (html: string): boolean => STRUCTURE.test(html);

/** Whether pasted HTML holds a picture. */
export const holdsPicture = (html: string): boolean => PICTURE.test(html);

/**
 * What an address means that is pasted over words: `[words](address)`. Null where it means itself: when nothing
 * is selected, more than a line, or an address.
 */
export function linkedWords(words: string, pasted: string): string | null {
  const address = pasted.trim();
  if (!ADDRESS.test(address) || words.trim() === '' || words.includes('\n')) return null;
  if (ADDRESS.test(words.trim()) || words.includes('](')) return null;
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/.exec(words) ?? [];
  return `${before}[${withBrackets(inner)}](${inParentheses(address)})${after}`;
}

/** A picture that was copied from a page as a link to it; null when it is on no page. */
export function linkedPicture(html: string): string | null {
  const tag = PICTURE.exec(html)?.[0] ?? '';
  const address = attribute(tag, 'src');
  if (!/^https?:\/\/\S+$/i.test(address)) return null;
  return `[${withBrackets(attribute(tag, 'alt').trim() || 'Picture')}](${inParentheses(address)})`;
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)?.slice(1).find(Boolean) ?? '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

/** Brackets that do not close again would end the words of a link. */
function withBrackets(words: string): string {
  let open = 0;
  for (const letter of words.replace(/\\./g, '')) {
    open += letter === '[' ? 1 : letter === ']' ? -1 : 0;
    if (open < 0) break;
  }
  return open === 0 ? words : words.replace(/(?<!\\)[[\]]/g, '\\$&');
}

const inParentheses = (address: string): string =>
  address.replace(/[()<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
