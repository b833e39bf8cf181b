import { decodeText, decodeTransfer, decodeWords } from './encodings';
import { BadRequestError } from './errors';

/** A raw message, as far as a reader sees it. */
export interface MimeMessage {
  /** In their order, unfolded, encoded-words read. */
  readonly headers: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly text?: string;
  readonly html?: string;
  readonly attachments: ReadonlyArray<{ name: string; contentType: string; bytes: number }>;
}

/** Longest line, in bytes without its end (RFC 5321; SES's documentation of `RawMessage`). */
const LONGEST_LINE = 998;
/** How deep parts may hold parts. */
const DEEPEST = 20;

interface Part {
  readonly headers: Array<{ name: string; value: string }>;
  readonly body: string;
}

interface Found {
  text?: string;
  html?: string;
  attachments: Array<{ name: string; contentType: string; bytes: number }>;
}

/** @throws BadRequestError when it is no message of header, blank line and body, or breaks MIME's rules */
export function readMime(raw: Buffer): MimeMessage {
  const latin1 = raw.toString('latin1');
  if (/[^\n]{999}/.test(latin1.replaceAll('\r\n', '\n')))
    throw new BadRequestError(`A line of the message is longer than ${LONGEST_LINE} bytes.`);
  const message = partOf(latin1);
  if (message.headers.length === 0)
    throw new BadRequestError(
      'The raw message has no header: header fields, a blank line and the body make one.',
    );
  const found: Found = { attachments: [] };
  visit(message, found, 0);
  return {
    headers: message.headers.map(({ name, value }) => ({ name, value: decodeWords(utf8(value)) })),
    ...found,
  };
}

/** The first header of that name, undecoded. */
export const headerOf = ({ headers }: Pick<MimeMessage, 'headers'>, name: string): string | undefined =>
  headers.find((header) => header.name.toLowerCase() === name)?.value;

/** Headers that are written in UTF-8 without being encoded are read as what they are. */
const utf8 = (latin1: string): string => decodeText(Buffer.from(latin1, 'latin1'));

function partOf(latin1: string): Part {
  const end = /^\r?\n|\r?\n\r?\n/.exec(latin1);
  const head = latin1.slice(0, end?.index ?? latin1.length);
  const headers = head
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/s.exec(line) ?? [];
      return name === undefined ? [] : [{ name, value: (value ?? '').trim() }];
    });
  return { headers, body: end ? latin1.slice(end.index + end[0].length) : '' };
}

/** `type; name=value; other="value"`, as in Content-Type and Content-Disposition. */
function parametersOf(value: string): { kind: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain] of value.matchAll(
    /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/g,
  ))
    parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  return { kind: (value.split(';', 1)[0] ?? '').trim().toLowerCase(), parameters };
}

/** A file's name, also one in another character set (RFC 2231). */
function fileNameIn(parameters: Map<string, string>, name: string): string | undefined {
  const [, charset, encoded] = /^([^']*)'[^']*'(.*)$/.exec(parameters.get(`${name}*`) ?? '') ?? [];
  const plain = parameters.get(name);
  if (encoded === undefined) return plain && decodeWords(utf8(plain));
  const bytes = encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeText(Buffer.from(bytes, 'latin1'), charset || 'utf-8');
}

function visit(part: Part, found: Found, depth: number): void {
  if (depth > DEEPEST)
    throw new BadRequestError(`The message has parts within parts, more than ${DEEPEST} deep.`);
  const header = (name: string) => headerOf(part, name);
  const { kind, parameters } = parametersOf(header('content-type') ?? 'text/plain');
  if (kind.startsWith('multipart/')) {
    const boundary = parameters.get('boundary');
    if (!boundary) throw new BadRequestError(`The message is ${kind} and names no boundary.`);
    for (const inner of split(part.body, boundary)) visit(partOf(inner), found, depth + 1);
    return;
  }
  const disposition = parametersOf(header('content-disposition') ?? '');
  const name = fileNameIn(disposition.parameters, 'filename') ?? fileNameIn(parameters, 'name');
  const content = decodeTransfer(part.body, header('content-transfer-encoding'));
  const isRead = disposition.kind !== 'attachment' && name === undefined;
  const text = () => decodeText(content, parameters.get('charset')).replace(/\r\n/g, '\n');
  if (isRead && kind === 'text/plain' && found.text === undefined) found.text = text();
  else if (isRead && kind === 'text/html' && found.html === undefined) found.html = text();
  else
    found.attachments.push({
      name: name ?? 'without a name',
      contentType: kind,
      bytes: content.length,
    });
}

/** The parts between the lines of a boundary; what stands before the first and after the last is for nobody. */
function split(body: string, boundary: string): string[] {
  const parts: string[][] = [];
  for (const line of body.split(/\r?\n/)) {
    const mark = line.trimEnd();
    if (mark === `--${boundary}--`) break;
    if (mark === `--${boundary}`) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join('\r\n'));
}
