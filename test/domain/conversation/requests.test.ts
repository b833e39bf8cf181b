import { plainRequestIn } from '../../../domain/conversation/requests';

it.each([
  ['search for certificate expiry', { tool: 'search', text: 'certificate expiry' }],
  ['Find post-mortems about DNS', { tool: 'search', text: 'DNS' }],
  ['cerca certificati scaduti', { tool: 'search', text: 'certificati scaduti' }],
  ['have we seen a full disk before?', { tool: 'search', text: 'full disk' }],
  ['open actions of Ligeia', { tool: 'list_open_actions', owner: 'Ligeia' }],
  ['Which action items are open? I mean overdue actions', { tool: 'list_open_actions', owner: '' }],
  ['azioni aperte di Ligeia', { tool: 'list_open_actions', owner: 'Ligeia' }],
  ['read this post-mortem', { tool: 'read_post_mortem', title: null, section: null }],
  ['read the post-mortem about DNS', { tool: 'read_post_mortem', title: 'DNS', section: null }],
  [
    'Remember that we say customer, not user.',
    { tool: 'remember', text: 'we say customer, not user', isTeams: false },
  ],
  [
    'remember for the team: SEV2 pages two people',
    { tool: 'remember', text: 'SEV2 pages two people', isTeams: true },
  ],
  ['forget that we say customer', { tool: 'forget', text: 'we say customer' }],
  ['what do you remember?', { tool: 'recall', text: '' }],
  ['What do you remember about UTC?', { tool: 'recall', text: 'UTC' }],
  ['cosa ricordi?', { tool: 'recall', text: '' }],
  [
    'check facts: db failed at 14:02\n\ndraft: the db failed at 14:05',
    { tool: 'check_facts', source: 'db failed at 14:02', draft: 'the db failed at 14:05' },
  ],
])('reads a plain request: %s', (words, request) => {
  expect(plainRequestIn(words)).toEqual(request);
});

it.each(['Nevermore!', 'make the summary shorter', 'why?', '', 'hello there', 'x'.repeat(8_000)])(
  'says of what is no plain request that it is none: %s',
  (words) => {
    expect(plainRequestIn(words)).toBeNull();
  },
);
