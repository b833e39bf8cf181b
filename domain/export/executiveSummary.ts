import type { AuthoredContent } from '../postMortem/fields';
import { fieldsOf } from '../postMortem/fields';
import { plainLine, proseInSection } from './markdown';

/** Characters that fit on a phone's screen under a title, about: 20 lines of 45. */
const MOST = 900;
const EACH = 420;

/**
 * Title, one line of facts, summary and impact, as Markdown that fits on a phone's screen. What is longer is cut
 * at the end of a sentence and says so.
 */
export function executiveSummary(document: AuthoredContent): string {
  const moments = fieldsOf('moment').flatMap(({ id, label }) => {
    const at = document[id];
    return at === null || (id !== 'startedAt' && id !== 'resolvedAt')
      ? []
      : [`${label.toLowerCase()} ${utc(at)}`];
  });
  const facts = [document.severity, plainLine(document.service), ...moments]
    .filter((each) => each !== '')
    .join(' · ');
  const parts = (['summary', 'impact'] as const)
    .filter((id) => document[id].trim() !== '')
    .map((id) => ({ label: id === 'summary' ? '' : '**Impact:** ', text: shortened(document[id]) }));
  const body = parts.map(({ label, text }) => `${label}${proseInSection(text)}`).join('\n\n');
  return `${[`**${plainLine(document.title) || 'Untitled post-mortem'}**`, facts, body]
    .filter(Boolean)
    .join('\n\n')
    .slice(0, 2 * MOST)}\n`;
}

const utc = (iso: string): string => `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The first paragraphs, as far as they are short, to the end of a sentence. */
function shortened(text: string): string {
  const whole = text.trim();
  if (whole.length <= EACH) return whole;
  const start = whole.slice(0, EACH).replace(/[\ud800-\udbff]$/, '');
  const end = Math.max(start.lastIndexOf('. '), start.lastIndexOf('.\n'), start.lastIndexOf('\n\n'));
  return `${start.slice(0, end > EACH / 3 ? end + 1 : start.length).trimEnd()} […]`;
}
