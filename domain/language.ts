/** Small words that nearly every English sentence has and few other languages share. */
const ENGLISH =
  /\b(?:the|and|was|were|is|are|of|to|from|with|after|before|then|by|on|at|in|it|its|we|our|no|not|all|had|has|have|been|be|this|that|for|but|because|until|since|when|which|still|after|again|down|up|out|back|off|went|got|new|old|only|nobody|about|too)\b/gi;
/** The same of languages that are written with the same letters. */
const OTHER =
  /\b(?:il|lo|la|gli|le|di|che|non|è|sono|stato|stata|alle|della|delle|dei|per|una|del|con|der|die|das|und|nicht|wurde|wurden|war|waren|von|mit|auf|für|ein|eine|einen|den|dem|uhr|les|des|une|est|pas|nous|était|ont|dans|avec|été|vers|el|los|las|una|por|para|fue|hasta|desde|sin|se|um|uma|não|foi|dos|das|às|em|os|het|een|niet|van|werd|de|och|att|det|som|inte|jest|nie|się|był|była|został)\b/gi;
const LETTER = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;
/** Longer texts are told by their beginning; it bounds the work. */
const LONGEST_LOOK = 4_000;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Whether a text can be read by English rules. Notes of a few words count as English unless something speaks
 * against it; an empty text does too. A heuristic over small words and scripts, without a model.
 */
export function isEnglish(text: string): boolean {
  // Code and identifiers speak no language.
  const prose = text.slice(0, LONGEST_LOOK).replace(/`[^`\n]*`|https?:\S+|(?<![^\s`])\S*[_/\\@.]\S+/g, ' ');
  const letters = count(prose, LETTER);
  if (letters === 0) return true;
  if (count(prose, LATIN) < letters * 0.6) return false;
  const english = count(prose, ENGLISH);
  const other = count(prose, OTHER) + count(prose, /[àèéìòùäöüßñçãõęąłżźćśøåæ]/gi);
  // One alone may be an English word as well: "war room", "die".
  return other < 2 || english > other;
}
