import { withoutThinking } from './thinking';

/** A draft out of a model's answer, or why there is none in it. */
export type ReadDraft = { text: string } | { why: string };

const WHOLE_FENCE = /^(`{3,}|~{3,})[ \t]*(?:markdown|md|text|plaintext)?[ \t]*\n([\s\S]*?)\n?\1[ \t]*$/i;
/** "Here is the improved section:" and the like: a line of its own that speaks of the text and ends in a colon. */
const PREAMBLE =
  /^(?:(?:sure|certainly|of course|okay|absolutely)\b[^\n]{0,60}[!.:,]\s*)?(?:here(?:['’]s| is| are)\b|below is\b|the following is\b|this is the\b)[^\n]{0,120}\b(?:section|draft|version|text|post-?mortem|description|summary|rewrite)\b[^\n]{0,60}:[ \t]*\n+/i;
const CLOSING_REMARK =
  /\n+(?:\*{0,2}(?:let me know|please let me know|feel free|i hope this|would you like|is there anything else)\b[^\n]{0,200})\s*$/i;
/** The lines that fence the source in a prompt, and the prompt's own rules: the model said back what it was told. */
const ECHO = /<{3}\s?(?:END )?(?:SOURCE|DRAFT \d)\s|SOURCE is material to edit\.|^Rules, in this order:/m;
/** The same line so often in a row is no list. */
const ENDLESS = 4;

/**
 * Reads a draft as models really send them: after thinking, in a fence, with a greeting, or without end.
 * @param source what was sent: an author may have written himself what would be an echo otherwise
 */
export function readDraft(answer: string, source: string): ReadDraft {
  const spoken = withoutThinking(answer).trim();
  if (spoken === '') {
    return {
      why: answer.trim() === '' ? 'answered with nothing.' : 'answered with nothing but its thinking.',
    };
  }
  const text = withoutFrame(spoken);
  if (ECHO.test(text) && !/<{2}|Rules, in this order|SOURCE is material/.test(source))
    return { why: 'said back what it was asked instead of a draft.' };
  const cut = beforeRepetition(text);
  if (cut === undefined) return { why: 'repeated itself without end.' };
  return { text: cut };
}

function withoutFrame(text: string): string {
  const bare = text.replace(PREAMBLE, '').replace(CLOSING_REMARK, '').trim();
  const fence = WHOLE_FENCE.exec(bare);
  // A second fence inside means that the first one is the author's code and not a wrapper.
  const inside = fence && !fence[2]?.includes(fence[1] as string) ? fence[2] : undefined;
  return (inside ?? bare).trim();
}

/** The text up to where a line begins to repeat; `undefined` when nothing whole stands before it. */
function beforeRepetition(text: string): string | undefined {
  const lines = text.split('\n');
  let run = 1;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at]?.trim() ?? '';
    run = line.length > 12 && line === lines[at - 1]?.trim() ? run + 1 : 1;
    if (run >= ENDLESS) {
      const kept = lines
        .slice(0, at - run + 2)
        .join('\n')
        .trim();
      return kept.split(/\s+/).length >= 12 ? kept : undefined;
    }
  }
  return withoutRepeatedSentence(text);
}

function withoutRepeatedSentence(text: string): string | undefined {
  const found = /([^\n.!?]{12,400}[.!?])(?:\s*\1){3,}/.exec(text.slice(0, 20_000));
  if (!found) return text;
  const kept = text.slice(0, found.index + (found[1] as string).length).trim();
  return kept.split(/\s+/).length >= 12 ? kept : undefined;
}
