import { a } from '@aws-amplify/backend';
import { SEVERITIES, STATUSES } from '../../domain/postMortem/choices';
import { type FieldOf, fieldById, LISTED_FIELDS } from '../../domain/postMortem/fields';

/** A text within the limits that the form keeps too. The API's words are for scripts: digits without commas. */
const text = (id: FieldOf<'line' | 'prose'>['id']) => {
  const { most, beyond } = fieldById(id);
  return a.string().validate((v) => v.maxLength(most, beyond.replace(/(\d),(?=\d)/g, '$1')));
};

const title = fieldById('title');

type Rules = Parameters<Parameters<ReturnType<typeof a.datetime>['authorization']>[0]>[0];
type Operation = 'create' | 'read' | 'update' | 'delete';

/** The owner, by the `sub` of the user pool. */
const owner = (allow: Rules, ...operations: Operation[]) => allow.owner().identityClaim('sub').to(operations);
const editors = (allow: Rules, ...operations: Operation[]) =>
  allow.ownersDefinedIn('editors').identityClaim('sub').to(operations);
/**
 * Who reads without editing: those it is shared with, and once it is published everybody whose token comes from
 * the same user pool. `audience` holds that pool's issuer then and nothing otherwise; `setStatus` alone writes it.
 * By the rule for owners with another claim, as the one for groups asks for a list, and `iss` is a text.
 */
const onlyReaders = (allow: Rules) => [
  allow.ownersDefinedIn('commenters').identityClaim('sub').to(['read']),
  allow.ownersDefinedIn('readers').identityClaim('sub').to(['read']),
  allow.ownersDefinedIn('audience').identityClaim('iss').to(['read']),
];

/** On a field, `delete` is the right to set it back to nothing, which editors need for a time put in by mistake. */
const moment = () =>
  a
    .datetime()
    .authorization((allow) => [
      owner(allow, 'create', 'read', 'update', 'delete'),
      editors(allow, 'read', 'update', 'delete'),
      ...onlyReaders(allow),
    ]);

/** A field's own rules take the place of the model's: nobody changes it by an update, all who may read it read it. */
const notByUpdate = (allow: Rules) => [
  owner(allow, 'create', 'read', 'delete'),
  editors(allow, 'read'),
  ...onlyReaders(allow),
];

/** People whom the owner lets in. */
const people = () =>
  a
    .string()
    .required()
    .array()
    .authorization((allow) => [
      owner(allow, 'create', 'read', 'update', 'delete'),
      editors(allow, 'read'),
      ...onlyReaders(allow),
    ]);

/**
 * When it was made and changed, by the server's clock. Nobody sets it in an update, or an editor could reorder a
 * library. Creating is left open: once the rules name fields that nobody may create with, Amplify's resolver
 * refuses the fields that are not declared, and the page names the `id` of what it creates.
 */
const written = () => a.datetime().authorization(notByUpdate);

/** What an index of listings holds, beside its keys. */
const LISTING = [
  ...LISTED_FIELDS.map(({ id }) => id),
  ...([
    'createdAt',
    'editors',
    'commenters',
    'readers',
    'audience',
    'isPrivate',
    'archived',
    'statusAt',
    'revision',
  ] as const),
] as const;

/** What the page of all open actions reads, beside the keys: no text of a section. */
const WITH_ACTIONS = [
  'title',
  'severity',
  'actionItems',
  'editors',
  'commenters',
  'readers',
  'audience',
  'isPrivate',
  'createdAt',
] as const;

/** What a post-mortem holds, and who may do what to it. */
export const postMortemTypes = {
  Severity: a.enum(SEVERITIES.map(({ id }) => id)),
  PostMortemStatus: a.enum(STATUSES.map(({ id }) => id)),

  Author: a.customType({ id: a.id().required(), name: a.string().required() }),
  TimelineEntry: a.customType({
    at: a.string().required(),
    text: a.string().required(),
    kind: a.string(),
    moment: a.string(),
    zone: a.string(),
    source: a.string(),
    link: a.string(),
  }),
  ActionItem: a.customType({
    text: a.string().required(),
    owner: a.string().required(),
    dueDate: a.string().required(),
    done: a.boolean().required(),
    type: a.string(),
    priority: a.string(),
    ticket: a.string(),
    ticketState: a.string(),
  }),
  Provenance: a.customType({
    revision: a.integer().required(),
    parts: a.ref('Origin').required().array().required(),
  }),
  Origin: a.customType({ field: a.string().required(), from: a.string().required() }),
  Participant: a.customType({ name: a.string().required(), role: a.string() }),

  PostMortem: a
    .model({
      title: a
        .string()
        .required()
        .validate((v) => v.minLength(1, title.required).maxLength(title.most, title.beyond)),
      severity: a.ref('Severity').required(),
      /** Moves by `setStatus`, which says who reads it from then on. */
      status: a.ref('PostMortemStatus').required().authorization(notByUpdate),
      service: text('service'),
      tags: a.string().required().array(),
      startedAt: moment(),
      detectedAt: moment(),
      mitigatedAt: moment(),
      resolvedAt: moment(),
      summary: text('summary'),
      impact: text('impact'),
      background: text('background'),
      detection: text('detection'),
      description: text('description'),
      response: text('response'),
      rootCause: text('rootCause'),
      resolution: text('resolution'),
      wentWell: text('wentWell'),
      wentBadly: text('wentBadly'),
      gotLucky: text('gotLucky'),
      surprised: text('surprised'),
      lessons: text('lessons'),
      timeline: a.ref('TimelineEntry').required().array(),
      actionItems: a.ref('ActionItem').required().array(),
      people: a.ref('Participant').required().array(),
      template: text('template'),
      layout: a.string().required().array(),
      /** Grows by one with every save; the client saves on the condition that it is still what it read. */
      revision: a.integer().required(),
      /** Who wrote what stands here last, as their page says. For people to read; no rule rests on it. */
      savedBy: a.ref('Author'),
      /** Where what was saved came from, as the page of that very revision says. Its history reads it. */
      provenance: a.ref('Provenance'),
      // Without rules of their own an editor could make himself the owner: update rights cover every field.
      owner: a.string().authorization(notByUpdate),
      editors: people(),
      commenters: people(),
      readers: people(),
      audience: a.string().required().array().authorization(notByUpdate),
      isPrivate: a.boolean().authorization(notByUpdate),
      /** Its owner has put it out of the way. It is read, shared and published as before. */
      archived: a
        .boolean()
        .authorization((allow) => [
          owner(allow, 'create', 'read', 'update', 'delete'),
          editors(allow, 'read'),
          ...onlyReaders(allow),
        ]),
      statusBy: a.ref('Author').authorization(notByUpdate),
      statusAt: a.datetime().authorization(notByUpdate),
      createdAt: written(),
      updatedAt: written(),
    })
    .secondaryIndexes((index) => [
      index('owner').sortKeys(['updatedAt']).queryField('postMortemsByOwner'),
      // A library is read and searched without its texts: an answer reads a megabyte of an index, which is a
      // hundred whole documents or some thousands of these. Access is judged by the fields of the rules.
      index('owner')
        .sortKeys(['updatedAt'])
        .name('listingsByOwner')
        .queryField('listingsByOwner')
        .projection('INCLUDE', [...LISTING]),
      // What is published, for all colleagues.
      index('status')
        .sortKeys(['updatedAt'])
        .name('listingsByStatus')
        .queryField('listingsByStatus')
        .projection('INCLUDE', [...LISTING.filter((id) => id !== 'status'), 'owner', 'savedBy']),
      // Open actions over all documents. Apart from the listings, or a library would read every action to show a title.
      index('owner')
        .sortKeys(['updatedAt'])
        .name('actionsByOwner')
        .queryField('actionsByOwner')
        .projection('INCLUDE', [...WITH_ACTIONS, 'status']),
      index('status')
        .sortKeys(['updatedAt'])
        .name('actionsByStatus')
        .queryField('actionsByStatus')
        .projection('INCLUDE', [...WITH_ACTIONS, 'owner']),
    ])
    .authorization((allow) => [
      allow.owner().identityClaim('sub'),
      allow.ownersDefinedIn('editors').identityClaim('sub').to(['read', 'update']),
      ...onlyReaders(allow),
    ]),
};
