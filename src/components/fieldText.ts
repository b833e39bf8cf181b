import { actionItemsToMarkdown, peopleToMarkdown, timelineToMarkdown } from '../../domain/export/markdown';
import { type FieldId, type FieldOf, fieldById } from '../../domain/postMortem/fields';
import type { DocumentContent } from '../data/types';
import { dates } from '../language/formats';

const moment = dates({ dateStyle: 'medium', timeStyle: 'short' });

/** A field's value as its author would read it aloud; empty when there is none. */
export function fieldText(id: FieldId, content: DocumentContent): string {
  const field = fieldById(id);
  switch (field.kind) {
    case 'labels':
      return content[field.id].join(', ');
    case 'choice': {
      const chosen = content[field.id];
      return field.choices.find((choice) => choice.id === chosen)?.label ?? chosen;
    }
    case 'rows':
      return withoutHeading(rowsToMarkdown(field.id, content));
    case 'moment': {
      const at = content[field.id];
      return at === null ? '' : moment.format(new Date(at));
    }
    default:
      return content[field.id];
  }
}

function rowsToMarkdown(id: FieldOf<'rows'>['id'], content: DocumentContent): string {
  if (id === 'timeline') return timelineToMarkdown(content.timeline);
  return id === 'people' ? peopleToMarkdown(content.people) : actionItemsToMarkdown(content.actionItems);
}

const withoutHeading = (markdown: string): string => markdown.split('\n').slice(2).join('\n');
