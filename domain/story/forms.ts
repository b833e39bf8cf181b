/** The form of a word as its looks tell it: past, present, future, who acts. Good enough for counting. */
const FORMS: ReadonlyArray<[string, RegExp]> = [
  ['now', /^(?:is|are|am|has|have|do|does)$/],
  ['then', /^(?:was|were|had|did|been)$/],
  ['modal', /^(?:will|should|must|can|could|would|may|might|need|needs|to)$/],
  ['we', /^(?:we|i)$/],
  ['they', /^(?:they|he|she|it|you|this|that)$/],
  ['the', /^(?:the|a|an|our|all|every|each|no|some)$/],
  ['ing', /^[a-z]{2,}ing$/],
  ['past', /^[a-z]*(?:ed|wn|ught|orn|oken|ept|ent|id|ut|un|ound|ade)$/],
];
/** The words that a statement leads with say most. */
const LEADING = 3;

const formOf = (word: string): string | undefined => FORMS.find(([, looks]) => looks.test(word))?.[0];

/** Signs of voice and tense: "rolled back" leads with a past, "we had" has one who acts. */
export function formSigns(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replace(/\b\d{1,2}:\d\d\S*|\b\d+(?:am|pm)\b/g, ' ')
      .match(/[a-z']+/g) ?? [];
  const forms = words.map(formOf);
  const signs = forms.flatMap((form) => (form ? [`form=${form}`] : []));
  forms.slice(0, LEADING).forEach((form, at) => {
    if (form) signs.push(`form${at}=${form}`);
  });
  forms.forEach((form, at) => {
    const next = forms[at + 1];
    if (form && next) signs.push(`form=${form}+${next}`);
  });
  if (/^\W*\d{1,2}:\d\d|^\d{4}-/.test(text)) signs.push('time leads');
  if (/\d{1,2}:\d\d\W*$/.test(text)) signs.push('time ends');
  if (/^[A-Z]/.test(text)) signs.push('capital');
  if (text.endsWith('.')) signs.push('full stop');
  signs.push(`long=${Math.min(5, Math.floor(words.length / 4))}`);
  return signs;
}
