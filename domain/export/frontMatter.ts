import type { AuthoredContent } from '../postMortem/fields';
import { FIELDS } from '../postMortem/fields';
import type { Exported } from './exported';
import { belowFacts } from './markdown';

/**
 * Markdown with its facts in front of it, as site generators read them: `name: value` in YAML, one line each, the
 * names in small letters. Texts are JSON strings, which are YAML strings too: https://yaml.org/spec/1.2.2/#12-overview
 */
export function write(document: AuthoredContent): Exported {
  const title = document.title.replace(/\s+/g, ' ').trim() || 'Untitled post-mortem';
  const facts = FIELDS.flatMap((field) => {
    if (field.exported !== 'fact') return [];
    const name = field.label.toLowerCase();
    switch (field.kind) {
      case 'labels':
        return document[field.id].length === 0
          ? []
          : [`${name}: [${document[field.id].map(quoted).join(', ')}]`];
      case 'moment': {
        const at = document[field.id];
        return at === null ? [] : [`${name}: ${moment(at)}`];
      }
      case 'choice': {
        const chosen = field.choices.find(({ id }) => id === document[field.id]);
        return [`${name}: ${quoted(chosen?.label ?? document[field.id])}`];
      }
      default: {
        const text = document[field.id].trim();
        return text === '' ? [] : [`${name}: ${quoted(text)}`];
      }
    }
  });
  const front = ['---', `title: ${quoted(title)}`, ...facts, '---'].join('\n');
  return { text: `${[front, ...belowFacts(document)].join('\n\n')}\n`, told: [] };
}

/**
 * A string of YAML. What would act is written by its number: a reader of Markdown that knows no front matter takes
 * these lines for text of the document.
 */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[<>[\]@!`|{}&*_#]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A timestamp of YAML, without the fraction that nobody typed; what is no moment stands as a text. */
const moment = (iso: string): string => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? quoted(iso) : date.toISOString().replace('.000Z', 'Z');
};
