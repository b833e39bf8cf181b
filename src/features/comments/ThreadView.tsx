import { useEffect, useRef, useState } from 'react';
import { placeLabel } from '../../../domain/comments/comment';
import { findQuote } from '../../../domain/comments/quote';
import { isResolved, type Thread } from '../../../domain/comments/threads';
import { useNotify } from '../../components/Notices';
import { Problem } from '../../components/Problem';
import { CommentForm } from './CommentForm';
import { CommentView, When } from './CommentView';
import type { CommentDesk } from './commentDesk';
import { showQuote } from './placesInPage';
import type { RoomView } from './roomView';
import { useDraft } from './useDraft';

interface Props {
  thread: Thread;
  /** Named where it stands elsewhere than its place. */
  isElsewhere: boolean;
  /** The text that it may quote. */
  text: string | null;
  desk: CommentDesk;
  view: RoomView;
  /** Changes when somebody wants to see this one. */
  wish: number | null;
  /** It is not here any more, nor what had the focus in it. */
  onGone(): void;
}

/** What was said to one thing, and what can be said and done about it. */
export function ThreadView({ thread, isElsewhere, text, desk, view, wish, onGone }: Props) {
  const { first, replies } = thread;
  const key = `reply ${first.id}` as const;
  const kept = useDraft(desk.drafts, key);
  const [isReplying, setReplying] = useState(() => desk.drafts.read(key) !== null);
  const [problem, setProblem] = useState<unknown>(null);
  const notify = useNotify();
  const head = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (wish === null) return;
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'center' });
  }, [wish]);
  const resolved = isResolved(thread);
  const mayResolve = view.mayResolve || (view.mayComment && first.author.id === desk.userId);
  const back = () => head.current?.focus();
  const resolve = async () => {
    setProblem(null);
    try {
      await desk.resolve(first.id, !resolved);
      onGone();
      notify({ text: resolved ? 'The thread is open again.' : 'Resolved. It stands under “Show resolved”.' });
    } catch (error) {
      setProblem(error);
    }
  };
  const gist = (first.text || (replies[0]?.text ?? '')).slice(0, 60);
  return (
    <li className="thread stack-tight" ref={head} tabIndex={-1} aria-label={`Thread: ${gist}`}>
      {isElsewhere && (
        <p className="soft small">On {placeLabel(first.place).toLowerCase()}, which is not shown</p>
      )}
      {first.quote && <Quoted thread={thread} text={text} />}
      {first.deletedAt === null ? (
        <CommentView
          comment={first}
          desk={desk}
          mayComment={view.mayComment}
          onBack={back}
          onGone={replies.length === 0 ? onGone : back}
        />
      ) : (
        <p className="soft">Its first comment was deleted.</p>
      )}
      {replies.length > 0 && (
        <ul className="replies stack-tight">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentView
                comment={reply}
                desk={desk}
                mayComment={view.mayComment}
                onBack={back}
                onGone={back}
              />
            </li>
          ))}
        </ul>
      )}
      {first.resolvedAt !== null && (
        <p className="row">
          <span className="chip chip-good">Resolved</span>
          {first.resolvedBy !== null && (
            <span className="soft small">
              by <bdi>{first.resolvedBy.id === desk.userId ? 'you' : first.resolvedBy.name}</bdi>
            </span>
          )}
          <When at={first.resolvedAt} />
        </p>
      )}
      {problem !== null && <Problem error={problem} />}
      {isReplying && view.mayComment ? (
        <CommentForm
          label="Reply"
          verb="Reply"
          kept={kept}
          onSend={async (draft) => {
            await desk.add({ ...draft, threadId: first.id, place: first.place });
            kept.clear();
            setReplying(false);
            back();
          }}
          onCancel={() => {
            kept.clear();
            setReplying(false);
            back();
          }}
        />
      ) : (
        <div className="row">
          {view.mayComment && !resolved && (
            <button type="button" className="button button-small" onClick={() => setReplying(true)}>
              Reply
            </button>
          )}
          {mayResolve && (
            <button type="button" className="button button-small" onClick={() => void resolve()}>
              {resolved ? 'Reopen' : 'Resolve'}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** The words that a thread is about, with the way to them as long as they are there. */
function Quoted({ thread: { first }, text }: Pick<Props, 'thread' | 'text'>) {
  const quote = { quote: first.quote ?? '', before: first.before ?? '', after: first.after ?? '' };
  const [isGone, setGone] = useState(false);
  const isThere = text !== null && !isGone && findQuote(text, quote) !== null;
  return (
    <div className="comment-quote">
      <blockquote dir="auto">{quote.quote}</blockquote>
      {isThere ? (
        <button
          type="button"
          className="button button-quiet button-small"
          onClick={() => setGone(!showQuote(first.place, text, quote))}
        >
          Show in the text
        </button>
      ) : (
        <p className="soft small">The passage has changed since.</p>
      )}
    </div>
  );
}
