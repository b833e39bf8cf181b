import { useEffect, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { LONGEST_WORDS_SAID, MOST_MESSAGES, MOST_USD, spentBy } from '../../../domain/conversation/budget';
import { Problem } from '../../components/Problem';
import type { ConversationStore } from '../../data/conversations';
import { fixed } from '../../language/formats';
import { say, sayCount } from '../../language/say';
import { ExchangeView } from './ExchangeView';
import type { Deeds } from './proposals';
import { useConversation } from './useConversation';
import './assistant.css';

interface Props {
  userId: string;
  load(): Promise<ConversationStore>;
  deeds: Deeds;
  /** What is open beside it. */
  postMortemId: string | null;
  /** Which conversation is gone on with; a new one without. */
  opened: string | null;
  onSessionExpired: () => void;
  /** Told when something was said, so that lists of conversations know. */
  onSaid?: () => void;
}

/** A conversation: what was said, looked at, answered and proposed, and where to say more. */
export default function AssistantView(props: Props) {
  const { userId, load, deeds, postMortemId, opened, onSessionExpired, onSaid } = props;
  const talk = useConversation(load, userId, onSessionExpired, opened);
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const id = useId();
  const end = useRef<HTMLDivElement>(null);
  const { exchanges } = talk;
  const spent = spentBy(exchanges);
  const last = exchanges.at(-1);
  const isRunning = last?.status === 'RUNNING';
  const shown = exchanges.length;
  useEffect(() => {
    if (shown > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  const send = async (words: string) => {
    if (words.trim() === '' || sending || isRunning) return;
    setSending(true);
    if (await talk.say(words, postMortemId)) {
      setText('');
      onSaid?.();
    }
    setSending(false);
  };

  return (
    <div className="assistant stack">
      {exchanges.length === 0 && !talk.isReading && (
        <Examples hasDocument={postMortemId !== null} onChoose={setText} />
      )}
      <ol className="exchanges" aria-label={say('Conversation')}>
        {exchanges.map((exchange) => (
          <ExchangeView
            key={exchange.id}
            exchange={exchange}
            deeds={deeds}
            onStop={() => talk.stop(exchange.id)}
            onSettle={(key, isTaken) => talk.settle(exchange.id, key, isTaken)}
          />
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {last === undefined ? '' : spokenOf(last)}
      </p>
      {talk.problem !== null && <Problem error={talk.problem} />}
      <form
        className="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          void send(text);
        }}
      >
        <div className="field">
          <label htmlFor={`${id}say`}>{say('Ask or tell the assistant')}</label>
          <textarea
            id={`${id}say`}
            rows={2}
            value={text}
            maxLength={LONGEST_WORDS_SAID}
            aria-describedby={`${id}budget`}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void send(text);
            }}
          />
        </div>
        <div className="row row-between">
          <button
            type="submit"
            className="button button-primary"
            aria-disabled={sending || isRunning || text.trim() === ''}
          >
            {sending && <span className="spinner" />}
            {say('Send')}
          </button>
          <button type="button" className="button button-quiet button-small" onClick={() => talk.open(null)}>
            {say('New conversation')}
          </button>
        </div>
        <p className="small soft" id={`${id}budget`}>
          {say('{n} of {most} messages, USD {cost} of {mostCost} in this conversation.', {
            n: spent.messages,
            most: MOST_MESSAGES,
            cost: fixed(spent.costUsd, 4),
            mostCost: fixed(MOST_USD, 2),
          })}{' '}
          <Link to="/memory">{say('What is remembered')}</Link>
        </p>
      </form>
      <div ref={end} />
    </div>
  );
}

/** What is read out of an answer: that it is there, and what waits for a click. */
function spokenOf({
  status,
  answer,
  proposals,
  settled,
}: Parameters<typeof ExchangeView>[0]['exchange']): string {
  if (status === 'RUNNING') return say('Thinking…');
  const open = proposals.length - settled.length;
  const waits =
    open > 0 ? ` ${sayCount(open, 'One proposal waits for you.', '{n} proposals wait for you.')}` : '';
  return status === 'ANSWERED' ? `${answer.slice(0, 300)}${waits}` : say('This was not answered');
}

function Examples({ hasDocument, onChoose }: { hasDocument: boolean; onChoose(text: string): void }) {
  const examples = [
    say('search for certificate expiry'),
    say('open actions'),
    ...(hasDocument ? [say('read this post-mortem')] : []),
    say('remember that we say customer, not user'),
    say('what do you remember?'),
  ];
  return (
    <div className="panel stack">
      <p>
        {say(
          'It looks things up in the post-mortems that you may read, and says what it found with its sources. It changes and remembers nothing that you have not clicked.',
        )}
      </p>
      <ul className="row assistant-examples">
        {examples.map((example) => (
          <li key={example}>
            <button type="button" className="button button-small" onClick={() => onChoose(example)}>
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
