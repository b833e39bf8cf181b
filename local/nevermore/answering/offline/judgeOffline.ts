import { type CriterionId, criteriaFor, LOWEST_SCORE } from '../../../../domain/enhancement/criteria';
import type { SectionId } from '../../../../domain/sections';
import { type ThemeId, themeById } from '../../../../domain/themes';
import { type Measures, measure } from './measure';
import { isNothing, scoreOf } from './scoring';

/** The verdict in the shape that the judge's tool asks for. Draft numbers are 1-based. */
interface OfflineVerdict {
  /** Always empty: the fact check has looked for claims before. */
  unsupported_claims: [];
  scores: Array<{ draft: number } & Partial<Record<CriterionId, number>>>;
  best: number;
  reasoning: string;
}

interface Judged {
  number: number;
  text: string;
  found: Measures;
  total: number;
}

/**
 * Judges texts by counting, without a model: the same criteria and scale as the real judge. The source may be
 * among them, and wins where a draft brings nothing. The order does not matter: equals are told apart by
 * their text, never by their place.
 * @throws RangeError without any text
 */
export function judgeOffline(request: {
  section: SectionId;
  theme: ThemeId;
  source: string;
  drafts: readonly string[];
}): OfflineVerdict {
  const { section, theme, source } = request;
  const criteria = criteriaFor(theme).map(({ id }) => id);
  const rows: OfflineVerdict['scores'] = [];
  const judged = request.drafts.map((text, index): Judged => {
    const found = measure(text, source, section, theme);
    const scores = criteria.map((id) => [id, isNothing(found) ? LOWEST_SCORE : scoreOf(id, found)] as const);
    rows.push({ draft: index + 1, ...Object.fromEntries(scores) });
    const total = scores.reduce((sum, [, score]) => sum + score, 0);
    return { number: index + 1, text, found, total };
  });
  const [best, ...others] = [...judged].sort(better);
  if (!best) throw new RangeError('There is no text to judge.');
  return { unsupported_claims: [], scores: rows, best: best.number, reasoning: reasons(best, others, theme) };
}

/** The higher total first; of equals the author's own words, then the shorter text, then the alphabet. */
const better = (one: Judged, other: Judged): number =>
  other.total - one.total ||
  Number(other.found.isSource) - Number(one.found.isSource) ||
  one.text.length - other.text.length ||
  (one.text < other.text ? -1 : 1);

const AND = new Intl.ListFormat('en', { type: 'conjunction' });

/** What the winner does that the author's text does not, in words that a reader can check. */
function reasons(best: Judged, others: readonly Judged[], theme: ThemeId): string {
  const own = others.find(({ found }) => found.isSource);
  if (best.found.isSource)
    return `${themeById(theme).judgedByRules} Draft ${best.number} needs no help: no other says it better.`;
  const gains = own ? gainsOver(own.found, best.found) : [];
  const does = AND.format([...gains, kept(best.found)]);
  const runnerUp = others.find(({ found }) => !found.isSource);
  const ahead = runnerUp && runnerUp.total < best.total ? leadOver(best, runnerUp, theme) : '';
  return `${themeById(theme).judgedByRules} Draft ${best.number} ${does}.${ahead}`;
}

function gainsOver(own: Measures, best: Measures): string[] {
  const mended = own.small + own.untidy - best.small - best.untidy;
  return [
    ...(!own.inOrder && best.inOrder ? ['tells what happened in order'] : []),
    ...(best.leading > own.leading ? [`lists ${best.leading} moments by their times`] : []),
    ...(mended > 0 ? [`spells out or tidies ${mended} ${mended === 1 ? 'place' : 'places'}`] : []),
    ...(best.longestBlock < own.longestBlock / 2 ? ['breaks the text where the subject changes'] : []),
    ...(best.blame < own.blame ? ['names nobody as a culprit'] : []),
  ];
}

function kept({ values }: Measures): string {
  if (values.inSource === 0) return 'keeps every word that carries something';
  return values.kept < values.inSource
    ? `keeps ${values.kept} of ${values.inSource} figures and names of things`
    : `keeps all ${values.inSource} figures and names of things`;
}

function leadOver(best: Judged, second: Judged, theme: ThemeId): string {
  const ahead = criteriaFor(theme)
    .filter(({ id }) => scoreOf(id, best.found) > scoreOf(id, second.found))
    .map(({ label }) => `“${label}”`);
  return ahead.length === 0 ? '' : ` Draft ${second.number} is behind in ${ahead.join(', ')}.`;
}
