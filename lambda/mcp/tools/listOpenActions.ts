import * as z from 'zod';
import { type ActionListing, filterActions, openActionsOf } from '../../../domain/actions/openActions';
import { ACTION_PRIORITIES, ACTION_TYPES } from '../../../domain/postMortem/choices';
import { NOTICE } from '../answers';
import { InvalidArgumentError } from '../errors';
import { maskedExcerpts } from '../excerpts';
import { CURSOR, NOTICED, uriOf } from '../shapes';
import { tool } from '../tool';

const idsOf = <Id extends string>(all: readonly { id: Id }[]) => all.map(({ id }) => id) as [Id, ...Id[]];
const MOST = 200;

export const listOpenActions = tool({
  name: 'list_open_actions',
  title: 'List open actions',
  description:
    'Lists action items of post-mortems that are not done: overdue ones first, then by due date, then by priority. Of the caller’s own post-mortems, of all published ones, or of both.',
  writes: false,
  isIdempotent: true,
  input: z.object({
    whose: z
      .enum(['mine', 'published', 'both'])
      .default('both')
      .describe('Whose post-mortems are looked through.'),
    owner: z.string().max(200).optional().describe('A part of the name of whoever owns the action.'),
    type: z.enum(idsOf(ACTION_TYPES)).optional(),
    priority: z.enum(idsOf(ACTION_PRIORITIES)).optional(),
    overdue: z.boolean().optional().describe('Only those that were due before today (UTC).'),
    limit: z.int().min(1).max(MOST).default(50),
    cursor: CURSOR.optional(),
  }),
  output: z.object({
    notice: NOTICED,
    items: z.array(
      z.object({
        postMortem: z.object({ id: z.string(), uri: z.string(), title: z.string(), severity: z.string() }),
        action: z.string(),
        owner: z.string(),
        dueDate: z.string().describe('Empty when nobody has promised one.'),
        type: z.string().nullable(),
        priority: z.string().nullable(),
        ticket: z.string().nullable(),
        isOverdue: z.boolean(),
        ageInDays: z.number().nullable(),
      }),
    ),
    count: z.number(),
    isWhole: z.boolean().describe('False when there are more post-mortems than are looked through.'),
    nextCursor: z.string().nullable(),
  }),
  async run({ whose, owner = '', type = '', priority = '', overdue, limit, cursor }, library) {
    const shelves = whose === 'both' ? (['mine', 'published'] as const) : [whose];
    const read = await Promise.all(shelves.map((shelf) => library.actions(shelf)));
    const documents = new Map<string, ActionListing>();
    for (const { listings } of read) for (const one of listings) documents.set(one.id, one);
    const today = new Date().toISOString().slice(0, 10);
    const open = filterActions(openActionsOf([...documents.values()], library.caller, today, 'UTC'), {
      ...{ owner, type, priority, age: '' },
    }).filter(({ isOverdue }) => !overdue || isOverdue);
    const first = placeIn(cursor);
    const page = open.slice(first, first + limit);
    return {
      notice: NOTICE,
      items: await maskedExcerpts(
        page.map(({ postMortemId: id, title, severity, item, isOverdue, ageInDays }) => ({
          from: [id],
          told: {
            postMortem: { id, uri: uriOf(id), title, severity },
            action: item.text,
            owner: item.owner,
            dueDate: item.dueDate,
            type: item.type ?? null,
            priority: item.priority ?? null,
            ticket: item.ticket ?? null,
            isOverdue,
            ageInDays,
          },
        })),
        library,
      ),
      count: open.length,
      isWhole: read.every((one) => one.isWhole),
      nextCursor: first + limit < open.length ? String(first + limit) : null,
    };
  },
});

function placeIn(cursor: string | undefined): number {
  const place = Number(cursor ?? 0);
  if (Number.isInteger(place) && place >= 0) return place;
  throw new InvalidArgumentError('This is no cursor of list_open_actions. Ask for the first page again.');
}
