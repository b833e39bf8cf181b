import type { AuthoredContent } from '../postMortem/fields';
import { publicVersion } from '../publicVersion';
import type { Exported } from './exported';
import { postMortemToMarkdown } from './markdown';

/** The public version by its rules alone, as Markdown, with what was taken out of it. */
export function write(document: AuthoredContent): Exported {
  const { document: told, taken } = publicVersion(document);
  const byLabel = new Map<string, string[]>();
  for (const { label, value, rule } of taken)
    byLabel.set(label, [...(byLabel.get(label) ?? []), rule === 'secrets' ? `${value.slice(0, 3)}…` : value]);
  return {
    text: postMortemToMarkdown(told),
    told: [
      ...[...byLabel].map(([label, values]) => `Taken out, ${label.toLowerCase()}: ${values.join(', ')}.`),
      'Rules do not find everything: read it before it leaves.',
    ],
  };
}
