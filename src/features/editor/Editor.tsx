import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react';
import type { SectionId } from '../../../domain/sections';
import { shownSections } from '../../../domain/templates';
import { showPlace } from '../../components/InPageLink';
import { useNotify } from '../../components/Notices';
import type { DocumentContent } from '../../data/types';
import { changeWords } from './changedBy';
import { DocumentActions } from './DocumentActions';
import { FactFields } from './FactFields';
import { Outline } from './Outline';
import { ProseSection } from './ProseSection';
import { SaveStatus } from './SaveStatus';
import { SessionNotices } from './SessionNotices';
import { TemplateChoice } from './TemplateChoice';
import { ActionItems, People, Timeline } from './TimelineAndActions';
import type { WritingSession } from './writingSession';
import type { ChangedBy, WritingState } from './writingState';
import './editor.css';
import './document.css';

/** Comparing versions is rare, and what it takes need not be here to begin writing. */
const ConflictView = lazy(() => import('./ConflictView'));

interface Props {
  session: WritingSession;
  state: WritingState;
  isNew: boolean;
  /** What stands below a section's text, with its other tools beside the first button. */
  enhance(section: SectionId, tools: ReactNode): ReactNode;
  share: ReactNode;
  /** How far it is, and who reads it. */
  publication: ReactNode;
  /** Makes it private; null for those who may not, or where it is so. */
  onPrivate: (() => void) | null;
  /** What else the author should know, above the document. */
  notice: ReactNode;
  /** What may not fit together in the document. */
  hints: ReactNode;
  onDelete: (() => Promise<void>) | null;
  /** Keeps the text as a new post-mortem, after this one went away. */
  onKeepAsNew(): void;
}

/** The whole document, every field in place. */
export function Editor(props: Props) {
  const {
    session,
    state,
    isNew,
    enhance,
    share,
    publication,
    onPrivate,
    notice,
    hints,
    onDelete,
    onKeepAsNew,
  } = props;
  const { content, save } = state;
  const heading = content.title.trim() || (isNew ? 'New post-mortem' : 'Untitled post-mortem');
  const change = (part: Partial<typeof content>) => session.change(part);
  const kept = useKeptInSight(content);
  const main = useRef<HTMLDivElement>(null);
  useTakenOverNotice(state.takenOver?.by, () => main.current?.scrollIntoView());
  // An address with a place in it was opened before the document was here.
  useEffect(() => void showPlace(location.hash.slice(1)), []);
  return (
    <div className="page editor">
      <title>{`${heading} · Nevermore`}</title>
      <h1 className="visually-hidden">{heading}</h1>
      <aside className="editor-aside">
        <div className="editor-aside-inner">
          <SaveStatus state={state} onRetry={() => void session.flush()} />
          <DocumentActions content={content} onDelete={onDelete} share={share} />
          {publication}
          {save.kind !== 'conflict' && <Outline content={content} />}
          {save.kind !== 'conflict' && (
            <TemplateChoice content={content} onChange={change} onPrivate={onPrivate} />
          )}
          {hints}
        </div>
      </aside>
      <div className="stack editor-main" ref={main} tabIndex={-1}>
        {notice}
        <SessionNotices
          state={state}
          onDismiss={() => {
            main.current?.focus({ preventScroll: true });
            session.dismissNotices();
          }}
        />
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
          <Suspense fallback={null}>
            <ConflictView
              conflict={save.conflict}
              onResolve={(chosen) => {
                main.current?.focus();
                void session.resolve(chosen);
              }}
            />
          </Suspense>
        ) : (
          <div className="panel document">
            <FactFields content={content} isNew={isNew} onChange={change} />
            {shownSections(kept).map((section) => (
              <ProseSection
                key={section.id}
                section={section}
                text={content[section.id]}
                onChange={(text) => change({ [section.id]: text })}
              >
                {(tools) => enhance(section.id, tools)}
              </ProseSection>
            ))}
            <Timeline entries={content.timeline} onChange={(timeline) => change({ timeline })} />
            <ActionItems items={content.actionItems} onChange={(actionItems) => change({ actionItems })} />
            <People people={content.people} onChange={(people) => change({ people })} />
          </div>
        )}
      </div>
    </div>
  );
}

/** A section that was shown stays while its last word is deleted and a new one is typed. */
function useKeptInSight(content: DocumentContent): DocumentContent {
  const shown = useRef(new Set<SectionId>());
  const [layout, template] = [content.layout.join(), content.template];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout begins anew
  useMemo(() => shown.current.clear(), [layout, template]);
  for (const { id } of shownSections(content)) shown.current.add(id);
  const emptied = [...shown.current].filter((id) => content[id].trim() === '');
  return { ...content, ...Object.fromEntries(emptied.map((id) => [id, 'shown'])) };
}

/** Whoever writes far down in a long document does not see the message on top of it. */
function useTakenOverNotice(by: ChangedBy | undefined, show: () => void) {
  const notify = useNotify();
  const latest = useRef(show);
  latest.current = show;
  const cameIn = by === undefined ? undefined : changeWords(by).cameIn;
  useEffect(() => {
    if (cameIn === undefined) return;
    return notify({
      text: cameIn,
      action: { label: 'Show', run: () => latest.current() },
    });
  }, [cameIn, notify]);
}
