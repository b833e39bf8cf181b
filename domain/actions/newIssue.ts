/** Where new issues are made, and what address its person types. */
export const TRACKERS = [
  { id: 'github', label: 'GitHub', example: 'https://github.com/acme/checkout' },
  { id: 'gitlab', label: 'GitLab', example: 'https://gitlab.com/acme/checkout' },
  // Jira fills in a form for a project only by its number, which stands in the project's settings.
  { id: 'jira', label: 'Jira', example: 'https://acme.atlassian.net/?pid=10000&issuetype=10002' },
  { id: 'linear', label: 'Linear', example: 'https://linear.app/acme/team/ENG' },
] as const;
export type TrackerId = (typeof TRACKERS)[number]['id'];

export interface Tracker {
  id: TrackerId;
  /** The address of the repository, site or team. */
  address: string;
}

/** What an issue is made of. */
export interface IssueDraft {
  text: string;
  owner: string;
  dueDate: string;
  /** The post-mortem that it is from. */
  title: string;
  /** Its address. */
  link: string;
}

/** An address at which no issue can be made. */
export class TrackerAddressError extends Error {
  override name = 'TrackerAddressError';
  readonly advice: string;
  constructor(tracker: TrackerId, reason: string) {
    super(reason);
    this.advice = `It looks like ${TRACKERS.find(({ id }) => id === tracker)?.example}.`;
  }
}

/** Servers refuse longer addresses; GitHub's answer above 8 KB is 414. */
const LONGEST_ADDRESS = 7_500;
const LONGEST_TITLE = 200;

/**
 * The address of a form for a new issue, filled in. Nothing is sent: its person looks at it and saves it there.
 * @throws TrackerAddressError
 */
export function newIssueAddress({ id, address }: Tracker, issue: IssueDraft): string {
  const base = parsed(id, address);
  const title = shortened(issue.text.replace(/\s+/g, ' ').trim(), LONGEST_TITLE);
  const facts = [
    `From the post-mortem “${issue.title}”: ${issue.link}`,
    ...(issue.owner === '' ? [] : [`Owner: ${issue.owner}`]),
    ...(issue.dueDate === '' ? [] : [`Due: ${issue.dueDate}`]),
  ].join('\n');
  let text = issue.text.trim();
  for (;;) {
    const made = WRITERS[id](base, title, `${text}\n\n${facts}`);
    if (made.length <= LONGEST_ADDRESS || text.length <= 1) return made;
    text = shortened(text, Math.floor(text.length / 2));
  }
}

/** Never half of a character that takes two. */
const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

function parsed(id: TrackerId, address: string): URL {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    throw new TrackerAddressError(id, 'This is no address.');
  }
  if (!['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new TrackerAddressError(id, 'Only an https address without a password can be opened.');
  }
  return url;
}

function under(base: URL, path: string, query: Record<string, string>): string {
  const made = new URL(base.origin);
  made.pathname = `${base.pathname.replace(/\/+$/, '')}${path}`;
  made.search = new URLSearchParams(query).toString();
  return made.href;
}

const needsPath = (id: TrackerId, base: URL, parts: number, what: string) => {
  if (base.pathname.split('/').filter(Boolean).length < parts) throw new TrackerAddressError(id, what);
};

/** As each documents it. */
const WRITERS: Record<TrackerId, (base: URL, title: string, body: string) => string> = {
  // https://docs.github.com/issues/tracking-your-work-with-issues/creating-an-issue#creating-an-issue-from-a-url-query
  github(base, title, body) {
    needsPath('github', base, 2, 'The address names no repository.');
    return under(base, '/issues/new', { title, body });
  },
  // https://docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values
  gitlab(base, title, body) {
    needsPath('gitlab', base, 2, 'The address names no project.');
    return under(base, '/-/issues/new', { 'issue[title]': title, 'issue[description]': body });
  },
  // https://confluence.atlassian.com/jirakb/how-to-create-issues-using-direct-html-links-in-jira-server-159474.html
  jira(base, title, body) {
    const pid = base.searchParams.get('pid');
    const issuetype = base.searchParams.get('issuetype');
    if (!pid || !issuetype)
      throw new TrackerAddressError('jira', 'Jira needs the numbers of a project and a type.');
    return under(base, '/secure/CreateIssueDetails!init.jspa', {
      pid,
      issuetype,
      summary: title,
      description: body,
    });
  },
  // https://linear.app/docs/create-issues#create-issues-using-urls
  linear(base, title, body) {
    needsPath('linear', base, 1, 'The address names no workspace or team.');
    return under(base, '/new', { title, description: body });
  },
};
