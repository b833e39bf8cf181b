import type { ReactNode } from 'react';
import { fieldById } from '../../../domain/postMortem/fields';
import type { DocumentContent } from '../../data/types';
import { dates } from '../../language/formats';
import { say, translated } from '../../language/say';
import { outOfOrder } from './localMoments';

/** People named in the line; the others are counted. */
const MOST_NAMED = 3;

/** The facts of an incident in one line, as a reader wants them: how bad, where, when, how long, who. */
export function FactsLine(props: {
  content: DocumentContent;
  /** What is wrong in them, while the fields that say so are not seen. */
  problem: string | null;
}) {
  const { content, problem } = props;
  const { severity, service, tags, people } = content;
  const named = people.filter(({ name }) => name.trim() !== '');
  const parts = [
    service.trim() && <bdi key="service">{service}</bdi>,
    times(content),
    named.length > 0 && (
      <bdi key="people">
        {named.slice(0, MOST_NAMED).map(asNamed).join(', ')}
        {named.length > MOST_NAMED && ` ${say('and {n} more', { n: named.length - MOST_NAMED })}`}
      </bdi>
    ),
    tags.length > 0 && <bdi key="tags">{tags.map((tag) => `#${tag}`).join(' ')}</bdi>,
  ].filter(Boolean);
  return (
    <span className="facts-line">
      <span className="chip" data-severity={severity}>
        {fieldById('severity').choices.find(({ id }) => id === severity)?.label}
      </span>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name, and hold no state
        <span key={index} className="facts-part">
          {part}
        </span>
      ))}
      {parts.length === 0 && <span className="facts-part">{say('No service, times or people yet')}</span>}
      {problem !== null && <span className="field-problem">{problem}</span>}
      <span className="facts-edit">{say('Edit facts')}</span>
    </span>
  );
}

const asNamed = ({ name, role }: DocumentContent['people'][number]): string => {
  const known = fieldById('people').columns.role.choices.find(({ id }) => id === role);
  return known ? `${name} (${translated(known.label).toLowerCase()})` : name;
};

const DAY_AND_TIME = dates({ dateStyle: 'medium', timeStyle: 'short' });
const TIME = dates({ timeStyle: 'short' });
const DAY = dates({ dateStyle: 'medium' });

/** When it began and ended. How long what took stands below, with how it was computed. */
function times({ startedAt, resolvedAt }: DocumentContent): ReactNode {
  const from = startedAt ?? resolvedAt;
  if (from === null) return null;
  const [start, end] = [new Date(from), resolvedAt === null ? null : new Date(resolvedAt)];
  const sameDay = end !== null && DAY.format(start) === DAY.format(end);
  return end === null || startedAt === null
    ? DAY_AND_TIME.format(start)
    : `${DAY_AND_TIME.format(start)} – ${(sameDay ? TIME : DAY_AND_TIME).format(end)}`;
}

/** What in the facts cannot be right or cannot be saved; the fields are to be seen then. */
export function factsProblem(content: DocumentContent): string | null {
  const wrong = outOfOrder(content);
  if (wrong)
    return say('“{label}” is before “{after}”.', {
      label: translated(fieldById(wrong.id).label),
      after: translated(wrong.after),
    });
  const [service, tags] = [fieldById('service'), fieldById('tags')];
  if (content.service.length > service.most) return translated(service.beyond);
  if (content.tags.length > tags.most || content.tags.some((tag) => tag.length > tags.mostEach)) {
    return translated(tags.beyond);
  }
  return null;
}
