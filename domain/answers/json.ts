import { withoutThinking } from './thinking';

/** Longer answers are no verdict; it bounds the work. */
const LONGEST = 60_000;
const MOST_OBJECTS = 200;

/**
 * Finds the JSON object in an answer in plain text: bare, fenced, behind braces in prose, as a JSON text
 * within JSON, or as a tool call that was written out (`<tool_call>{"name": …, "arguments": …}`). Of several
 * the last one that `fits`, or else the last.
 * @returns `undefined` when there is none
 */
export function jsonInText(
  text: string,
  fits: (value: Record<string, unknown>) => boolean = () => true,
): unknown {
  const answer = withoutThinking(text).slice(0, LONGEST);
  const objects = [...objectsIn(answer)].map(unwrapped).filter(isObject);
  return objects.findLast(fits) ?? objects.at(-1);
}

/** A tool call's arguments, however deep a model wrapped them: as text, under a name, or in a list. */
export function unwrapped(value: unknown): unknown {
  let inner = value;
  for (let depth = 0; depth < 4; depth += 1) {
    if (typeof inner === 'string') inner = parse(inner) ?? inner;
    if (Array.isArray(inner) && inner.length === 1) inner = inner[0];
    if (!isObject(inner)) return inner;
    const { arguments: args, parameters, input, function: call } = inner;
    const wrapped = call ?? ('name' in inner || 'type' in inner ? (args ?? parameters ?? input) : undefined);
    if (wrapped === undefined) return inner;
    inner = wrapped;
  }
  return inner;
}

/** Every outermost object in a text that can be read, in order. */
export function* objectsIn(text: string): Generator<unknown> {
  let tried = 0;
  for (let at = text.indexOf('{'); at >= 0 && tried < MOST_OBJECTS; at = text.indexOf('{', at)) {
    tried += 1;
    const end = endOfObject(text, at);
    const value = end === undefined ? undefined : parse(text.slice(at, end));
    if (value !== undefined && end !== undefined) {
      yield value;
      at = end;
    } else {
      at += 1;
    }
  }
}

/** Where the object that opens at `at` closes, with strings read as strings. */
function endOfObject(text: string, at: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let place = at; place < text.length; place += 1) {
    const character = text[place];
    if (inString) {
      if (character === '\\') place += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return place + 1;
    }
  }
  return undefined;
}

/** Reads JSON, and JSON with commas before closing brackets, which models write. */
function parse(text: string): unknown {
  for (const attempt of [text, text.replace(/,(\s*[}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or no JSON: the caller reads `undefined` as "unusable" and says so.
    }
  }
  return undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
