/** A link that is open: where it leads, and from where in the line on. */
export interface Link {
  href: string;
  at: number;
}

/** A line with a link around its words from where it began. What leads nowhere from here is no link. */
export function endedLink(line: string, { href, at }: Link): string {
  const text = line.slice(at);
  // Markdown makes a link of an address by itself.
  const isPlain = href === `mailto:${text}`;
  if (!/^(?:https?:|mailto:)\S+$/i.test(href) || isPlain || text.trim() === '') return line;
  const address = href.replace(/[()<>|]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${line.slice(0, at)}[${text}](${address})`;
}

/**
 * What stands for a picture: what it shows, and where it is. The picture itself, where an editor has put it into the
 * address, is no text: it would fill the document with letters that nobody reads.
 */
export function pictureInWords(attributes: ReadonlyMap<string, string>): string {
  const address = attributes.get('src') ?? '';
  // A chat draws a sign or a short name that its alternative text tells whole.
  if (isEmoji(attributes)) return ` ${attributes.get('alt')} `;
  return ` ${attributes.get('alt') ?? ''} ${/^\s*(?:data|blob):/i.test(address) ? '' : address} `;
}

/** Whether it shows something that its words do not say: a face in a chat and a counter of readers are no pictures. */
export const isPicture = (attributes: ReadonlyMap<string, string>): boolean =>
  !/^[01](?:px)?$/.test(attributes.get('width') ?? '') && !isEmoji(attributes);

const isEmoji = (attributes: ReadonlyMap<string, string>): boolean => {
  const alt = attributes.get('alt')?.trim() ?? '';
  if (alt === '') return false;
  const says = `${attributes.get('itemtype') ?? ''} ${attributes.get('data-stringify-type') ?? ''}`;
  const isSign =
    /\p{Extended_Pictographic}/u.test(alt) && /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(alt);
  return isSign || /emoji/i.test(says) || /^:[\w+-]+:$/.test(alt);
};
