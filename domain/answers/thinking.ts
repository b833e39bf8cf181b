/** Tags that models put around what they think before they answer: DeepSeek and Qwen, Nova, Claude, others. */
const TAGS = 'think|thinking|thought|reasoning|reflection|scratchpad';
const OPENING = new RegExp(`<(${TAGS})(?:\\s[^<>\\n]{0,80})?>`, 'gi');
const closingOf = (tag: string) => new RegExp(`</${tag}\\s*>`, 'gi');
const ANY_CLOSING = new RegExp(`</(?:${TAGS})\\s*>`, 'gi');
/** Mistral's Magistral. */
const BRACKETS = /^\s*\[THINK\][\s\S]*?(?:\[\/THINK\]|$)/i;
/** gpt-oss: channels between marks; the answer is what follows the last `final` channel. */
const FINAL_CHANNEL = /<\|channel\|>\s*final\s*(?:<\|constrain\|>[^<]{0,40})?<\|message\|>/g;
const CHANNEL = /<\|channel\|>/;
/** Marks of chat templates that a server did not take out. */
const MARKS =
  /<\|(?:im_start|im_end|eot_id|end_of_text|endoftext|end|start|return|message|channel|assistant|user|system|eom_id)\|>|<\/?s>|<end_of_turn>|<start_of_turn>|<｜end▁of▁sentence｜>/;
const LEADING_MARKS = new RegExp(`^(?:\\s*(?:${MARKS.source})(?:assistant|model)?)+\\s*`);
const TRAILING_MARKS = new RegExp(`(?:\\s*(?:${MARKS.source}))+\\s*$`);
const CODE = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]+`/g;

/**
 * An answer without what the model thought aloud before it and without the marks of its chat template. What
 * stands in code is left alone, since an incident may be about such marks. Empty when there is nothing but
 * thinking.
 */
export function withoutThinking(answer: string): string {
  if (!/[<[]/.test(answer)) return answer;
  const text = answerChannel(answer).replace(BRACKETS, '');
  const plain = withoutMarks(withoutBlocks(text));
  return plain === answer ? answer : plain.trim();
}

function answerChannel(text: string): string {
  const finals = [...text.matchAll(FINAL_CHANNEL)].filter(({ index }) => !isCode(text, index));
  const last = finals.at(-1);
  if (last) return text.slice(last.index + last[0].length).replace(/<\|(?:end|return|start)\|>[\s\S]*$/, '');
  const only = CHANNEL.exec(text);
  // Thinking channels and no answer.
  return only && !isCode(text, only.index) && text.slice(0, only.index).trim() === '' ? '' : text;
}

function withoutBlocks(text: string): string {
  let left = text;
  for (;;) {
    const open = firstOutsideCode(left, OPENING);
    const close = firstOutsideCode(left, ANY_CLOSING);
    // The server, or the template, swallowed the opening tag.
    if (close && (!open || close.index < open.index)) {
      left = left.slice(close.index + close[0].length);
      continue;
    }
    if (!open) return left;
    const end = firstOutsideCode(left.slice(open.index), closingOf(open[1] as string));
    const after = end ? left.slice(open.index + end.index + end[0].length) : '';
    // A tag that nothing closes behind an answer is a word of the answer; in front of it, it is all thinking.
    if (!end && left.slice(0, open.index).trim() !== '') return left;
    left = left.slice(0, open.index) + after;
  }
}

function firstOutsideCode(text: string, pattern: RegExp): RegExpExecArray | undefined {
  const code = [...text.matchAll(CODE)].map(({ 0: match, index }) => [index, index + match.length] as const);
  const searched = new RegExp(pattern);
  for (let found = searched.exec(text); found; found = searched.exec(text)) {
    const at = found.index;
    if (!code.some(([from, to]) => at >= from && at < to)) return found;
  }
  return undefined;
}

const isCode = (text: string, at: number): boolean =>
  [...text.matchAll(CODE)].some(({ 0: match, index }) => at >= index && at < index + match.length);

const withoutMarks = (text: string): string => text.replace(LEADING_MARKS, '').replace(TRAILING_MARKS, '');
