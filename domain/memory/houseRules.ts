import { looksLikeInstruction } from '../invisible/looksLikeInstruction';
import { type Memory, sameness } from './memory';

/** Sentences that go into a drafting prompt at most, and their characters in all: a prompt is about its source. */
export const MOST_HOUSE_RULES = 12;
export const MOST_HOUSE_RULE_CHARACTERS = 1_200;

/** How wording is spoken of. What says none of this is remembered, and is no rule for drafts. */
const ABOUT_WORDING =
  /\b(?:say|write|call|name|use|avoid|prefer|spell|abbreviate|capitali[sz]e|word(?:ing|ed)?|phrase|tone|voice|tense|short|concise|sentences?|bullets?|lists?|headings?|(?:american|british) english|utc|time ?zone|24[- ]hour)\b/i;

/** What asks for more than other words: to state something, to leave out a rule, to stop asking, to make things up. */
const ASKS_FOR_MORE =
  /\b(?:say|state|claim|write|mention|add|report|pretend|assume|conclude)s?\s+that\b|\b(?:ignor|disregard|overrid|bypass|forget|skip|obey|invent|fabricat|hallucinat|guess|estimat|exaggerat|conceal)\w*|\b(?:make|making|made)\s+up\b|\b(?:never|not|don['’]?t|without|stop)\s+(?:\w+\s+)?(?:ask|check|question|verify|doubt)\w*|\b(?:rules?|instructions?|prompts?|system|judges?|scores?|winners?|fact[- ]?checks?|gate|source|todo)\b|https?:/i;

/**
 * Whether a memory goes into drafting prompts: preferences of wording, terms, and the time zone. Who owns what is no
 * matter of words, and what asks for more than words stays a sentence on the page. This keeps prompts on their
 * subject; that nothing is invented rests on the fact gate alone.
 */
export function isHouseRule({ kind, text }: Pick<Memory, 'kind' | 'text'>): boolean {
  if (kind === 'OWNERSHIP' || ASKS_FOR_MORE.test(text) || looksLikeInstruction(text).length > 0) return false;
  return kind === 'TERM' || ABOUT_WORDING.test(text);
}

/**
 * The house rules among memories, as they stand in a prompt: one's own before the team's, the latest first, each
 * once, and no more than there is room for.
 */
export function houseRulesOf(
  memories: readonly Pick<Memory, 'kind' | 'text' | 'isTeams' | 'updatedAt'>[],
): string[] {
  const rules: string[] = [];
  const said = new Set<string>();
  let characters = 0;
  const ordered = memories
    .filter(isHouseRule)
    .sort((one, other) =>
      one.isTeams === other.isTeams
        ? other.updatedAt.localeCompare(one.updatedAt)
        : Number(one.isTeams) - Number(other.isTeams),
    );
  for (const { text } of ordered) {
    const rule = text.trim().replace(/\s+/g, ' ');
    const fits = rules.length < MOST_HOUSE_RULES && characters + rule.length <= MOST_HOUSE_RULE_CHARACTERS;
    if (!fits || said.has(sameness(rule))) continue;
    said.add(sameness(rule));
    rules.push(rule);
    characters += rule.length;
  }
  return rules;
}
