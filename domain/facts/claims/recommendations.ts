const ADVICE =
  /\b(?:should(?! have\b)|ought to(?! have\b)|(?:we|team|i|they) (?:will|plan(?:s)? to|need(?:s)? to|must|intend(?:s)? to|recommend|propose|suggest)|recommend(?:ed|ation|ations|ing)?|going forward|in (?:the )?future|prevent(?:ing)? (?:a )?(?:recurrence|similar|this from|future)|next steps?|action items?|follow-?up (?:actions?|items?|work)|is advisable|it would (?:help|be (?:wise|good|useful))|lessons? learned|to do\b)/iu;
/** "Add an alert …" as an item of its own; a report tells in the past tense. */
const ORDER =
  /^(?:\[[ x]\]\s*)?(?:please )?(?:consider|add|ensure|implement|create|introduce|improve|review|set up|establish|document|investigate|automate|monitor|update|schedule|make sure|evaluate|adopt|define|configure|enforce|limit|test|train|write|extend|plan|audit|require|migrate|increase|reduce|tighten|enable|harden|refine|develop|conduct|publish|assign|alert|replace|remove|upgrade|verify|strengthen|expand|explore|build|run|validate|clarify|never|always)\b(?! (?:was|were|is|are|had|has)\b)(?!\w*ed\b)/iu;

/** Whether a sentence says what to do from now on, rather than what happened. */
export const isRecommendation = (text: string): boolean => ORDER.test(text) || ADVICE.test(text);
