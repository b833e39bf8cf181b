/**
 * A sentence that the domain or a function makes in English with values in it, and the same in Italian. What stands in
 * braces is kept as it is; behind `=` it is a word of ours and turned into Italian itself; where it
 * is none, this is not the sentence.
 */
export type Remark = readonly [english: string, italian: string];
