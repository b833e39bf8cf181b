import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { COMMENT_LIMITS } from '../../../domain/comments/comment';
import { explain, OfflineError } from '../../data/errors';
import { numberWords, say } from '../../language/say';
import type { Draft } from './drafts';
import type { DraftOnDevice } from './useDraft';

/** From here on the author sees how much room is left. */
const SHOW_ROOM_FROM = COMMENT_LIMITS.text * 0.9;

interface Props {
  label: string;
  /** On the button, such as "Comment" or "Save". */
  verb: string;
  kept: DraftOnDevice;
  /** Rejects when it was not sent; then the words stay. */
  onSend(draft: Draft): Promise<void>;
  onCancel(): void;
}

/** A few words to be sent. They stay until the server has them. */
export function CommentForm({ label, verb, kept, onSend, onCancel }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { draft, isKept, change } = kept;
  const over = draft.text.length - COMMENT_LIMITS.text;
  const canSend = !isSending && draft.text.trim() !== '' && over <= 0;
  useEffect(() => field.current?.focus(), []);
  const send = async () => {
    setSending(true);
    setProblem(null);
    try {
      await onSend(draft);
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSend) void send();
  };
  return (
    <form className="stack-tight" onSubmit={submit}>
      {draft.quote && (
        <div className="comment-quote">
          <blockquote dir="auto">{draft.quote.quote}</blockquote>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => {
              change({ quote: null });
              field.current?.focus();
            }}
          >
            {say('Without the quote')}
          </button>
        </div>
      )}
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        className="comment-field"
        dir="auto"
        rows={3}
        value={draft.text}
        aria-invalid={over > 0}
        aria-describedby={`${id}state`}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (canSend) void send();
        }}
      />
      <div id={`${id}state`} className="small" role="status">
        {over > 0 && (
          <p className="field-problem">
            {say('{over} characters too many. A comment has at most {most}.', {
              over: numberWords(over),
              most: numberWords(COMMENT_LIMITS.text),
            })}
          </p>
        )}
        {over <= 0 && draft.text.length >= SHOW_ROOM_FROM && (
          <p className="soft">{say('{left} characters left', { left: -over })}</p>
        )}
        {!isKept && (
          <p className="field-problem">
            {say('This device could not keep a copy. Send it before you close the page.')}
          </p>
        )}
      </div>
      {problem !== null && <NotSent problem={problem} />}
      <div className="row">
        <button type="submit" className="button button-primary button-small" disabled={!canSend}>
          {verb}
        </button>
        <button type="button" className="button button-small" disabled={isSending} onClick={onCancel}>
          {say('Cancel')}
        </button>
        {isSending && (
          <span className="row soft small" role="status">
            <span className="spinner" /> {say('Sending…')}
          </span>
        )}
      </div>
    </form>
  );
}

function NotSent({ problem }: { problem: unknown }) {
  const { message, advice } = explain(problem);
  return (
    <div className="message message-danger" role="alert">
      <p className="message-title">{say('It was not sent. {message}', { message })}</p>
      <p>
        {problem instanceof OfflineError
          ? say('Your words stay here, also when you reload the page. Send them when the connection is back.')
          : say('Your words stay here. {advice}', { advice })}
      </p>
    </div>
  );
}
