import { type FactPlace, factCalled } from './places';

const BLOCK = /^---\n(?<lines>(?:.*\n)*?)---(?:\n|$)/;
const PAIR = /^(?<label>[\p{L}][\p{L}\p{N} _-]{0,40}):\s*(?<value>.*)$/u;

/**
 * Takes the front matter off a document: facts by their names in simple `name: value` lines, lists in brackets
 * or with hyphens below. What is more than that is told as lines.
 */
export function frontMatterOf(markdown: string): {
  title: string;
  values: Array<[label: string, place: FactPlace, value: string]>;
  lines: string[];
  body: string;
} {
  const found = BLOCK.exec(markdown);
  const block = found?.groups?.lines ?? '';
  if (!found || !block.split('\n').some((line) => PAIR.test(line)))
    return { title: '', values: [], lines: [], body: markdown };
  const values: Array<[string, FactPlace, string]> = [];
  const lines: string[] = [];
  let title = '';
  for (const line of joinedLists(block.split('\n'))) {
    const { label = '', value = '' } = PAIR.exec(line)?.groups ?? {};
    const place = factCalled(label.replaceAll('_', ' '));
    const text = unquoted(value);
    if (text === '') continue;
    if (place) values.push([label, place, text]);
    else if (label.toLowerCase() === 'title') title = text;
    else lines.push(line.trim());
  }
  return { title, values, lines, body: markdown.slice(found[0].length) };
}

const joinedLists = (lines: readonly string[]): string[] => {
  const joined: string[] = [];
  for (const line of lines) {
    const item = /^\s*- (.*)$/.exec(line)?.[1];
    const last = joined.at(-1);
    if (item === undefined || last === undefined) joined.push(line);
    else joined[joined.length - 1] = /:\s*$/.test(last) ? `${last.trimEnd()} ${item}` : `${last}, ${item}`;
  }
  return joined.filter((line) => line.trim() !== '');
};

const unquoted = (value: string): string => {
  const text = value.trim();
  if (/^".*"$/.test(text)) {
    try {
      return String(JSON.parse(text));
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      // YAML knows escapes that JSON does not: the text stands as it is written.
      return text.slice(1, -1);
    }
  }
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  return /^\[.*\]$/.test(text) ? text.slice(1, -1).split(',').map(unquoted).join(', ') : text;
};
