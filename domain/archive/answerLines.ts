import { objectsIn, unwrapped } from '../answers/json';
import { withoutThinking } from '../answers/thinking';
import { sentencesOf } from '../reading/text/sentences';
import { type Cited, citedParts, isOnlySources } from './citations';

/** Longer answers are read this far: a model that repeats itself does so without end. */
const LONGEST_ANSWER = 40_000;
/** Longer sentences are none. */
const LONGEST_SENTENCE = 800;

/** What a model says in place of an answer, in the words that it is given for that and in those that small ones choose. */
const SAYS_NOTHING =
  /^\W*(?:(?:sorry|unfortunately)\W+)?(?:l['’])?(?:(?:the|these|this|provided|given|your)\s+)*(?:archive|passages?|sources?|documents?|post-?mortems?|text|context|information|archivio)\b.{0,60}?\b(?:do(?:es)?\s+not|do(?:es)?n['’]t|cannot|non)\s+(?:\w+\s+){0,2}?(?:say|tell|contain|mention|provide|answer|specify|state|include|have|dice)|^\W*(?:i\s+(?:do\s+not|don['’]t|cannot|can['’]t)\s+(?:know|find|answer|tell)|there\s+is\s+no\s+(?:information|answer|mention)|no\s+(?:answer|information|passage)\b|not\s+(?:found|mentioned|stated|specified)\b)/i;

/**
 * Reads a model's answer while it comes, whatever shape it has: a sentence a line with its sources behind it, several
 * of them in a line, numbers in front, sources on a line of their own, bullets, or JSON. Never throws.
 */
export class AnswerReader {
  private all = '';
  private read = 0;
  private held: Cited[] = [];
  private silent = false;

  /** Whether the model has said that the passages do not answer. */
  get saysNothing(): boolean {
    return this.silent;
  }

  /** Takes the next piece. Returns the sentences that are whole by now. */
  push(piece: string): Cited[] {
    if (this.all.length < LONGEST_ANSWER) this.all += piece.slice(0, LONGEST_ANSWER - this.all.length);
    const clean = this.clean();
    if (isJson(clean)) return [];
    const end = clean.lastIndexOf('\n') + 1;
    if (end <= this.read) return [];
    const lines = clean.slice(this.read, end).split('\n');
    this.read = end;
    return lines.flatMap((line) => this.line(line));
  }

  /** What is left when the answer has ended. */
  end(): Cited[] {
    const clean = this.clean();
    if (isJson(clean)) return rowsIn(clean).flatMap((row) => this.sentences(row));
    const rest = clean.slice(this.read);
    this.read = clean.length;
    return [...this.line(rest), ...this.release()];
  }

  /** The answer without what the model thought aloud before it. */
  private clean(): string {
    const clean = withoutThinking(this.all.replace(/\r\n?/g, '\n'));
    // What was read turned out to be thinking; it had no sources, or is held against them all the same.
    if (clean.length < this.read) this.read = 0;
    return clean;
  }

  private line(raw: string): Cited[] {
    const line = bare(raw);
    if (line === '') return [];
    if (isOnlySources(line) && this.held.length > 0) {
      const sources = citedParts(`- ${line}`).flatMap((part) => part.sources);
      this.held = this.held.map(({ text }) => ({ text, sources }));
      return this.release();
    }
    const before = this.release();
    // "Here is what the passages say:" claims nothing.
    const parts = citedParts(line).filter(({ text, sources }) => sources.length > 0 || !text.endsWith(':'));
    const sentences = parts.flatMap((part) => this.sentences(part));
    if (sentences.some(({ sources }) => sources.length > 0)) return [...before, ...sentences];
    this.held = sentences;
    return before;
  }

  /** Sources may stand on the next line. */
  private release(): Cited[] {
    const { held } = this;
    this.held = [];
    return held;
  }

  /** A part in its sentences, each with the part's sources. */
  private sentences({ text, sources }: Cited): Cited[] {
    return sentencesOf(text).flatMap((sentence) => {
      const said = sentence.text
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^\*\*(.+)\*\*$/, '$1');
      if (SAYS_NOTHING.test(said)) {
        this.silent = true;
        return [];
      }
      return /\p{L}{2}/u.test(said) && said.length <= LONGEST_SENTENCE ? [{ text: said, sources }] : [];
    });
  }
}

/** A line without what a model puts around it: bullets, numbers, headings, fences, bold. */
function bare(raw: string): string {
  const line = raw
    .trim()
    .replace(/^(?:```.*|#{1,6}\s+.*|[-*_]{3,})$/, '')
    .replace(/^(?:[-*•]|\(?\d{1,2}[.)])\s+/, '')
    .replace(/^(?:\*\*)?(?:answer|sentence|risposta)(?:\s+\d{1,2})?(?:\*\*)?\s*:\s*/i, '');
  return line.replace(/^\*\*(.+)\*\*$/, '$1').trim();
}

/** An answer that begins as JSON is read when it is whole. */
const isJson = (text: string): boolean => /^\s*(?:```(?:json)?\s*)?(?:\{|\[\s*(?:\{|"|\]))/.test(text);

const LISTS = ['answer', 'answers', 'sentences', 'statements', 'result', 'results', 'response'];
const TEXTS = ['sentence', 'text', 'statement', 'answer', 'content', 'claim'];
const SOURCES = ['sources', 'source', 'citations', 'citation', 'references', 'passages', 'passage', 'refs'];

function rowsIn(text: string): Cited[] {
  const strings = /^\s*(?:```(?:json)?\s*)?\[\s*"/.test(text) ? stringsIn(text) : [];
  return [...strings, ...objectsIn(text)].map(unwrapped).flatMap(rowsOf);
}

function stringsIn(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text.replace(/^[^[]*|[^\]]*$/g, ''));
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    // Objects in it are read one by one; a broken list of texts is no answer.
    return [];
  }
}

function rowsOf(value: unknown): Cited[] {
  if (typeof value === 'string') return citedParts(value);
  if (Array.isArray(value)) return value.flatMap(rowsOf);
  if (typeof value !== 'object' || value === null) return [];
  const row = value as Record<string, unknown>;
  const list = LISTS.map((name) => row[name]).find(Array.isArray);
  if (list) return rowsOf(list);
  const said = TEXTS.map((name) => row[name]).find((one) => typeof one === 'string') as string | undefined;
  if (said === undefined) return [];
  const named = SOURCES.flatMap((name) => sourcesIn(row[name]));
  return citedParts(said).map(({ text, sources }) => ({
    text,
    sources: [...new Set([...sources, ...named])],
  }));
}

function sourcesIn(value: unknown): number[] {
  if (typeof value === 'number') return Number.isInteger(value) ? [value] : [];
  if (typeof value === 'string') return [...value.matchAll(/\d{1,3}/g)].map(([digits]) => Number(digits));
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id, number, index, passage, source } = value as Record<string, unknown>;
  return sourcesIn(number ?? id ?? index ?? passage ?? source);
}
