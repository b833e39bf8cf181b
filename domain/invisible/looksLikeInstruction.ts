/** Words in a text that talk to a model instead of about an incident. Offsets count UTF-16 units. */
export interface Suspicion {
  start: number;
  end: number;
  value: string;
}

const GAP = '[\\s,]{1,4}';
const WORDS = (most: number) => `(?:[\\p{L}'-]{1,20}${GAP}){0,${most}}`;

/** Phrases, each with a verb that commands a model or a claim that only a judge would act on. */
const PHRASES: readonly string[] = [
  `\\b(?:ignore|disregard|forget|override|bypass|skip)${GAP}${WORDS(4)}(?:instructions?|prompts?|rules|guidelines|directions|criteria|constraints|system message)\\b`,
  `\\b(?:do not|don't|never)${GAP}(?:follow|obey)${GAP}${WORDS(4)}(?:instructions?|prompt|rules|criteria)\\b`,
  `\\b(?:new|updated|real|actual|hidden|secret)${GAP}(?:system${GAP})?(?:instructions?|prompt)\\b[^\\n]{0,20}:`,
  `\\b(?:this|draft${GAP}[1-9a-c]|the (?:first|second|third|other|above|following) draft|my draft)${GAP}(?:draft${GAP})?(?:is|should be|must be|deserves)${GAP}${WORDS(3)}(?:(?<=the\\s)best|best(?!\\s{1,4}(?:read|seen|done|told|heard|served|left|kept|taken|known|understood|\\p{L}{2,20}ed)\\b)|winner|winning|superior|perfect|highest)\\b`,
  `\\b(?:choose|pick|select|prefer|vote for|rank|favou?r)${GAP}${WORDS(2)}(?:draft|candidate|answer|response|option)\\b`,
  `\\b(?:score|rate|grade|give|award|assign)${GAP}${WORDS(5)}(?:full marks|(?:the )?(?:highest|maximum|top|perfect) (?:scores?|marks?|grade))\\b`,
  `\\b(?:score|rate|grade|give|award|assign)${GAP}(?:(?:it|this|that|my|the|draft|text|answer|an?|with|as|[1-3])${GAP}){0,4}(?:5|five|10|ten)(?=\\s{0,2}(?:[.,;:!/\\n]|$|(?:on|in|for) (?:every|all|each)|out of|stars|points))`,
  `\\b(?:scores?|grounded|completeness|clarity)["']?\\s{0,2}[:=]\\s{0,2}5\\b`,
  `\\b(?:you are|you're) now\\b`,
  `\\b(?:act|behave|respond|answer|pretend)${GAP}(?:as|like)${GAP}(?:if${GAP}you|an?${GAP}(?:ai|assistant|model|judge|different))\\b`,
  `\\bas an? (?:ai|language model|llm|assistant|judge)\\b`,
  `\\b(?:reveal|print|repeat|output|show)${GAP}${WORDS(3)}(?:system prompt|instructions|prompt)\\b`,
  `\\b(?:developer|dan|god|jailbreak) mode\\b`,
  `\\b(?:note|message|instructions?) (?:to|for) (?:the )?(?:ai|judge|model|assistant|evaluator|grader|llm)\\b`,
  `\\brecord_verdict\\b`,
  `\\bignorez?${GAP}(?:toutes?${GAP})?les${GAP}instructions\\b`,
  `\\bignoriere${GAP}${WORDS(3)}anweisungen\\b`,
  `\\bignora${GAP}${WORDS(3)}instrucciones\\b`,
  `忽略.{0,10}(?:指令|指示|说明)`,
];

/** Marks that pretend to end the data and begin a message. */
const FORGED_MARKS: readonly string[] = [
  `(?<!<)<{2,20}\\s{0,3}(?:END\\b|SOURCE\\b|DRAFT\\b)[^\\n]{0,40}`,
  `<\\s{0,2}/?\\s{0,2}(?:source|draft|system|assistant|instructions?|prompt|untrusted)(?:\\s[^>\\n]{0,40})?>`,
  `^[\\t >*#_-]{0,10}(?:system|assistant)(?: (?:message|prompt))?[*_]{0,2}\\s{0,2}:`,
  `<\\|[a-z_]{2,30}\\|>`,
  `\\[/?(?:INST|SYS|SYSTEM)\\]|<</?SYS>>`,
  `^-{3,}\\s{0,3}(?:end|begin) (?:of )?(?:source|draft|data|document|text|user input|instructions)\\b[^\\n]{0,20}`,
  `^["'\`]{3,}\\s{0,3}(?:end|system)\\b`,
];

const SUSPICIOUS = new RegExp([...FORGED_MARKS, ...PHRASES].join('|'), 'gimu');

/**
 * Places that read like orders to a model. A warning for the screen and nothing else: nothing is removed,
 * refused or scored by it, because incident reports on models may say such things, and attacks may not.
 */
export function looksLikeInstruction(text: string): Suspicion[] {
  return [...text.matchAll(SUSPICIOUS)].map(({ 0: value, index }) => ({
    start: index,
    end: index + value.length,
    value,
  }));
}
