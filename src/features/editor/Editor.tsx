import { type ReactNode, Suspense, useEffect, useMemo, useRef } from 'react';
import { FIELDS, type FieldId } from '../../../domain/postMortem/fields';
import type { SectionId } from '../../../domain/sections';
import { shownSections, type Template } from '../../../domain/templates';
import { InPageLink, showPlace } from '../../components/InPageLink';
import { useNotify } from '../../components/Notices';
import { Outline, type OutlinePart } from '../../components/Outline';
import { useHasRoomBeside } from '../../components/useHasRoomBeside';
import type { DocumentContent } from '../../data/types';
import { ActionItems, People } from './ActionsAndPeople';
import { changeWords } from './changedBy';
import { DocumentActions } from './DocumentActions';
import { FactFields } from './FactFields';
import { ProseSection } from './ProseSection';
import { SaveStatus } from './SaveStatus';
import { SessionNotices } from './SessionNotices';
import { TemplateChoice } from './TemplateChoice';
import { Timeline } from './Timeline';
import type { WritingSession } from './writingSession';
import type { TakenOver, WritingState } from './writingState';
import './editor.css';
import './document.css';
import { lazily } from '../../components/lazily';
import { say, translated } from '../../language/say';
import { usePrintedText } from './usePrintedText';
import { useTooLargePaste } from './useTooLargePaste';

/** Comparing versions is rare, and what it takes need not be here to begin writing. */
const ConflictView = lazily(() => import('./ConflictView'));

interface Props {
  session: WritingSession;
  state: WritingState;
  isNew: boolean;
  beneathTitle: ReactNode;
  /** What stands below a section's text, with its other tools beside the first button. */
  enhance(section: SectionId, tools: ReactNode): ReactNode;
  /** What follows from the times of the incident: beside the facts, above the timeline, and at an entry (from 0). */
  incident: { times: ReactNode; picture: ReactNode; flags(entry: number): ReactNode };
  /** What else makes entries of the timeline. */
  timelineTools: ReactNode;
  /** What stands below a list of rows, and at the end of the document. */
  beside(place: string): ReactNode;
  share: ReactNode;
  /** How far it is, and who reads it. */
  publication: ReactNode;
  /** Makes it private; null for those who may not, or where it is so. */
  onPrivate: (() => void) | null;
  /** The templates that the team has saved, and what can be done with them. */
  team: { templates: readonly Template[]; isRead: boolean; actions: ReactNode };
  /** What else the author should know, above the document. */
  notice: ReactNode;
  /** What may not fit together in the document. */
  hints: ReactNode;
  onDelete: (() => Promise<void>) | null;
  /** Keeps the text as a new post-mortem, after this one went away. */
  keepAsNew: ReactNode;
}

/** The place of what is done with the document. */
const BESIDE = 'beside-document';

/** After so long the page is written in, and perhaps on a train. */
const AHEAD_AFTER_MS = 3_000;

/** What a document cannot be written without, once it has rows or somebody else saves it too. */
const fetchAhead = () =>
  Promise.allSettled([import('./ActionAndPeopleRows'), import('./TimelineRows'), import('./ConflictView')]);

/** The whole document, every field in place. */
export function Editor(props: Props) {
  const {
    session,
    state,
    isNew,
    beneathTitle,
    enhance,
    incident,
    timelineTools,
    beside,
    share,
    publication,
    onPrivate,
    team,
    notice,
    hints,
    onDelete,
    keepAsNew,
  } = props;
  const { content, save } = state;
  const heading = content.title.trim() || (isNew ? say('New post-mortem') : say('Untitled post-mortem'));
  const change = (part: Partial<typeof content>) => session.change(part);
  const kept = useKeptInSight(content);
  const main = useRef<HTMLDivElement>(null);
  // Neither holds anything that would be lost when it moves to the other place.
  const hasRoomBeside = useHasRoomBeside();
  const status = <SaveStatus state={state} onRetry={() => void session.flush()} />;
  const outline = save.kind !== 'conflict' && <Outline parts={partsOf(content)} />;
  const keepOut = useTooLargePaste();
  usePrintedText(main);
  useTakenOverNotice(state.takenOver, () => main.current?.scrollIntoView());
  useEffect(() => {
    const timer = setTimeout(() => void fetchAhead(), AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  // An address with a place in it was opened before the document was here.
  useEffect(() => void showPlace(location.hash.slice(1)), []);
  return (
    <div className="page editor">
      <title>{`${heading} · Nevermore`}</title>
      <h1 className="visually-hidden">{heading}</h1>
      {/* Beside the document on the screen, and behind every field of it by the keys. */}
      <InPageLink className="skip-link" to={BESIDE}>
        {say('Skip to status, sections and actions')}
      </InPageLink>
      {!hasRoomBeside && (
        <div className="editor-bar">
          {status}
          {outline}
        </div>
      )}
      <div className="stack editor-main" ref={main} tabIndex={-1} onPaste={keepOut}>
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
            <p className="message-title">{say('It was deleted, or is no longer shared with you.')}</p>
            <p>{say('Your text is still here, and on this device.')}</p>
            {keepAsNew}
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
            <FactFields content={content} isNew={isNew} beneathTitle={beneathTitle} onChange={change} />
            {incident.times}
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
            <Timeline
              entries={content.timeline}
              onChange={(timeline, from) => session.change({ timeline }, from)}
              picture={incident.picture}
              flags={incident.flags}
              tools={timelineTools}
            />
            {beside('timeline')}
            <ActionItems items={content.actionItems} onChange={(actionItems) => change({ actionItems })} />
            {beside('actionItems')}
            <People people={content.people} onChange={(people) => change({ people })} />
            {beside('people')}
            {beside('document')}
          </div>
        )}
      </div>
      <aside
        className="editor-aside"
        id={BESIDE}
        tabIndex={-1}
        aria-label={say('Status, sections and actions')}
      >
        <div className="editor-aside-inner">
          {hasRoomBeside && status}
          <DocumentActions content={content} onDelete={onDelete} share={share} />
          {publication}
          {hasRoomBeside && outline}
          {save.kind !== 'conflict' && (
            <TemplateChoice content={content} onChange={change} onPrivate={onPrivate} team={team}>
              {team.actions}
            </TemplateChoice>
          )}
          <div className="document-work">{hints}</div>
        </div>
      </aside>
    </div>
  );
}

const isWritten = (value: DocumentContent[FieldId]): boolean =>
  (typeof value === 'string' ? value.trim() : (value ?? '')).length > 0;

/** What a document shows, and what of it is still empty. */
const partsOf = (content: DocumentContent): OutlinePart[] =>
  [...shownSections(content), ...FIELDS.filter(({ kind }) => kind === 'rows')].map(({ id, label }) => ({
    id,
    label: translated(label),
    isEmpty: !isWritten(content[id]),
  }));

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
function useTakenOverNotice(takenOver: TakenOver | null, show: () => void) {
  const notify = useNotify();
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (!takenOver) return;
    return notify({
      text: changeWords(takenOver.by).cameIn,
      action: { label: say('Show'), run: () => latest.current() },
    });
  }, [takenOver, notify]);
}
