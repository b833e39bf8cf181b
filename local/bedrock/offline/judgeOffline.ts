import { type CriterionId, criteriaFor } from '../../../domain/criteria';
import type { SectionId } from '../../../domain/sections';
import type { ThemeId } from '../../../domain/themes';
import { type Findings, findingsOf } from './findings';
import { SCORING } from './scoring';

/** The verdict in the shape that the judge's tool asks for. Draft numbers are 1-based. */
interface OfflineVerdict {
  /** Always empty: counting finds values, not claims, and the fact check has done that before. */
  unsupported_claims: [];
  scores: Array<{ draft: number } & Partial<Record<CriterionId, number>>>;
  best: number;
  reasoning: string;
}

interface Judged {
  number: number;
  text: string;
  found: Findings;
  total: number;
}

/**
 * Judges drafts by counting, without a model: the same criteria and scale as the real judge. The order of
 * the drafts does not matter: equals are told apart by their text, never by their position.
 * @throws RangeError without any draft
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
    const found = findingsOf(text, source, section);
    const scores = criteria.map((id) => [id, SCORING[id](found)] as const);
    rows.push({ draft: index + 1, ...Object.fromEntries(scores) });
    return { number: index + 1, text, found, total: scores.reduce((sum, [, score]) => sum + score, 0) };
  });
  const [best, second] = [...judged].sort(better);
  if (!best) throw new RangeError('There is no draft to judge.');
  return { unsupported_claims: [], scores: rows, best: best.number, reasoning: reasons(best, second, theme) };
}

/** The higher total first; then more questions asked, then the shorter text, then the alphabet. */
const better = (one: Judged, other: Judged): number =>
  other.total - one.total ||
  other.found.questions.asked - one.found.questions.asked ||
  one.text.length - other.text.length ||
  (one.text < other.text ? -1 : 1);

const INTRODUCTIONS: Record<ThemeId, string> = {
  professional: 'Counted by rules, not read by a model.',
  addams: 'Counted by rules and candlelight; what judges here has no pulse, and no model either.',
};

function reasons(best: Judged, second: Judged | undefined, theme: ThemeId): string {
  if (!second) return `${INTRODUCTIONS[theme]} Draft ${best.number} ${faithfulness(best.found)}.`;
  const alike = faithfulness(best.found) === faithfulness(second.found);
  const faithful = alike
    ? `Each draft ${faithfulness(best.found)}.`
    : `Draft ${best.number} ${faithfulness(best.found)}; draft ${second.number} ${faithfulness(second.found)}.`;
  return [
    INTRODUCTIONS[theme],
    faithful,
    `Draft ${best.number} ${shape(best.found)}; draft ${second.number} ${shape(second.found)}.`,
    comparison(best, second, theme),
  ].join(' ');
}

const of = (part: number, whole: number): string =>
  part < whole || whole === 1 ? `${part} of ${whole}` : `all ${whole}`;

function faithfulness({ values, words }: Findings): string {
  const added =
    values.added.length === 0
      ? 'adds none'
      : `adds ${values.added.length} (${values.added.slice(0, 3).join(', ')})`;
  const kept =
    values.inSource === 0 ? '' : ` and ${of(values.kept, values.inSource)} figures and identifiers`;
  return `keeps ${of(words.kept, words.inSource)} words${kept} of the source and ${added}`;
}

function shape({ questions, blocks, sentences }: Findings): string {
  const asks = questions.open === 0 ? '' : `asks ${of(questions.asked, questions.open)} open questions and `;
  const leadIns = `${blocks.leadIns} lead-in${blocks.leadIns === 1 ? '' : 's'}`;
  return `${asks}has ${leadIns}, with ${Math.round(sentences.meanWords)} words a sentence`;
}

function comparison(best: Judged, second: Judged, theme: ThemeId): string {
  const totals = `${best.total} points to ${second.total}`;
  if (best.total === second.total) {
    const why = best.found.questions.asked > second.found.questions.asked ? 'asks more' : 'is the shorter';
    return theme === 'addams'
      ? `They lie side by side at ${totals}, and draft ${best.number} ${why}.`
      : `They are level at ${totals}; draft ${best.number} ${why}.`;
  }
  const ahead = criteriaFor(theme)
    .filter(({ id }) => SCORING[id](best.found) > SCORING[id](second.found))
    .map(({ label }) => `“${label}”`)
    .join(', ');
  return theme === 'addams'
    ? `At ${totals}, ahead in ${ahead}, draft ${best.number} may be carried into the parlour.`
    : `Draft ${best.number} leads by ${totals}, ahead in ${ahead}.`;
}
