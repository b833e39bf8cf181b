import { actionItemsToMarkdown, timelineToMarkdown } from '../../../domain/markdown';
import { STATUSES } from '../../../domain/postMortem';
import type { DocumentContent } from '../../data/types';
import type { FieldId } from './content';

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A field's value as its author would read it aloud; empty when there is none. */
export function fieldText(id: FieldId, content: DocumentContent): string {
  switch (id) {
    case 'tags':
      return content.tags.join(', ');
    case 'status':
      return STATUSES.find((status) => status.id === content.status)?.label ?? content.status;
    case 'timeline':
      return withoutHeading(timelineToMarkdown(content.timeline));
    case 'actionItems':
      return withoutHeading(actionItemsToMarkdown(content.actionItems));
    case 'startedAt':
    case 'detectedAt':
    case 'mitigatedAt':
    case 'resolvedAt': {
      const at = content[id];
      return at === null ? '' : moment.format(new Date(at));
    }
    default:
      return content[id];
  }
}

const withoutHeading = (markdown: string): string => markdown.split('\n').slice(2).join('\n');
