/** Headings as authors of post-mortems write them; any other word with a colon begins a sentence. */
const USUAL =
  /\b(?:caught|detect|identified|noticed|alert|monitor|impact|affect|severity|duration|scope|customers?|users?|damage|cause|why|problem|factor|trigger|culprit|follow|next|lesson|prevent|action items?|learn|improve|resol|fix|mitigat|recover|repair|done|workaround|remedia|response|status|happened|background|context|timeline|summary|description|event|symptom|overview)/i;

/** A label at the start of a line, such as "Impact: " or "**Duration:** ". */
export interface Label {
  /** Its words, without colon and stars. */
  words: string;
  bold: boolean;
  /** What follows it on the line. */
  rest: string;
}

const BOLD = /^\*\*([^*:\n]{2,60})(?::\*\*|\*\*:)(?:\s+|$)/;
const PLAIN = /^([A-Z][A-Za-z'’/& -]{2,40}):(?:\s+|$)/;
const LONGEST_LABEL_WORDS = 6;
const LONGEST_PLAIN_WORDS = 3;
/** "We fixed the following:" announces a list; it is a sentence and no label. */
const SENTENCE_START = /^(?:we|the|this|that|it|they|our|there|i|in|at|on|for|to|however|note)\b/i;

/** Reads the label a line starts with. Plain ones must be among the usual headings of a post-mortem. */
export function labelOf(line: string): Label | undefined {
  const bold = BOLD.exec(line);
  if (bold?.[1] && bold[1].trim().split(/\s+/).length <= LONGEST_LABEL_WORDS) {
    return { words: bold[1].trim(), bold: true, rest: line.slice(bold[0].length) };
  }
  const plain = PLAIN.exec(line);
  const words = plain?.[1]?.trim();
  if (!plain || !words || SENTENCE_START.test(words)) return undefined;
  if (words.split(/\s+/).length > LONGEST_PLAIN_WORDS || !USUAL.test(words)) return undefined;
  return { words, bold: false, rest: line.slice(plain[0].length) };
}
