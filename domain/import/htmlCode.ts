import { pictureInWords } from './htmlLinks';

const BLOCKS = new Set(
  'p div section article header footer main aside nav center body figure figcaption address dl dt dd details summary form fieldset legend button option caption tbody thead tfoot'.split(
    ' ',
  ),
);

/** Whether it stands in lines of its own. */
export const isBlock = (name: string): boolean => BLOCKS.has(name);

const isOfLines = (name: string): boolean =>
  isBlock(name) || /^(?:h[1-6]|li|tr|ul|ol|pre|table|hr|blockquote)$/.test(name);

/** Code while it is read: its lines stay lines, whether they end in a break or are blocks of their own. */
export class CodeWriter {
  #text = '';
  /** As highlighters name it. */
  #language = '';

  text(text: string): void {
    this.#text += text;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'code' && this.#text === '')
      this.#language = /(?:^|\s)language-([\w+#-]{1,20})/.exec(attributes.get('class') ?? '')?.[1] ?? '';
    else if (name === 'br') this.#text += '\n';
    else if (name === 'td' || name === 'th') this.#text += ' ';
    else if (name === 'img') this.#text += pictureInWords(attributes);
    else this.close(name);
  }

  /** What begins or ends a line of its own. */
  close(name: string): void {
    if (isOfLines(name) && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += '\n';
  }

  /** In a fence that is longer than any in the code. */
  end(): string {
    const longest = Math.max(2, ...(this.#text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${this.#language}\n${this.#text.replace(/\n$/, '')}\n${fence}`;
  }
}
