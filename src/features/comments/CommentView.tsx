import { useState } from 'react';
import type { Comment } from '../../../domain/comments/comment';
import { useNotify } from '../../components/Notices';
import { explain } from '../../data/errors';
import { dates } from '../../language/formats';
import { say } from '../../language/say';
import { CommentForm } from './CommentForm';
import { type CommentDesk, UNDO_SECONDS } from './commentDesk';
import { useDraft } from './useDraft';

const MOMENT = dates({ dateStyle: 'medium', timeStyle: 'short' });

/** When something was said, in the reader's own zone. */
export const When = ({ at }: { at: string }) => (
  <time dateTime={at} className="soft small nowrap">
    {MOMENT.format(new Date(at))}
  </time>
);

interface Props {
  comment: Comment;
  desk: CommentDesk;
  mayComment: boolean;
  /** What had the focus in it is gone. */
  onBack(): void;
  /** It is gone itself. */
  onGone(): void;
}

/** One comment; its author can change and delete it. */
export function CommentView({ comment, desk, mayComment, onBack, onGone }: Props) {
  const { id, author, text, createdAt, editedAt } = comment;
  const key = `edit ${id}` as const;
  const kept = useDraft(desk.drafts, key, text);
  const [isEditing, setEditing] = useState(() => desk.drafts.read(key) !== null);
  const notify = useNotify();
  const isMine = author.id === desk.userId;
  const remove = () => {
    onGone();
    const takeAway = notify({
      text: say('Your comment is deleted in {seconds} seconds.', { seconds: UNDO_SECONDS }),
      action: { label: say('Undo'), run: () => desk.undoDelete(id) },
    });
    desk
      .delete(id)
      .catch((error: unknown) => {
        const { message, advice } = explain(error);
        notify({ text: say('Your comment is still there. {message} {advice}', { message, advice }) });
      })
      .finally(takeAway);
  };
  if (isEditing && isMine) {
    return (
      <CommentForm
        label={say('Your comment')}
        verb={say('Save')}
        kept={kept}
        onSend={async (draft) => {
          await desk.edit(id, draft.text);
          kept.clear();
          setEditing(false);
          onBack();
        }}
        onCancel={() => {
          kept.clear();
          setEditing(false);
          onBack();
        }}
      />
    );
  }
  return (
    <div className="stack-tight comment">
      <p className="row comment-head">
        <bdi className="comment-author">{isMine ? say('You') : author.name}</bdi> <When at={createdAt} />
        {editedAt && <span className="soft small">{say('edited')}</span>}
      </p>
      <p className="comment-text pre-line" dir="auto">
        {text}
      </p>
      {isMine && mayComment && (
        <p className="row">
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => {
              // As it stands now: it may have been changed on another page.
              if (desk.drafts.read(key) === null) kept.change({ text });
              setEditing(true);
            }}
          >
            {say('Edit')}
            <span className="visually-hidden">{say('your comment')}</span>
          </button>
          <button type="button" className="button button-quiet button-small" onClick={remove}>
            {say('Delete')}
            <span className="visually-hidden">{say('your comment')}</span>
          </button>
        </p>
      )}
    </div>
  );
}
