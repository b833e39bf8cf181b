import { withForwardedUnquoted } from './forwarded';
import { type Token, tokensOf } from './htmlTokens';

const BLOCKS = new Set(
  'p div section article header footer main aside figure figcaption address dl dt dd details summary form fieldset tbody thead tfoot'.split(
    ' ',
  ),
);

/** What has lines of its own, for which a cell of a table has no room: its words stay in the cell. */
const TOO_TALL = new Set('ul ol li pre blockquote'.split(' '));

const STRESSABLE = new Set('b strong i em code s del strike span'.split(' '));

/** No document nests or runs on like this; what does is hostile, and keeps its words without their looks. */
const DEEPEST = 100;
const LONGEST_LINE = 20_000;
const MOST_QUOTES = 5;

/** Words that stand out, from where in the line on. Without a mark they only look as they do. */
interface Stress {
  name: string;
  mark: string;
  at: number;
}

/** How Markdown stresses what HTML does; by its style too, which is how document editors say it. */
function markOf(name: string, style: string): string {
  if (/^(?:s|del|strike)$/.test(name)) return '~~';
  if (name === 'code') return '`';
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  if (weight ? /^(?:bold|[6-9]00)$/i.test(weight) : /^(?:b|strong)$/.test(name)) return '**';
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  return (slant ? /^(?:italic|oblique)$/i.test(slant) : /^(?:i|em)$/.test(name)) ? '*' : '';
}

/**
 * HTML as a document editor pastes it, as Markdown with the same headings, lists, tables, links, stress and
 * code. Other looks are left out; text is not.
 */
export const htmlToMarkdown = (html: string): string => written(html).end();

/** A page that was saved as a file: what it is called in its head is its heading where it has no other. */
export const pageToMarkdown = (html: string): string => written(html).end(true);

function written(html: string): MarkdownWriter {
  const writer = new MarkdownWriter();
  for (const token of withForwardedUnquoted(tokensOf(html))) writer.take(token);
  return writer;
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
  private pre: string | null = null;
  /** Of the code within it, as highlighters name it. */
  private language = '';
  private row: string[] | null = null;
  private table: string[][] = [];
  private readonly lists: Array<{ ordered: boolean; at: number; isBegun: boolean }> = [];
  private readonly links: string[] = [];
  private readonly stresses: Stress[] = [];
  /** The last stress that ended, and where in the line. */
  private stressed = { mark: '', at: -1 };

  take(token: Token): void {
    if (token.type === 'text') this.text(token.text);
    else if (token.type === 'open') this.open(token.name, token.attributes);
    else this.close(token.name);
  }

  /** @param isPage whether the title of its head counts */
  end(isPage = false): string {
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
    const lines = quotes === 0 ? text : text.replace(/^/gm, `${'>'.repeat(quotes)} `);
    this.blocks.push({ text: lines, quotes, ...(this.item && { item: this.item }) });
    this.item = undefined;
  }

  private text(text: string): void {
    if (this.isInTitle) this.title += text;
    else if (this.pre !== null) this.pre += text;
    else if (this.stresses.some(({ mark }) => mark === '`')) this.line += text.replace(/\s+/g, ' ');
    else
      this.line += text
        .replace(/\s+/g, ' ')
        .replace(/[\\`*[\]<>~|]/g, '\\$&')
        .replace(/\S+/g, withLiteralUnderscores);
  }

  private open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.row && TOO_TALL.has(name)) this.line += ' ';
    else if (/^h[1-6]$/.test(name)) {
      this.flush();
      this.lead = `${'#'.repeat(Number(name[1]))} `;
    } else if (name === 'pre') {
      this.flush();
      this.pre = '';
      this.language = '';
    } else if (name === 'code' && this.pre === '') {
      this.language = /(?:^|\s)language-([\w+#-]{1,20})/.exec(attributes.get('class') ?? '')?.[1] ?? '';
      this.stresses.push({ name, mark: '', at: 0 });
    } else if (name === 'ul' || name === 'ol') {
      this.flush();
      this.lists.push({ ordered: name === 'ol', at: firstOf(attributes.get('start')) - 1, isBegun: false });
    } else if (name === 'li') this.beginItem();
    else if (name === 'blockquote') {
      const isQuote = this.lead === '' || this.line.trim() !== '';
      if (isQuote) this.flush();
      if (isQuote) this.quotes += 1;
      this.quoted.push(isQuote);
    } else if (name === 'title') this.isInTitle = true;
    else if (name === 'table') this.flush();
    else if (name === 'tr') this.row = [];
    else if (name === 'br') this.line += this.row || this.lead ? ' ' : '\\\n';
    else if (name === 'hr') this.flush();
    else if (name === 'a') {
      this.links.push(attributes.get('href') ?? '');
      this.line += '[';
    } else if (name === 'img') this.text(` ${attributes.get('alt') ?? ''} ${attributes.get('src') ?? ''} `);
    else if (name === 'input' && attributes.get('type') === 'checkbox')
      this.line += attributes.has('checked') ? '[x] ' : '[ ] ';
    else if (name === 'td' || name === 'th') {
      this.line = '';
      this.beginLine();
    } else if (BLOCKS.has(name) && this.row === null && this.lead === '') this.flush();
    else if (STRESSABLE.has(name)) {
      if (this.stresses.length >= DEEPEST) return;
      const plain = this.pre !== null || this.lead.startsWith('#') || this.line.length > LONGEST_LINE;
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
    if (this.row && TOO_TALL.has(name)) this.line += ' ';
    else if (name === 'pre' && this.pre !== null) {
      const fence = this.pre.includes('```') ? '~~~~' : '```';
      this.push(`${fence}${this.language}\n${this.pre.replace(/\n$/, '')}\n${fence}`);
      this.pre = null;
    } else if (name === 'ul' || name === 'ol') {
      this.flush();
      this.lists.pop();
    } else if (name === 'blockquote') {
      const isQuote = this.quoted.pop();
      if (isQuote === false) this.line += ' ';
      else this.flush();
      if (isQuote) this.quotes -= 1;
    } else if (name === 'title') this.isInTitle = false;
    else if (name === 'a' && this.links.length > 0) {
      const href = this.links.pop() as string;
      const at = this.line.lastIndexOf('[');
      const text = this.line.slice(at + 1);
      // Markdown makes a link of an address by itself.
      const isPlain = href === `mailto:${text}`;
      const leads = /^(?:https?:|mailto:)[^\s<>()]+$/i.test(href) && !isPlain;
      this.line =
        this.line.slice(0, Math.max(0, at)) + (leads && text.trim() !== '' ? `[${text}](${href})` : text);
    } else if (name === 'td' || name === 'th') {
      this.row?.push(this.line.replace(/\s+/g, ' ').trim());
      this.line = '';
    } else if (name === 'tr') this.endRow();
    else if (name === 'table') {
      this.endRow();
      this.endTable();
    } else if (
      /^h[1-6]$/.test(name) ||
      name === 'li' ||
      (BLOCKS.has(name) && this.row === null && !/^\s*(?:-|\d+\.) $/.test(this.lead))
    )
      this.flush();
    else if (STRESSABLE.has(name)) this.endStress(name);
    else if (BLOCKS.has(name)) this.line += ' ';
  }

  private flush(): void {
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
    for (const stress of this.stresses) stress.at = 0;
  }

  private endRow(): void {
    if (this.row && this.row.length > 0) this.table.push(this.row);
    this.row = null;
  }

  private endTable(): void {
    const [head, ...rows] = this.table;
    this.table = [];
    if (!head) return;
    const width = Math.max(head.length, ...rows.map((row) => row.length));
    const line = (row: string[]) =>
      `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
    this.push([line(head), line(Array.from({ length: width }, () => '---')), ...rows.map(line)].join('\n'));
  }
}
