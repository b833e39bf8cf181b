import { SECTIONS, type SectionId } from '../sections';

/** Where a part of somebody else's document belongs: a section, a list, or a fact of ours. */
export type Place = SectionId | 'timeline' | 'actionItems' | 'people' | FactPlace;
/** Facts that some templates give a heading of its own. */
export type FactPlace = 'severity' | 'status' | 'service' | 'tags' | 'authors' | MomentPlace;
type MomentPlace = 'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt';

/**
 * What other templates call it, beside our own labels. From the templates of Google's SRE book, Atlassian,
 * PagerDuty (https://response.pagerduty.com/after/post_mortem_template/), Amazon's correction of error, and
 * https://github.com/dastergon/postmortem-templates.
 */
const CALLED: Readonly<Record<Exclude<Place, FactPlace>, string>> = {
  summary:
    'summary|incident summary|executive summary|postmortem summary|overview|incident overview|tldr|tl dr|abstract|introduction|at a glance|high level summary',
  impact:
    'impact|customer impact|user impact|business impact|impacts|incident impact|customer impact and scope|who was affected|scope of impact|impact on customers|impact on users|damage|metrics|impact metrics',
  background:
    'background|trigger|triggers|leadup|lead up|context|what changed|precipitating event|trigger and background|preconditions|causal event',
  detection:
    'detection|incident detection|how was it detected|how was the incident detected|how did we find out|discovery|detection and alerting|monitoring',
  description:
    'description|what happened|incident description|narrative|the story|story|details|incident details|technical details|event description|fault|full description|detailed description|overview of what happened',
  response:
    'response|incident response|responding|how we responded|diagnosis|investigation|escalation|coordination|communication|communications|triage',
  rootCause:
    'root cause|root causes|cause|causes|contributing factors|contributing factor|contributing causes|root cause analysis|rca|root cause identification|root cause identification the five whys|five whys|5 whys|the five whys|the 5 whys|why did it happen|contributing conditions|underlying cause|why',
  resolution:
    'resolution|recovery|resolution and recovery|fix|the fix|mitigation|mitigations|remediation|how was it resolved|how was it fixed|how we fixed it|mitigation and resolution|mitigation and recovery|solution',
  wentWell:
    'what went well|what worked|what worked well|went well|things that went well|what did we do well|what went right|successes|the good',
  wentBadly:
    'what went badly|what went wrong|what went poorly|what didnt go well|what did not go well|what didnt go so well|what did not go so well|what could have gone better|what could be improved|what needs improvement|went badly|went wrong|what didnt work|the bad|areas for improvement',
  gotLucky: 'where we got lucky|where did we get lucky|got lucky|we got lucky|what we were lucky about|luck',
  surprised: 'why we were surprised|what surprised us|surprises|surprise|why were we surprised',
  lessons:
    'lessons|lessons learned|lessons learnt|learnings|key learnings|what we learned|what did we learn|takeaways|key takeaways|how d we do|how did we do|reflection|retrospective|conclusions|conclusion',
  timeline:
    'timeline|time line|incident timeline|timeline of events|event timeline|chronology|sequence of events|chronology of events|detailed timeline|timeline of the incident|log',
  actionItems:
    'action items|action item|actions|follow ups|follow up|followups|follow up actions|follow up items|follow up tasks|corrective actions|corrective action|corrective and preventative measures|corrective and preventive measures|preventive measures|preventative measures|next steps|todo|todos|to do|tasks|remediation items|remediation tasks|improvements|prevention|action plan|jira tickets|tickets',
  people:
    'people|participants|attendees|responders|incident responders|who took part|people involved|involved|roles|incident team',
};

const FACTS: Readonly<Record<FactPlace, string>> = {
  severity: 'severity|sev|priority|severity level|incident severity|incident level|level',
  status: 'status|document status|postmortem status|state',
  service:
    'service|services|affected service|affected services|impacted service|impacted services|component|components|system|systems|affected systems|product',
  tags: 'tags|labels|keywords|tag|label',
  authors:
    'author|authors|owner|postmortem owner|post mortem owner|incident commander|ic|facilitator|responder|responders|incident responder|incident responders|on call|oncall|written by|participants|postmortem author',
  startedAt:
    'started|start|start time|began|incident start|started at|start date|incident started|impact start|time of start',
  detectedAt:
    'detected|detected at|detection time|time of detection|incident detected|time detected|identified',
  mitigatedAt: 'mitigated|mitigated at|mitigation time|time of mitigation|impact end',
  resolvedAt:
    'resolved|resolved at|end|end time|ended|resolution time|resolution date|incident end|end date|time resolved|incident resolved|time of resolution',
};

/** What stands in brackets in a label or a heading, which its place does not say. */
export const asideOf = (label: string): string => /\((.*)\)/.exec(label)?.[1]?.trim() ?? '';

/** "What Didn’t Go So Well?" → "what didnt go so well": how headings are compared. */
const squashed = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\s*\(.*?\)|[^\p{L}\p{N}(]+|\(/gu, ' ')
    .trim()
    .replace(/^(?:\d{1,2}|the incident|section) (?=\p{L})/u, '');

const index = <P extends string>(called: Readonly<Record<P, string>>): ReadonlyMap<string, P> =>
  new Map(
    Object.entries<string>(called).flatMap(([place, names]) =>
      names.split('|').map((name): [string, P] => [name, place as P]),
    ),
  );

const HEADINGS: ReadonlyMap<string, Place> = new Map<string, Place>([
  ...index(FACTS),
  ...index(CALLED),
  ...SECTIONS.map(({ id, label }): [string, Place] => [squashed(label), id]),
]);
const LABELS = index(FACTS);

/** Where what stands under this heading belongs. */
export const placeOfHeading = (heading: string): Place | undefined => HEADINGS.get(squashed(heading));

/** The fact that "Severity:" and its like tell. */
export const factCalled = (label: string): FactPlace | undefined => LABELS.get(squashed(label));

export const isFact = (place: Place): place is FactPlace => place in FACTS;
