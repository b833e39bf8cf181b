import { type ActionListing, filterActions, openActionsOf } from '../../../domain/actions/openActions';
import type { Caller } from '../../../domain/postMortem/access';
import { type Tool, textOf } from './toolAnswer';

/** What the caller may read of post-mortems with actions, and whether that is all. */
export type ReadActions = (caller: Caller) => Promise<{ listings: ActionListing[]; isWhole: boolean }>;

const MOST_SHOWN = 40;

/** Lists open actions of all post-mortems that the person owns, or may read because they are published. */
export const openActionsWith =
  (read: ReadActions, today: () => string): Tool =>
  async (input, { caller }) => {
    const owner = textOf(input.owner, 200);
    const { listings, isWhole } = await read(caller);
    const all = openActionsOf(listings, caller.sub, today(), 'UTC');
    const found = filterActions(all, { owner, type: '', priority: '', age: '' });
    const shown = found.slice(0, MOST_SHOWN);
    const more = [
      ...(found.length > shown.length
        ? [`${found.length - shown.length} more are on the page Actions.`]
        : []),
      ...(isWhole ? [] : ['Only the latest changed post-mortems were looked through.']),
      'Looked through: what you own and what is published, not what is shared with you unpublished.',
    ].join(' ');
    const note =
      found.length === 0
        ? `No open action${owner ? ` of ${owner}` : ''}. ${more}`
        : `${found.length} open. ${more}`;
    return {
      text: [
        ...shown.map(({ item, title, isOverdue }) =>
          [
            `- ${item.text}`,
            ...(item.owner ? [`owner ${item.owner}`] : []),
            ...(item.dueDate ? [`due ${item.dueDate}${isOverdue ? ' (overdue)' : ''}`] : []),
            `from “${title}”`,
          ].join(', '),
        ),
        note,
      ].join('\n'),
      from: [...new Set(shown.map(({ postMortemId }) => postMortemId))],
      step: {
        about: owner,
        outcome: 'DONE',
        note,
        links: [...new Map(shown.map(({ postMortemId, title }) => [postMortemId, title]))]
          .slice(0, 10)
          .map(([postMortemId, title]) => ({ postMortemId, title, section: '' })),
      },
    };
  };
