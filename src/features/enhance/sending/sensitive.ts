import type { Wording } from '../../../language/italian';

/** Promises and bounds that machines breach without anybody breaking in. */
const BOUND =
  '(?:SL[AOI]s?|OLAs?|service[- ]level\\w*|error budgets?|budgets?|thresholds?|limits?|quotas?|targets?|objectives?|deadlines?|RTOs?|RPOs?|p\\d{2,3}|latency|uptime|availability|alerts?|alarms?|monitors?|capacity|timeouts?)';
const BREACH = '(?:breach(?:ed|es|ing)?)';
const WORDS_BETWEEN = '[ \\t]+(?:[\\w%.-]{1,20}[ \\t]+){0,4}';
const OTHER_BREACH = new RegExp(
  `(?<!\\b(?:data|security|privacy)[ \\t])(?:\\b${BREACH}\\b${WORDS_BETWEEN}${BOUND}\\b|\\b${BOUND}\\b${WORDS_BETWEEN}(?<!\\b(?:data|security|privacy)[ \\t])${BREACH}\\b)`,
  'gi',
);

/** What makes a dark joke wrong, each with the words it is recognised by. */
const MATTERS: ReadonlyArray<{ about: Wording; words: RegExp }> = [
  {
    about: 'harm to people',
    words:
      /\b(?:injur(?:y|ies|ed)|deaths?|(?:person|people|man|woman|patients?|someone|workers?) died|dead (?:man|woman|person|people|patients?)|fatal(?:ity|ities)|killed (?:a |two |\d+ )?(?:person|people|patients?|workers?)|casualt(?:y|ies)|patients?|hospitals?|ambulances?|medication|overdose|suicide|self-harm|harassment|abuse victims?|emergency (?:calls?|services|room))\b/i,
  },
  {
    about: 'a security breach',
    words:
      /\b(?:(?:data|security|privacy) (?:breach|leak|incident)|breach(?:ed|es)?|leaked(?! (?:memory|connections?|file|handles?|goroutines?|threads?|sockets?))|exposed(?! (?:an?|the|our|how|that|this) (?:incident|weakness|gap|flaw|bug|problem|race|limit|lack|missing))|compromised|exfiltrat(?:ed|ion)|unauthori[sz]ed access|attackers?|intruders?|ransomware|malware|phishing|stolen|personal data|GDPR|vulnerability|CVE-\d{4})\b/i,
  },
];

/** What a text is about that does not go with dark humour, or null. */
export function sensitiveMatter(text: string): Wording | null {
  const read = text.replace(OTHER_BREACH, ' ');
  return MATTERS.find(({ words }) => words.test(read))?.about ?? null;
}
