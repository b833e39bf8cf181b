import { Suspense } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { type SectionId, sectionById } from '../../domain/sections';
import { lazily } from '../components/lazily';
import { useNotify } from '../components/Notices';
import { Problem } from '../components/Problem';
import { explain, OfflineError } from '../data/errors';
import { useServices } from '../data/services';
import type { SignedInUser } from '../data/types';
import type { UnsavedWorkJournal } from '../data/unsavedWork';
import type { Talk } from '../features/comments/useTalk';
import { mayEdit } from '../features/editor/access';
import { Editor } from '../features/editor/Editor';
import { useOthersSaves } from '../features/editor/useOthersSaves';
import { useWritingSession, useWritingState } from '../features/editor/useWritingSession';
import type { WritingSession } from '../features/editor/writingSession';
import { Elsewhere } from '../features/elsewhere/Elsewhere';
import { EnhanceSection } from '../features/enhance/EnhanceSection';
import { useEnhancements } from '../features/enhance/run/useEnhancements';
import { hasGround, hasTone } from '../features/hints/ground';
import { HistoryButton } from '../features/history/HistoryButton';
import type { Reviews } from '../features/humanReview/useReviews';
import { Publication } from '../features/publication/Publication';
import { ReviewButton } from '../features/review/ReviewButton';
import { ShareButton } from '../features/share/ShareButton';
import { TeamTemplates } from '../features/templates/TeamTemplates';
import { useTeamTemplates } from '../features/templates/useTeamTemplates';
import { TimelineTools } from '../features/timeline/TimelineTools';
import { say } from '../language/say';
import { useTheme } from '../theme/ThemeProvider';
import { Byline } from './Byline';
import { EditorSkeleton } from './EditorSkeleton';
import { incidentToEdit, incidentToRead } from './incidentParts';
import { KeepAsNew, LeftBehind, useKeepAsNew } from './keptText';
import { NotFoundPage } from './NotFoundPage';
import { Before, Similar } from './Similar';
import { useDeletion } from './useDeletion';
import { useDocumentReviews } from './useDocumentReviews';
import { useDocumentTalk } from './useDocumentTalk';

// Nobody waits for a hint; they arrive after the page.
const SectionTone = lazily(() => import('../features/hints/SectionTone'));
// Only people who may not edit see it.
const ReadingView = lazily(() => import('../features/reading/ReadingView'));
const DocumentHints = lazily(() => import('../features/hints/DocumentHints'));

interface Props {
  user: SignedInUser;
  journal: UnsavedWorkJournal;
  onSessionExpired: () => void;
}

/** One post-mortem: opened, or said why it cannot be. */
export default function EditorPage(props: Props) {
  const { id = '' } = useParams();
  // Another document is another page: nothing of the last one may linger.
  return <Opening key={id} id={id} {...props} />;
}

function Opening({ id, ...props }: Props & { id: string }) {
  const { user, journal, onSessionExpired } = props;
  const { postMortems } = useServices();
  const location = useLocation();
  const isNew = (location.state as { isNew?: boolean } | null)?.isNew === true;
  const keepAsNew = useKeepAsNew(journal);
  const opening = useWritingSession({
    id,
    userId: user.id,
    isNew,
    postMortems,
    journal,
    onSessionExpired,
  });
  switch (opening.kind) {
    case 'loading':
      return <EditorSkeleton />;
    case 'failed':
      return (
        <div className="page page-narrow">
          <Problem error={opening.error}>
            <button type="button" className="button" onClick={opening.retry}>
              {say('Try again')}
            </button>
            <Link className="button" to="/">
              {say('Back to all post-mortems')}
            </Link>
          </Problem>
        </div>
      );
    case 'missing':
      return (
        <>
          <NotFoundPage what="post-mortem" />
          {opening.left.length > 0 && <LeftBehind left={opening.left} onKeep={keepAsNew} />}
        </>
      );
    case 'session':
      return <Opened session={opening.session} isNew={isNew} {...props} />;
  }
}

/** Those who may edit it write, and all others read. */
function Opened(props: Props & { session: WritingSession; isNew: boolean }) {
  const { session, user, onSessionExpired } = props;
  const state = useWritingState(session, onSessionExpired);
  useOthersSaves(session, state, user.id);
  const talk = useDocumentTalk(session.id, state, user, onSessionExpired);
  const reviews = useDocumentReviews(session, state, user, onSessionExpired);
  if (mayEdit(state, user.id)) return <Writing {...props} talk={talk} reviews={reviews} />;
  return (
    <Suspense fallback={<EditorSkeleton />}>
      <ReadingView
        content={state.content}
        byline={<Byline state={state} />}
        above={reviews.panel}
        {...incidentToRead(state.content)}
        beside={talk.beside}
        aside={
          <>
            {reviews.underReview}
            {talk.people}
            {talk.threads}
            <Similar postMortemId={session.id} onSessionExpired={onSessionExpired} />
          </>
        }
      />
    </Suspense>
  );
}

function Writing(props: Props & { session: WritingSession; isNew: boolean; talk: Talk; reviews: Reviews }) {
  const { session, isNew, talk, reviews, user, journal, onSessionExpired } = props;
  const { enhancements: service, models, postMortems, remarks, templates } = useServices();
  const { theme } = useTheme();
  const navigate = useNavigate();
  const notify = useNotify();
  const state = useWritingState(session, onSessionExpired);
  const keepAsNew = useKeepAsNew(journal);
  const remove = useDeletion((id) => void navigate(`/post-mortems/${id}`));
  const isOwner = state.owner === user.id;
  const enhancements = useEnhancements({
    postMortemId: session.id,
    userId: user.id,
    isShared: !isOwner || state.editors.length > 0,
    service,
    onSessionExpired,
  });

  const team = useTeamTemplates(templates, onSessionExpired);

  const historyOf = (section: SectionId | null) =>
    state.revision > 0 && (
      <HistoryButton
        postMortemId={session.id}
        section={section}
        content={state.content}
        onRestore={(part, from) => session.change(part, from)}
        onSessionExpired={onSessionExpired}
      />
    );

  return (
    <Editor
      session={session}
      state={state}
      isNew={isNew}
      beneathTitle={<Before postMortemId={session.id} title={state.content.title} isNew={isNew} />}
      enhance={(section, tools) => (
        <>
          {hasTone(state.content[section]) && (
            <Suspense fallback={null}>
              <SectionTone text={state.content[section]} theme={theme} />
            </Suspense>
          )}
          <Elsewhere section={section} texts={state.content} onTexts={(changed) => session.change(changed)} />
          <EnhanceSection
            section={sectionById(section)}
            theme={theme}
            text={state.content[section]}
            document={state.content}
            enhancements={enhancements}
            models={models}
            prepare={() => session.saved()}
            onText={(text, from) => session.change({ [section]: text }, from)}
            tools={
              <>
                {tools}
                {historyOf(section)}
              </>
            }
          />
          {talk.beside(section)}
        </>
      )}
      incident={incidentToEdit(state.content, (timeline) => session.change({ timeline }))}
      timelineTools={
        <TimelineTools
          content={state.content}
          timelineNow={() => session.state().content.timeline}
          onTimeline={(timeline, from) => session.change({ timeline }, from)}
        />
      }
      beside={talk.beside}
      share={
        <>
          {historyOf(null)}
          <ShareButton
            isOwner={isOwner}
            lists={state}
            members={() => postMortems.members(session.id)}
            onShare={(person, role) => session.share(person, role)}
          />
        </>
      }
      publication={
        <>
          {talk.people}
          {state.revision > 0 && (
            <Publication
              content={state.content}
              isPrivate={state.isPrivate}
              isOwner={isOwner}
              statusBy={state.statusBy}
              statusAt={state.statusAt}
              underReview={reviews.underReview}
              submitting={reviews.submitting}
              onStatus={(change) => session.setStatus(change)}
            />
          )}
        </>
      }
      team={{
        templates: team.all,
        isRead: team.isRead,
        actions: <TeamTemplates team={team} content={state.content} userId={user.id} />,
      }}
      onPrivate={
        isOwner && !state.isPrivate && !reviews.underReview
          ? () =>
              void session
                .setStatus({ status: state.content.status, isPrivate: true })
                .catch((error: unknown) =>
                  notify({
                    text: say('It is not private yet. {message} {advice}', explain(error)),
                  }),
                )
          : null
      }
      notice={
        <>
          {enhancements.state.error !== null && !(enhancements.state.error instanceof OfflineError) && (
            <Problem error={enhancements.state.error}>
              <button type="button" className="button" onClick={enhancements.checkAgain}>
                {say('Try again')}
              </button>
            </Problem>
          )}
          {reviews.panel}
        </>
      }
      hints={
        <>
          {talk.threads}
          {hasGround(state.content) && (
            <Suspense fallback={null}>
              <DocumentHints content={state.content} />
            </Suspense>
          )}
          <ReviewButton
            postMortemId={session.id}
            content={state.content}
            theme={theme}
            now={() => session.state().content}
            onChange={(change, from) => session.change(change, from)}
            models={models}
            ask={async () => {
              await session.saved();
              return remarks.on(session.id);
            }}
          />
          {state.revision > 0 && <Similar postMortemId={session.id} onSessionExpired={onSessionExpired} />}
        </>
      }
      onDelete={
        isOwner && state.revision > 0
          ? async () => {
              await session.flush();
              await remove(session.id);
              await navigate('/');
            }
          : null
      }
      keepAsNew={<KeepAsNew content={state.content} onKeep={() => keepAsNew(session.id, state.content)} />}
    />
  );
}
