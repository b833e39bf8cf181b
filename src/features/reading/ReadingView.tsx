import type { ReactNode } from 'react';
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
import { InPageLink } from '../../components/InPageLink';
import { LazyMarkdown } from '../../components/LazyMarkdown';
import type { DocumentContent } from '../../data/types';
import './reading.css';

interface Props {
  content: DocumentContent;
  /** Who published it and when, or why it can be read. */
  byline: ReactNode;
  /** What stands beside the text, below its outline. */
  beside?: ReactNode;
}

/** A post-mortem for those who read it and do not edit it. What is empty is left out. */
export default function ReadingView({ content, byline, beside }: Props) {
  const title = content.title.trim() || 'Untitled post-mortem';
  const parts = [
    ...shownSections(content).map(({ id, label }) => ({ id, label, text: content[id] })),
    ...fieldsOf('rows').map(({ id, label }) => ({ id, label, text: withoutHeading(rows(content)[id]) })),
  ].filter(({ text }) => text.trim() !== '');
  return (
    <div className="page editor">
      <title>{`${title} · Nevermore`}</title>
      <aside className="editor-aside">
        <div className="editor-aside-inner">
          <div className="document-actions">
            <CopyButton className="button button-primary" text={() => MARKDOWN.now(content)}>
              Copy {MARKDOWN.label}
            </CopyButton>
            <ExportMenu content={content} />
          </div>
          {parts.length > 1 && (
            <nav aria-label="Sections">
              <ul className="reading-outline">
                {parts.map(({ id, label }) => (
                  <li key={id}>
                    <InPageLink to={`section-${id}`}>{label}</InPageLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {beside}
        </div>
      </aside>
      <article className="editor-main reading" aria-label={title}>
        <h1 dir="auto">{title}</h1>
        <div className="soft small">{byline}</div>
        <LazyMarkdown text={factsToMarkdown(content)} headingAbove={1} />
        {parts.map(({ id, label, text }) => (
          <section key={id} id={`section-${id}`} aria-label={label}>
            <h2 tabIndex={-1}>{label}</h2>
            <LazyMarkdown text={text} headingAbove={2} />
          </section>
        ))}
      </article>
    </div>
  );
}

const rows = ({ timeline, actionItems, people }: DocumentContent) => ({
  timeline: timelineToMarkdown(timeline),
  actionItems: actionItemsToMarkdown(actionItems),
  people: peopleToMarkdown(people),
});

const withoutHeading = (markdown: string): string => markdown.split('\n').slice(2).join('\n');
