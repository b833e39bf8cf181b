import { saysBack, withoutMarkedLines } from './echo';
import { isAboutSomethingElse, talksToTheAuthor } from './elsewhere';
import { toLastSentence } from './lastSentence';
import { beforeRepetition } from './repetition';
import { withoutThinking } from './thinking';

/** A draft out of a model's answer, or why there is none in it. */
export type ReadDraft =
  | {
      text: string;
      /** It went round in circles from here on, so that its end is missing. */
      cut?: true;
    }
  | { why: string };

const WHOLE_FENCE = /^(`{3,}|~{3,})[ \t]*(?:markdown|md|text|plaintext)?[ \t]*\n([\s\S]*?)\n?\1[ \t]*$/i;
/** "Here is the improved section:" and the like: a line of its own that speaks of the text and ends in a colon. */
const PREAMBLE =
  /^(?:(?:sure|certainly|of course|okay|absolutely)\b[^\n]{0,60}[!.:,]\s*)?(?:here(?:['’]s| is| are)\b|below is\b|the following is\b|this is the\b)[^\n]{0,120}\b(?:section|draft|version|text|post-?mortem|description|summary|rewrite)\b[^\n]{0,60}:[ \t]*\n+/i;
const CLOSING_REMARK =
  /\n+(?:\*{0,2}(?:let me know|please let me know|feel free|i hope this|would you like|is there anything else)\b[^\n]{0,200})\s*$/i;
/**
 * Reads a draft as models really send them: after thinking, in a fence, with a greeting, or without end.
 * @param source what was sent: an author may have written himself what would be an echo otherwise
 * @param asked the instructions that went with it
 * @param stopped whether the model stopped at a limit: then its last half sentence is left off
 */
export function readDraft(answer: string, source: string, asked = '', stopped = false): ReadDraft {
  const spoken = withoutThinking(answer).trim();
  if (spoken === '') {
    return {
      why: answer.trim() === '' ? 'answered with nothing.' : 'answered with nothing but its thinking.',
    };
  }
  const text = withoutFrame(withoutMarkedLines(spoken));
  if (saysBack(text, source, asked)) return { why: 'said back what it was asked instead of a draft.' };
  if (talksToTheAuthor(text, source)) return { why: 'talked to you instead of writing a draft.' };
  const kept = beforeRepetition(text, source);
  if (kept === undefined) return { why: 'repeated itself without end.' };
  if (isAboutSomethingElse(kept, source)) return { why: 'wrote about something else than your text.' };
  if (kept === text && !stopped) return { text };
  return { text: toLastSentence(kept), cut: true };
}

function withoutFrame(text: string): string {
  const bare = text.replace(PREAMBLE, '').replace(CLOSING_REMARK, '').trim();
  const fence = WHOLE_FENCE.exec(bare);
  // A second fence inside means that the first one is the author's code and not a wrapper.
  const inside = fence && !fence[2]?.includes(fence[1] as string) ? fence[2] : undefined;
  return (inside ?? bare).trim();
}
