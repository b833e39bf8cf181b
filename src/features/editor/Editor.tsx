import type { ReactNode } from 'react';
import { SECTIONS, type SectionId } from '../../../domain/sections';
import { Cobweb } from '../../theme/Raven';
import { ConflictView } from './ConflictView';
import { DocumentActions } from './DocumentActions';
import { FactFields } from './FactFields';
import { ProseSection } from './ProseSection';
import { SaveStatus } from './SaveStatus';
import { SessionNotices } from './SessionNotices';
import { ActionItems, Timeline } from './TimelineAndActions';
import type { WritingSession } from './writingSession';
import type { WritingState } from './writingState';
import './editor.css';

interface Props {
  session: WritingSession;
  state: WritingState;
  isNew: boolean;
  /** What stands below a section's text. */
  enhance(section: SectionId): ReactNode;
  share: ReactNode;
  onDelete: (() => Promise<void>) | null;
  /** Keeps the text as a new post-mortem, after this one went away. */
  onKeepAsNew(): void;
}

/** The whole document, every field in place. */
export function Editor(props: Props) {
  const { session, state, isNew, enhance, share, onDelete, onKeepAsNew } = props;
  const { content, save } = state;
  const heading = content.title.trim() || (isNew ? 'New post-mortem' : 'Untitled post-mortem');
  const change = (part: Partial<typeof content>) => session.change(part);
  return (
    <div className="page editor">
      <title>{`${heading} · Nevermore`}</title>
      <h1 className="visually-hidden">{heading}</h1>
      <aside className="editor-aside">
        <div className="editor-aside-inner">
          <SaveStatus state={state} onRetry={() => void session.flush()} />
          <DocumentActions content={content} onDelete={onDelete} share={share} />
          {save.kind !== 'conflict' && <Outline content={content} />}
        </div>
      </aside>
      <div className="stack editor-main">
        <SessionNotices state={state} onDismiss={() => session.dismissNotices()} />
        {save.kind === 'gone' && (
          <div className="message message-danger" role="alert">
            <p className="message-title">It was deleted, or is no longer shared with you.</p>
            <p>Your text is still here, and on this device.</p>
            <p>
              <button type="button" className="button" onClick={onKeepAsNew}>
                Keep my text as a post-mortem of its own
              </button>
            </p>
          </div>
        )}
        {save.kind === 'conflict' ? (
          <ConflictView conflict={save.conflict} onResolve={(chosen) => void session.resolve(chosen)} />
        ) : (
          <>
            <FactFields content={content} focusTitle={isNew && content.title === ''} onChange={change} />
            {SECTIONS.map((section) => (
              <ProseSection
                key={section.id}
                section={section}
                text={content[section.id]}
                onChange={(text) => change({ [section.id]: text })}
              >
                {enhance(section.id)}
              </ProseSection>
            ))}
            <Timeline entries={content.timeline} onChange={(timeline) => change({ timeline })} />
            <ActionItems items={content.actionItems} onChange={(actionItems) => change({ actionItems })} />
          </>
        )}
      </div>
    </div>
  );
}

/** Where one is in a long document, and what is still empty. */
function Outline({ content }: { content: WritingState['content'] }) {
  const parts = [
    ...SECTIONS.map(({ id, label }) => ({ id, label, written: content[id].trim() !== '' })),
    { id: 'timeline', label: 'Timeline', written: content.timeline.length > 0 },
    { id: 'actionItems', label: 'Action items', written: content.actionItems.length > 0 },
  ];
  return (
    <nav className="outline" aria-label="Sections">
      <Cobweb />
      <ul>
        {parts.map(({ id, label, written }) => (
          <li key={id}>
            <a href={`#section-${id}`}>
              {label}
              <span className="soft small">{written ? '' : 'empty'}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
