import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { placeLabel, type Quote, WHOLE } from '../../../domain/comments/comment';
import { isResolved, sizeOf, type Thread } from '../../../domain/comments/threads';
import { Problem } from '../../components/Problem';
import { say, translated } from '../../language/say';
import { CommentForm } from './CommentForm';
import type { CommentDesk } from './commentDesk';
import type { PresenceDesk } from './presenceDesk';
import type { RoomView } from './roomView';
import { ThreadView } from './ThreadView';
import { useDraft } from './useDraft';
import { useSelected } from './useSelected';
import { WritingHere } from './WritingHere';

interface Props {
  place: string;
  text: string | null;
  view: RoomView;
  desk: CommentDesk;
  presence: PresenceDesk;
}

/** What is said about a place of the document, beside it: a button, and what it opens. */
export function Beside(props: Props) {
  if (props.place !== WHOLE) return <Conversation {...props} />;
  return (
    <section className="panel stack talk-whole" id={`section-${WHOLE}`}>
      <h2 tabIndex={-1}>{translated(placeLabel(WHOLE))}</h2>
      <Conversation {...props} />
    </section>
  );
}

function Conversation({ place, text, view, desk, presence }: Props) {
  const id = useId();
  const { threads, problem, shown, places } = useSyncExternalStore(desk.subscribe, desk.state);
  useEffect(() => desk.mount(place), [desk, place]);
  const here = (threads ?? []).filter(
    ({ first }) => first.place === place || (place === WHOLE && !places.has(first.place)),
  );
  const open = here.filter((thread) => !isResolved(thread));
  const resolved = here.filter(isResolved);
  const kept = useDraft(desk.drafts, `new ${place}`);
  const hasDraft = kept.draft.text !== '' || kept.draft.quote !== null;
  const [isOpen, setOpen] = useState(false);
  const [isBeginning, setBeginning] = useState(hasDraft);
  const [showsResolved, setShowsResolved] = useState(false);
  const current = useRef(text);
  current.current = text;
  const [selected, letGo] = useSelected(place, current, view.mayComment && text !== null);
  const toggle = useRef<HTMLButtonElement>(null);

  const wished = here.find(({ first }) => first.id === shown?.threadId);
  const [granted, setGranted] = useState(0);
  if (shown && wished && shown.wish > granted) {
    setGranted(shown.wish);
    setOpen(true);
    if (isResolved(wished)) setShowsResolved(true);
  }

  const begin = (quote: Quote | null) => {
    if (quote) kept.change({ quote });
    letGo();
    setOpen(true);
    setBeginning(true);
  };
  const end = () => {
    kept.clear();
    setBeginning(false);
    toggle.current?.focus();
  };
  const name = translated(placeLabel(place)).toLowerCase();
  const count = open.reduce((sum, thread) => sum + sizeOf(thread), 0);
  const isEmpty = here.length === 0;
  if (isEmpty && !view.mayComment) {
    return <WritingHere place={place} presence={presence} />;
  }
  const list = (some: readonly Thread[]) => (
    <ul className="stack threads">
      {some.map((thread) => (
        <ThreadView
          key={thread.first.id}
          thread={thread}
          isElsewhere={thread.first.place !== place}
          text={thread.first.place === place ? text : view.textOf(thread.first.place)}
          desk={desk}
          view={view}
          wish={shown && thread === wished ? shown.wish : null}
          onGone={() => toggle.current?.focus()}
        />
      ))}
    </ul>
  );
  return (
    <div className="talk stack-tight">
      <div className="row talk-row">
        <button
          ref={toggle}
          type="button"
          className="button button-quiet button-small talk-toggle"
          data-empty={(isEmpty && !isOpen) || undefined}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => {
            setOpen(!isOpen);
            if (!isOpen && isEmpty) setBeginning(true);
          }}
        >
          {isEmpty
            ? say('Comment on {name}', { name })
            : `${say('Comments on {name}', { name })}${count > 0 ? ` (${count})` : ''}`}
        </button>
        {selected && (
          <button type="button" className="button button-small" onClick={() => begin(selected)}>
            {say('Comment on selection')}
          </button>
        )}
        {!isOpen && (hasDraft || hasUnsent(desk, here)) && (
          <span className="chip chip-warn">{say('Not sent yet')}</span>
        )}
        <WritingHere place={place} presence={presence} />
      </div>
      {isOpen && (
        <section id={id} className="talk-panel stack" aria-label={say('Comments on {name}', { name })}>
          {problem !== null && (
            <Problem error={problem}>
              <button type="button" className="button button-small" onClick={() => void desk.read()}>
                {say('Try again')}
              </button>
            </Problem>
          )}
          {threads === null && problem === null && (
            <p className="row soft" role="status">
              <span className="spinner" /> {say('Reading the comments…')}
            </p>
          )}
          {open.length > 0 && list(open)}
          {open.length === 0 && resolved.length > 0 && <p className="soft">{say('Nothing is open here.')}</p>}
          {resolved.length > 0 && (
            <p>
              <button
                type="button"
                className="button button-quiet button-small"
                aria-pressed={showsResolved}
                onClick={() => setShowsResolved(!showsResolved)}
              >
                {showsResolved
                  ? say('Hide resolved')
                  : say('Show resolved ({count})', { count: resolved.length })}
              </button>
            </p>
          )}
          {showsResolved && list(resolved)}
          {view.mayComment &&
            (isBeginning ? (
              <CommentForm
                // Another quote brings the cursor back to the words.
                key={kept.draft.quote?.quote}
                label={
                  kept.draft.quote
                    ? say('Your comment on the selection')
                    : say('Your comment on {name}', { name })
                }
                verb={say('Comment')}
                kept={kept}
                onSend={async (draft) => {
                  await desk.add({ ...draft, threadId: null, place });
                  end();
                }}
                onCancel={() => {
                  end();
                  if (isEmpty) setOpen(false);
                }}
              />
            ) : (
              <p>
                <button type="button" className="button button-small" onClick={() => begin(null)}>
                  {say('New comment')}
                </button>
              </p>
            ))}
        </section>
      )}
    </div>
  );
}

/** Whether a reply or a change was begun in one of these and not sent. */
function hasUnsent(desk: CommentDesk, threads: readonly Thread[]): boolean {
  const ids = new Set(threads.flatMap(({ first, replies }) => [first, ...replies].map(({ id }) => id)));
  return desk.drafts.keys().some((key) => ids.has(key.replace(/^(?:reply|edit) /, '')));
}
