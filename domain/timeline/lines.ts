import { Dating } from './dating';
import type { Given, ImportedEntry, LineReading, ToldMoment } from './entry';
import { kindOf } from './kinds';
import { chatOf, isNameAbove, type Shape, shapeOf } from './shapes';

/** An entry that further lines may still join. */
interface Open {
  line: number;
  moment: ToldMoment;
  texts: string[];
  /** Who said it, in a chat. */
  name: string | null;
  source: string;
  /** Under a chat's header everything joins; under a dated line, what follows at once. */
  isHeader: boolean;
  /** An empty line came since. */
  isApart: boolean;
}

/** So many lines are read in one step: some milliseconds, zones with rules of their own included. */
const LINES_A_STEP = 200;

/**
 * Reads a pasted text line by line. Each line is taken, joins the entry that another line began, or is left out
 * with the reason. Time grows with the length of the text; each step says how much is done, from 0 to 1.
 */
export function* readLines(lines: readonly string[], given: Given): Generator<number, LineReading[]> {
  const dating = new Dating(given);
  const shapes: Shape[] = [];
  for (const line of lines) {
    shapes.push(shapeOf(line));
    if (shapes.length % LINES_A_STEP === 0) yield shapes.length / lines.length / 2;
  }
  const figures = figuresAmong(shapes);
  // A large number at the beginning of one line is part of what the line says.
  for (const [index, shape] of shapes.entries())
    if (figures.has('epoch') && shape.kind === 'moment' && shape.phrase.looksLikeFigure === 'epoch')
      shapes[index] = { kind: 'text' };
  const datesBelow = areDatesBelow(shapes, lines);
  const readings: LineReading[] = [];
  /** Lines without a time that wait for the date under them. */
  let waiting: number[] = [];
  /** A name on a line of its own, whose time is on the next. */
  let named: { line: number; name: string } | null = null;
  /** Who spoke last in a chat that shows a name only where it changes. */
  let speaker: string | null = null;
  let open: Open | null = null;
  const close = () => {
    if (open) readings[open.line - 1] = taken(open);
    open = null;
  };
  const leave = (line: number, text: string, why: string) => {
    readings[line - 1] = { line, taken: false, text, why };
  };
  const strand = () => {
    for (const line of waiting)
      leave(line, (lines[line - 1] as string).trim(), 'No time stands beside it or under it.');
    waiting = [];
  };
  for (const [index, shape] of shapes.entries()) {
    if (index % LINES_A_STEP === LINES_A_STEP - 1) yield (1 + index / lines.length) / 2;
    const line = index + 1;
    const text = (lines[index] as string).trim();
    switch (shape.kind) {
      case 'empty':
        if (open) open.isApart = true;
        leave(line, text, 'The line is empty.');
        break;
      case 'left':
        leave(line, text, shape.why);
        break;
      case 'zone':
        dating.zone(shape.zone);
        leave(line, text, 'It says the time zone of the lines below.');
        break;
      case 'day': {
        close();
        strand();
        speaker = null;
        dating.day(shape.day);
        if (shape.zone) dating.zone(shape.zone);
        const { isNone } = shape.day;
        leave(line, text, isNone ? `There is no ${isNone}.` : 'It says the day of the lines below.');
        break;
      }
      case 'moment': {
        const { looksLikeFigure: figure, told } = shape.phrase;
        const moment =
          figure !== null && figures.has(figure)
            ? { told, at: null, zone: null, note: FIGURE }
            : dating.moment(shape.phrase);
        if (shape.isAlone && datesBelow && waiting.length > 0) {
          const texts = waiting.map((each) => (lines[each - 1] as string).trim());
          for (const each of waiting) {
            readings[each - 1] = joining(each, (lines[each - 1] as string).trim(), line);
          }
          waiting = [];
          readings[index] = taken({
            line,
            moment,
            texts,
            source: 'status page',
          });
          break;
        }
        close();
        strand();
        const goesOn = shape.isAlone && shape.phrase.day === null && shape.phrase.zone === null;
        const name: string | null = named?.name ?? (shape.isHeader ? shape.text : goesOn ? speaker : null);
        speaker = name;
        if (named) readings[named.line - 1] = joining(named.line, named.name, line);
        named = null;
        open = {
          line,
          moment,
          name,
          texts: shape.text === '' || shape.isHeader ? [] : [shape.text],
          source: name !== null && shape.source === 'text' ? chatOf(shape.phrase) : shape.source,
          isHeader: shape.isHeader || shape.isAlone,
          isApart: false,
        };
        break;
      }
      case 'text':
        if (!datesBelow && isNameAbove(text) && isTimeAlone(shapes[index + 1]))
          named = { line, name: text.replace(/:$/, '') };
        else if (/^\d{1,3}$/.test(text) && isReaction(shapes[index - 1]))
          leave(line, text, 'It is a reaction.');
        else if (datesBelow) waiting.push(line);
        else if (open && (open.isHeader || !open.isApart)) {
          open.texts.push(text);
          readings[index] = joining(line, text, open.line);
        } else leave(line, text, 'No time stands beside it or above it.');
        break;
    }
  }
  close();
  strand();
  return readings;
}

const FIGURE = 'It may be a time, a figure or a length: the other lines are not timed like it.';

/** What is written like a time and is not taken for one, by its mark: where few of the lines are timed so. */
function figuresAmong(shapes: readonly Shape[]): Set<string> {
  const counts = new Map<string | null, number>();
  for (const shape of shapes) {
    if (shape.kind !== 'moment') continue;
    const { looksLikeFigure: mark } = shape.phrase;
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const many = Math.max(2, counts.get(null) ?? 0);
  return new Set(['.', 'h', 'epoch'].filter((mark) => (counts.get(mark) ?? 0) < many));
}

const joining = (line: number, text: string, joins: number): LineReading => ({
  line,
  taken: true,
  at: null,
  told: null,
  text,
  joins,
});

/** How many gave a reaction stands below it. */
const isReaction = (shape: Shape | undefined): boolean =>
  shape?.kind === 'left' && shape.why === 'It is a reaction.';

const isTimeAlone = (shape: Shape | undefined): boolean => shape?.kind === 'moment' && shape.isAlone;

function taken(
  open: Pick<Open, 'line' | 'moment' | 'texts' | 'source'> & { name?: string | null },
): LineReading {
  const { line, moment, texts, source, name } = open;
  const said = texts.join('\n');
  const text = name ? (said === '' ? name : `${name}: ${said}`) : said;
  const entry: ImportedEntry = { ...moment, text, kind: kindOf(said), source };
  return { line, taken: true, ...entry };
}

/**
 * Whether moments stand under what they date, as on a status page: a text comes before the first moment, the last
 * line is one, and moments mostly stand alone. A name over a time without a zone is how chats head a message.
 */
function areDatesBelow(shapes: readonly Shape[], lines: readonly string[]): boolean {
  const moments = shapes.filter((shape) => shape.kind === 'moment');
  const alone = moments.filter(({ isAlone }) => isAlone);
  const isPart = ({ kind }: Shape) => kind === 'moment' || kind === 'text';
  const first = shapes.findIndex(isPart);
  const next = shapes[first + 1];
  const isChat =
    next?.kind === 'moment' &&
    next.isAlone &&
    next.phrase.zone === null &&
    isNameAbove(lines[first]?.trim() ?? '');
  return (
    alone.length * 2 > moments.length &&
    shapes[first]?.kind === 'text' &&
    isTimeAlone(shapes.findLast(isPart)) &&
    !isChat
  );
}
