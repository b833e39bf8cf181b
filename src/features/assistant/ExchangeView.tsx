import { Link } from 'react-router';
import type { Exchange, ToolStep } from '../../../domain/conversation/conversation';
import { OFFLINE_ASSISTANT } from '../../../domain/conversation/conversation';
import { fixed } from '../../language/formats';
import { say, sayCount, translated } from '../../language/say';
import { ProposalView } from './ProposalView';
import type { Deeds } from './proposals';

interface Props {
  exchange: Exchange;
  deeds: Deeds;
  onStop(): Promise<void>;
  onSettle(key: string, isTaken: boolean | null): Promise<void>;
}

/** One message, what was looked at for it, and its answer. */
export function ExchangeView({ exchange, deeds, onStop, onSettle }: Props) {
  const { words, steps, answer, status, message, proposals, unsupported } = exchange;
  return (
    <li className="exchange stack">
      <p className="said assistant-text" dir="auto">
        <span className="visually-hidden">{say('You said:')} </span>
        {words}
      </p>
      {steps.length > 0 && (
        <ul className="tool-steps small" aria-label={say('What was looked at')}>
          {steps.map((step, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step stays where it is
            <StepView key={place} step={step} />
          ))}
        </ul>
      )}
      {status === 'RUNNING' && (
        <div className="row">
          <span className="spinner" />
          <span className="soft">{steps.length === 0 ? say('Thinking…') : say('Reading on…')}</span>
          <button type="button" className="button button-small" onClick={() => void onStop()}>
            {say('Stop')}
          </button>
        </div>
      )}
      {answer !== '' && (
        <p className="assistant-text answer" dir="auto">
          <span className="visually-hidden">{say('The assistant said:')} </span>
          {answer}
        </p>
      )}
      {unsupported.length > 0 && (
        <p className="message message-warn small">
          {say('Stands in nothing that was looked at: {values}', { values: unsupported.join(', ') })}
        </p>
      )}
      {proposals.map((proposal) => (
        <ProposalView
          key={proposal.key}
          exchange={exchange}
          proposal={proposal}
          deeds={deeds}
          onSettle={onSettle}
        />
      ))}
      {status === 'STOPPED' && <p className="small soft">{say('Stopped. What was found stays above.')}</p>}
      {status === 'FAILED' && (
        <div className="message message-danger">
          <p className="message-title">{say('This was not answered')}</p>
          <p dir="auto">{translated(message)}</p>
        </div>
      )}
      {status === 'ANSWERED' && message !== '' && (
        <p className="small soft">
          {say('It looked up as much as one message may, and then had to answer.')}
        </p>
      )}
      {status !== 'RUNNING' && exchange.writtenBy !== '' && <Footer exchange={exchange} />}
    </li>
  );
}

/** Amazon's own model, under whatever geography it was called. */
const SERVED_AS = /^(?:\w+\.)?amazon\./;

function Footer({ exchange }: { exchange: Exchange }) {
  const { writtenBy, model, inputTokens, outputTokens, costUsd } = exchange;
  const name = SERVED_AS.test(writtenBy) ? model : writtenBy.replace(/^[\w.-]+: /, '');
  const who =
    writtenBy === OFFLINE_ASSISTANT
      ? say('Answered by rules on this computer, without a model')
      : say('Answered by {name}', { name });
  return (
    <p className="small soft">
      {who}
      {' · '}
      {sayCount(inputTokens + outputTokens, '{n} token', '{n} tokens')}
      {costUsd > 0 && ` · $${fixed(costUsd, 4)}`}
    </p>
  );
}

const TOOL_WORDS: Readonly<Record<string, () => string>> = {
  search: () => say('Searched'),
  read_post_mortem: () => say('Read|tool'),
  list_open_actions: () => say('Looked through open actions'),
  check_facts: () => say('Checked facts'),
  recall: () => say('Looked up what is remembered'),
  propose_edit: () => say('Proposed an edit'),
  remember: () => say('Proposed to remember'),
  forget: () => say('Proposed to forget'),
};

function StepView({ step: { tool, about, outcome, note, links } }: { step: ToolStep }) {
  return (
    <li data-outcome={outcome}>
      <span>
        {outcome === 'REFUSED' ? say('Not done') : (TOOL_WORDS[tool]?.() ?? tool)}
        {about !== '' && (
          <>
            {': '}
            <bdi>{about}</bdi>
          </>
        )}
      </span>
      {note !== '' && (
        <>
          {' · '}
          <span className="soft" dir="auto">
            {translated(note)}
          </span>
        </>
      )}
      {links.length > 0 && (
        <ul>
          {links.map(({ postMortemId, title, section }) => (
            <li key={`${postMortemId} ${section}`}>
              <Link to={`/post-mortems/${encodeURIComponent(postMortemId)}`}>
                <bdi>{title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
