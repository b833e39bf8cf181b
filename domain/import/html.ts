import { withForwardedUnquoted } from './forwarded';
import { CodeWriter, isBlock } from './htmlCode';
import { endedLink, isPicture, type Link, pictureInWords } from './htmlLinks';
import { markOf, STRESSABLE, type Stress } from './htmlStress';
import { TableWriter } from './htmlTable';
import { type Token, tokensOf } from './htmlTokens';
import { withLayoutTablesOpened } from './layoutTables';
import { withWordsLists } from './wordsLists';

/** What has lines of its own, for which a cell of a table has no room: its words stay in the cell. */
const TOO_TALL = new Set('ul ol li pre blockquote hr h1 h2 h3 h4 h5 h6'.split(' '));

/** No document nests or runs on like this; what does is hostile, and keeps its words without their looks. */
const DEEPEST = 100;
const LONGEST_LINE = 20_000;
const MOST_QUOTES = 5;

/** What of a document no Markdown here can keep, as it is told to whoever brings it. */
export const HTML_TOLD = {
  pictures:
    'Pictures cannot be kept here. In their place stand what they show and their addresses, as far as those were told.',
  quotes: 'Quotes more than five deep were brought to five. No word of them was left out.',
} as const;

/**
 * HTML as a document editor pastes it, as Markdown with the same headings, lists, tables, links, stress and
 * code. Other looks are left out; text is not.
 */
export const htmlToMarkdown = (html: string): string => readHtml(html).markdown;

/** A page that was saved as a file: what it is called in its head is its heading where it has no other. */
export const pageToMarkdown = (html: string): string => readHtml(html, true).markdown;

/** The same, with the sentences that tell what could not be kept. @param isPage whether it was saved as a file */
export function readHtml(html: string, isPage = false): { markdown: string; told: string[] } {
  const writer = new MarkdownWriter();
  for (const token of withLayoutTablesOpened(withForwardedUnquoted(withWordsLists(tokensOf(html)))))
    writer.take(token);
  const markdown = writer.end(isPage);
  return { markdown, told: [...writer.told].map((what) => HTML_TOLD[what]) };
}

/** A part of the text with an empty line around it. */
interface Block {
  text: string;
  /** How many quotes it stands in. */
  quotes: number;
  /** Of an item of a list, whether it may follow another one without an empty line. */
  item?: { isTight: boolean };
}

/** What stands between two blocks: nothing between items, and a quote goes on through its empty lines. */
function between(one: Block, other: Block): string {
  if (one.item && other.item?.isTight && one.quotes === other.quotes) return '\n';
  const quotes = Math.min(one.quotes, other.quotes);
  return quotes > 0 ? `\n${'>'.repeat(quotes)}\n` : '\n\n';
}

/** What lists of tasks begin with where they have no ticks of their own, as in our own HTML. */
const withTick = (text: string): string =>
  text.replace(/^([☐☑☒])\s*/, (_, box) => (box === '☐' ? '[ ] ' : '[x] '));

/** Inside a word or an address an underscore means nothing, and both should stay as they are. */
const withLiteralUnderscores = (word: string): string =>
  word.includes('://') ? word : word.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');

/** The number that a list begins with. */
const firstOf = (start: string | undefined): number => (/^\d{1,6}$/.test(start ?? '') ? Number(start) : 1);

class MarkdownWriter {
  private readonly blocks: Block[] = [];
  private quotes = 0;
  /** Of each quote that is open, whether it is one of `quotes`: what begins an item of a list stays in it. */
  private readonly quoted: boolean[] = [];
  private item: Block['item'];
  /** What the page is called in its head. */
  private title = '';
  private isInTitle = false;
  private line = '';
  private lead = '';
  private code: CodeWriter | null = null;
  private readonly table = new TableWriter();
  private readonly lists: Array<{ ordered: boolean; at: number; isBegun: boolean }> = [];
  private readonly links: Link[] = [];
  private readonly stresses: Stress[] = [];
  /** The last stress that ended, and where in the line. */
  private stressed = { mark: '', at: -1 };

  readonly told = new Set<keyof typeof HTML_TOLD>();

  take(token: Token): void {
    if (token.type === 'text') this.text(token.text);
    else if (token.type === 'open') this.open(token.name, token.attributes);
    else this.close(token.name);
  }

  /** @param isPage whether the title of its head counts */
  end(isPage = false): string {
    this.endCode();
    this.endCell();
    this.flush();
    this.endTable();
    const title = this.title.replace(/\s+/g, ' ').trim();
    const isNamed = this.blocks.some(({ text }) => text.startsWith('# '));
    if (isPage && title !== '' && !isNamed) {
      this.text(title);
      this.blocks.unshift({ text: `# ${this.line}`, quotes: 0 });
    }
    const parts = this.blocks.map((block, at) => {
      const before = this.blocks[at - 1];
      return before ? between(before, block) + block.text : block.text;
    });
    return `${parts.join('')}\n`;
  }

  private push(text: string): void {
    const quotes = Math.min(this.quotes, MOST_QUOTES);
    if (this.quotes > MOST_QUOTES) this.told.add('quotes');
    const lines = quotes === 0 ? text : text.replace(/^/gm, `${'>'.repeat(quotes)} `);
    this.blocks.push({ text: lines, quotes, ...(this.item && { item: this.item }) });
    this.item = undefined;
  }

  private text(text: string): void {
    if (this.isInTitle) this.title += text;
    else if (this.code) this.code.text(text);
    else if (this.stresses.some(({ mark }) => mark === '`')) this.line += text.replace(/\s+/g, ' ');
    else
      this.line += text
        .replace(/\s+/g, ' ')
        .replace(/[\\`*[\]<>~|]/g, '\\$&')
        .replace(/\S+/g, withLiteralUnderscores);
  }

  private open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.isInTitle = name === 'title';
    if (name === 'img' && isPicture(attributes)) this.told.add('pictures');
    if (this.code) this.code.open(name, attributes);
    else if (this.table.isInRow && TOO_TALL.has(name)) this.line += ' ';
    else if (/^h[1-6]$/.test(name)) {
      this.flush();
      this.lead = `${'#'.repeat(Number(name[1]))} `;
    } else if (name === 'pre') {
      this.flush();
      this.code = new CodeWriter();
    } else if (name === 'ul' || name === 'ol') {
      this.flush();
      this.lists.push({ ordered: name === 'ol', at: firstOf(attributes.get('start')) - 1, isBegun: false });
    } else if (name === 'li') this.beginItem();
    else if (name === 'blockquote') {
      const isQuote = this.lead === '' || this.line.trim() !== '';
      if (isQuote) this.flush();
      if (isQuote) this.quotes += 1;
      this.quoted.push(isQuote);
    } else if (name === 'table') this.flush();
    else if (name === 'tr') {
      this.endRow();
      this.flush();
      this.table.beginRow();
    } else if (name === 'br') this.line += this.table.isInRow || this.lead ? ' ' : '\\\n';
    else if (name === 'hr') this.flush();
    else if (name === 'a') {
      this.links.push({ href: attributes.get('href') ?? '', at: this.line.length });
      this.stressed = { mark: '', at: -1 };
    } else if (name === 'img') this.text(pictureInWords(attributes));
    else if (name === 'input' && attributes.get('type') === 'checkbox')
      this.line += attributes.has('checked') ? '[x] ' : '[ ] ';
    else if (name === 'td' || name === 'th') {
      this.endCell();
      if (!this.table.isInRow) this.flush();
      else if (this.line !== '') this.line += ' ';
      this.table.beginCell(attributes);
      this.beginLine();
    } else if (/^t(?:head|body|foot)$/.test(name)) {
      this.endRow();
      this.flush();
    } else if (isBlock(name)) {
      // No room for it: its words are words of their own.
      if (this.table.isInRow || this.lead !== '') this.line += ' ';
      else this.flush();
    } else if (STRESSABLE.has(name)) {
      if (this.stresses.length >= DEEPEST) return;
      const plain = this.lead.startsWith('#') || this.line.length > LONGEST_LINE;
      const mark = plain ? '' : markOf(name, attributes.get('style') ?? '');
      this.stresses.push({ name, mark, at: this.line.length });
    }
  }

  /** What was stressed gets its marks: around words, not around the blanks beside them. */
  private endStress(name: string): void {
    const index = this.stresses.findLastIndex((stress) => stress.name === name);
    if (index < 0) return;
    const [{ mark, at }] = this.stresses.splice(index, 1) as [Stress];
    const stressed = this.line.slice(at);
    const words = stressed.trim();
    if (mark === '' || words === '') return;
    const marks = mark === '`' && words.includes('`') ? '``' : mark;
    const room = marks === '``' ? ' ' : '';
    const head = this.line.slice(0, at);
    // Editors part what is stressed into pieces; two that touch are one.
    const before = stressed.slice(0, stressed.length - stressed.trimStart().length);
    const after = stressed.slice(stressed.trimEnd().length);
    const touches = before === '' && this.stressed.mark === marks && this.stressed.at === at;
    const opened = touches ? head.slice(0, -marks.length) : `${head}${before}${marks}`;
    this.line = `${opened}${room}${words}${room}${marks}`;
    const shift = opened.length + room.length - at - before.length;
    for (const link of this.links) if (link.at > at) link.at += shift;
    this.stressed = { mark: marks, at: this.line.length };
    this.line += after;
  }

  private beginItem(): void {
    this.flush();
    const list = this.lists.at(-1) ?? { ordered: false, at: 0, isBegun: true };
    list.at += 1;
    // Right below a line only a list that begins with 1 is one.
    this.item = { isTight: !list.ordered || list.isBegun || list.at === 1 };
    list.isBegun = true;
    this.lead = `${'   '.repeat(Math.max(0, this.lists.length - 1))}${list.ordered ? `${list.at}.` : '-'} `;
  }

  private close(name: string): void {
    if (name === 'title') this.isInTitle = false;
    else if (this.code) {
      if (name === 'pre') this.endCode();
      else this.code.close(name);
    } else if (this.table.isInRow && TOO_TALL.has(name)) this.line += ' ';
    else if (name === 'ul' || name === 'ol') {
      this.flush();
      this.lists.pop();
    } else if (name === 'blockquote') {
      const isQuote = this.quoted.pop();
      if (isQuote === false) this.line += ' ';
      else this.flush();
      if (isQuote) this.quotes -= 1;
    } else if (name === 'a' && this.links.length > 0) {
      this.endLinks(this.links.length - 1);
      this.links.pop();
    } else if (name === 'td' || name === 'th') this.endCell();
    else if (name === 'tr') this.endRow();
    else if (name === 'table') {
      this.endRow();
      this.flush();
      this.endTable();
    } else if (
      /^h[1-6]$/.test(name) ||
      name === 'li' ||
      (isBlock(name) && !this.table.isInRow && !/^\s*(?:-|\d+\.) $/.test(this.lead))
    )
      this.flush();
    else if (STRESSABLE.has(name)) this.endStress(name);
    else if (isBlock(name)) this.line += ' ';
  }

  /** What was read of the links from this one on gets their brackets; what stands below them is a link again. */
  private endLinks(from = 0): void {
    for (const link of this.links.slice(from).reverse()) this.line = endedLink(this.line, link);
  }

  private endCode(): void {
    const code = this.code?.end();
    this.code = null;
    if (code !== undefined) this.push(code);
  }

  private flush(): void {
    this.endLinks();
    // A line has no other blanks. The last ones only from where they begin: from each would be the square of them.
    const text = this.line.replace(/[ \t]+/g, ' ').replace(/^(?: |\\\n)+|(?<!\s)(?: |\\\n)+$/g, '');
    if (text !== '') this.push(this.lead + (this.item ? withTick(text) : text));
    this.line = '';
    this.lead = '';
    this.item = undefined;
    this.beginLine();
  }

  private beginLine(): void {
    this.stressed = { mark: '', at: -1 };
    for (const begun of [...this.stresses, ...this.links]) begun.at = 0;
  }

  private endCell(): void {
    if (!this.table.isInCell) return;
    this.endLinks();
    this.table.endCell(this.line);
    this.line = '';
    this.beginLine();
  }

  private endRow(): void {
    this.endCell();
    this.table.endRow();
  }

  private endTable(): void {
    this.endRow();
    const table = this.table.end();
    if (table !== null) this.push(table);
  }
}
