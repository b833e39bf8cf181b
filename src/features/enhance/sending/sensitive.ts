/** What makes a dark joke wrong, each with the words it is recognised by. */
const MATTERS: ReadonlyArray<{ about: string; words: RegExp }> = [
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
export const sensitiveMatter = (text: string): string | null =>
  MATTERS.find(({ words }) => words.test(text))?.about ?? null;
