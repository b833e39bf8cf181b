/** A statement that is told with a doubt. */
export const DOUBT =
  /\b(?:suspect(?:ed|s|ing)?|probably|possibly|perhaps|maybe|might|may have|likely|unclear|unknown|not (?:100 ?% )?sure|not certain|we (?:think|believe)|seems?|seemed|appears?|appeared|apparently|presumably|afaik|iirc|no idea|guess(?:ed)?|looks like)\b|\?\?|\?(?=\s*$)/i;
