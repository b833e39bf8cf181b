import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { MARKDOWN } from '../../../domain/export';
import {
  actionItemsToMarkdown,
  factsToMarkdown,
  peopleToMarkdown,
  timelineToMarkdown,
} from '../../../domain/export/markdown';
import { fieldsOf } from '../../../domain/postMortem/fields';
import { shownSections } from '../../../domain/templates';
import { CopyButton } from '../../components/CopyButton';
import { ExportMenu } from '../../components/export/ExportMenu';
import { showPlace } from '../../components/InPageLink';
import { LazyMarkdown } from '../../components/LazyMarkdown';
import { Outline } from '../../components/Outline';
import { showQuoteOnceThere } from '../../components/showQuote';
import { TagLinks } from '../../components/TagLinks';
import { useHasRoomBeside } from '../../components/useHasRoomBeside';
import type { DocumentContent } from '../../data/types';
import { TimelineTable } from './TimelineTable';
import './reading.css';
import { say, translated } from '../../language/say';

interface Props {
  content: DocumentContent;
  /** Who published it and when, or why it can be read. */
  byline: ReactNode;
  /** What is to be known of it before it is read. */
  above: ReactNode;
  /** How long it took. */
  times: ReactNode;
  /** All of the timeline at once; leads to an entry (from 0), or to the facts (null). */
  picture(onShow: (entry: number | null) => void): ReactNode;
  /** What stands below a part, and at the end of the document. */
  beside(place: string): ReactNode;
  /** What else is told of the document, beside it. */
  aside: ReactNode;
}

/** A post-mortem for those who read it and do not edit it. What is empty is left out. */
export default function ReadingView({ content, byline, above, times, picture, beside, aside }: Props) {
  const article = useRef<HTMLElement>(null);
  usePlaceOfAddress();
  const title = content.title.trim() || say('Untitled post-mortem');
  const parts = [
    ...shownSections(content).map(({ id, label }) => ({ id, label: translated(label), text: content[id] })),
    ...fieldsOf('rows').map(({ id, label }) => ({
      id,
      label: translated(label),
      text: withoutHeading(rows(content)[id]),
    })),
  ].filter(({ text }) => text.trim() !== '');
  const hasRoomBeside = useHasRoomBeside();
  const outline = parts.length > 1 && <Outline parts={parts} />;
  return (
    <div className="page editor">
      <title>{`${title} · Nevermore`}</title>
      {!hasRoomBeside && outline && <div className="editor-bar">{outline}</div>}
      <article className="editor-main reading" aria-label={title} ref={article}>
        <h1 dir="auto">{title}</h1>
        <div className="soft small">{byline}</div>
        {above}
        <LazyMarkdown text={factsToMarkdown({ ...content, tags: [] }, translated)} headingAbove={1} />
        <TagLinks tags={content.tags} list={content.status === 'PUBLISHED' ? 'published' : 'shared'} />
        {times}
        {parts.map(({ id, label, text }) => (
          <section key={id} id={`section-${id}`} aria-label={label}>
            <h2 tabIndex={-1}>{label}</h2>
            {id === 'timeline' &&
              picture((entry) => article.current && showEntry(article.current, content.timeline, entry))}
            {id === 'timeline' ? (
              <TimelineTable entries={told(content.timeline)} />
            ) : (
              <LazyMarkdown text={text} headingAbove={2} />
            )}
            {beside(id)}
          </section>
        ))}
        {beside('document')}
      </article>
      <aside className="editor-aside">
        <div className="editor-aside-inner">
          <div className="document-actions">
            <CopyButton className="button button-primary" text={() => MARKDOWN.now(content)}>
              {say('Copy {label}', { label: MARKDOWN.label })}
            </CopyButton>
            <ExportMenu content={content} />
          </div>
          {hasRoomBeside && outline}
          {aside}
        </div>
      </aside>
    </div>
  );
}

/** The place that the address names was not there when the browser looked for it; a link may have named words in it. */
function usePlaceOfAddress(): void {
  const { hash, state } = useLocation();
  const quote = (state as { quote?: unknown } | null)?.quote;
  useEffect(() => {
    const place = hash.slice(1);
    if (!showPlace(place) || typeof quote !== 'string') return;
    const part = document.getElementById(place);
    return part ? showQuoteOnceThere(part, quote) : undefined;
  }, [hash, quote]);
}

/** Gives the row of an entry the focus; rows without anything in them are not shown. The facts are on top. */
function showEntry(article: HTMLElement, timeline: DocumentContent['timeline'], entry: number | null): void {
  const shown = timeline.slice(0, entry ?? 0).filter(isShown).length;
  const place =
    entry === null
      ? article.querySelector<HTMLElement>('h1')
      : article.querySelectorAll<HTMLElement>('#section-timeline > .prose tbody tr')[shown];
  place?.setAttribute('tabindex', '-1');
  place?.focus();
}

const isShown = ({ at, text }: DocumentContent['timeline'][number]): boolean =>
  at.trim() !== '' || text.trim() !== '';

const rows = ({ timeline, actionItems, people }: DocumentContent) => ({
  timeline: timelineToMarkdown(timeline),
  actionItems: actionItemsToMarkdown(actionItems),
  people: peopleToMarkdown(people),
});

/** The entries that say something. */
const told = (timeline: DocumentContent['timeline']) => timeline.filter(isShown);

const withoutHeading = (markdown: string): string => markdown.split('\n').slice(2).join('\n');
