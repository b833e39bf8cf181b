/** What a plain request asks for, as the assistant without a model reads it. */
export type PlainRequest =
  | { tool: 'search'; text: string }
  | { tool: 'list_open_actions'; owner: string }
  | { tool: 'read_post_mortem'; title: string | null; section: string | null }
  | { tool: 'check_facts'; source: string; draft: string }
  | { tool: 'remember'; text: string; isTeams: boolean }
  | { tool: 'forget'; text: string }
  | { tool: 'recall'; text: string };

const FOR_TEAM =
  /\s*,?\s*\b(?:for (?:the |our |my )?(?:whole )?team|as a team|(?:per|a) tutt[oi] (?:il team)?|per il team)\b[,:]?\s*/iu;

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^["“„«'](.*)["”“»']$/u, '$1')
    .replace(/[.!?]+$/, '')
    .trim();

/** Patterns in the order in which they are tried; each reads what stands behind the words of the request. */
const READERS: readonly [RegExp, (match: RegExpExecArray) => PlainRequest | null][] = [
  [
    /^(?:please )?(?:what|which things?) (?:do you|have you|is|did you) remember(?:ed)?(?: (?:about|of|on) (.+?))?[?.!\s]*$|^(?:che cosa|cosa) (?:ricordi|ti ricordi)(?: (?:di|su) (.+?))?[?.!\s]*$|^recall(?: (.+?))?[?.!\s]*$/iu,
    ([, about, di, recalled]) => ({ tool: 'recall', text: unquoted(about ?? di ?? recalled ?? '') }),
  ],
  [
    /^(?:please )?(?:remember|keep in mind|note|memori[sz]e|ricorda(?:ti)?)\b(.+)$/isu,
    ([, rest = '']) => {
      const isTeams = FOR_TEAM.test(rest);
      const text = unquoted(
        rest.replace(FOR_TEAM, ' ').replace(/^\s*[,:]?\s*(?:that|che|di)?\b\s*[:,]?\s*/iu, ''),
      );
      return text === '' ? null : { tool: 'remember', text, isTeams };
    },
  ],
  [
    /^(?:please )?(?:forget|stop remembering|dimentica)\b\s*[,:]?\s*(?:that|about|che)?\s+(.+)$/isu,
    ([, text = '']) => ({ tool: 'forget', text: unquoted(text) }),
  ],
  [
    /^(?:please )?(?:check (?:the )?facts?(?: of| in)?)\s*:?\s*(.+?)\s*(?:\n+|\s)(?:draft|against|=>|→)\s*:?\s+(.+)$/isu,
    ([, source = '', draft = '']) => ({
      tool: 'check_facts',
      source: source.replace(/^source\s*:\s*/i, '').trim(),
      draft: draft.trim(),
    }),
  ],
  [
    /\b(?:open|overdue|outstanding|pending)\s+(?:action(?: item)?s?|todos?|tasks?)\b(?:\s+(?:of|for|owned by|by)\s+(.+?))?\s*[?.!]*$|^azioni aperte(?:\s+di\s+(.+?))?\s*[?.!]*$/iu,
    ([, owner, di]) => ({ tool: 'list_open_actions', owner: unquoted(owner ?? di ?? '') }),
  ],
  [
    /^(?:please )?(?:read|open|show|leggi)(?: me)?(?: the (.+?) of)?\s+(?:(?:this|the (?:current|open)) (?:post-?mortem|document|one)|this|questo(?: post-?mortem)?)[.!?]*$/iu,
    ([, section]) => ({ tool: 'read_post_mortem', title: null, section: section ?? null }),
  ],
  [
    /^(?:please )?(?:read|open|show|leggi)(?: me)?(?: the post-?mortem)?(?: (?:about|on|called|titled))?\s+(.+)$/iu,
    ([, title = '']) => ({ tool: 'read_post_mortem', title: unquoted(title), section: null }),
  ],
  [
    /^(?:please )?(?:search|look|find|cerca|trova)\b(?: (?:me|for|about|up|the post-?mortems?|post-?mortems?))*\s+(?:(?:about|on|with|for)\s+)?(.+)$/iu,
    ([, text = '']) => ({ tool: 'search', text: unquoted(text) }),
  ],
  [
    /^(?:have we|did we|has there|was there)\b.*?\b(?:had|seen|been|have|see)\s+(?:(?:this|it|an?|any)\s+)?(?:before\b)?\s*(.*?)(?:\s+before)?[?.!]*$/iu,
    ([, text = '']) => (text === '' ? null : { tool: 'search', text: unquoted(text) }),
  ],
];

/** Reads a plain request; null where it is none, so that the assistant says so instead of guessing. */
export function plainRequestIn(words: string): PlainRequest | null {
  const said = words.trim();
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(said);
    const request = match && read(match);
    if (request) return request;
  }
  return null;
}
