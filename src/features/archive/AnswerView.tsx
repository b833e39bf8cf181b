import { useId } from 'react';
import { Link } from 'react-router';
import {
  answerMarkdown,
  linkTo,
  type NumberedSource,
  numberedSources,
  numberOf,
} from '../../../domain/archive/answerMarkdown';
import {
  type AnswerSentence,
  type ArchiveAnswer,
  hasDied,
  isSilent,
} from '../../../domain/archive/answerRecord';
import { labelOf } from '../../../domain/archive/section';
import { themeById } from '../../../domain/themes';
import { CopyButton } from '../../components/CopyButton';
import { Icon } from '../../components/Icon';
import { say, sayCount, translated } from '../../language/say';
import { useTheme } from '../../theme/ThemeProvider';
import { foundHow, leftOutWords, whatItTook, whoWrote } from './words';

interface Props {
  answer: ArchiveAnswer;
  now: number;
  onStop(id: string): void;
  onRemove(id: string): void;
  /** Asks the same again, for one that came to nothing. */
  onAskAgain(answer: ArchiveAnswer): void;
}

/** A question with what the archive says to it: each sentence with its sources. */
export function AnswerView({ answer, now, onStop, onRemove, onAskAgain }: Props) {
  const { id, question, sentences, status, message, left } = answer;
  const sources = numberedSources(sentences);
  const isDead = hasDied(answer, now);
  const isComing = status === 'RUNNING' && !isDead;
  const headingId = useId();
  return (
    <article className="panel stack ask-answer" aria-labelledby={headingId} aria-busy={isComing}>
      <h2 id={headingId} dir="auto">
        {question || say('A question')}
      </h2>
      <p className="visually-hidden" role="status">
        {statusWords(answer, isDead)}
      </p>
      {sentences.length > 0 && (
        <ul className="ask-sentences">
          {sentences.map((sentence) => (
            <Sentence key={sentence.text} sentence={sentence} sources={sources} />
          ))}
        </ul>
      )}
      {isComing && (
        <div className="row">
          <span className="soft">
            <span className="spinner" />{' '}
            {answer.passages > 0 ? say('Reading what was found…') : say('Looking through the archive…')}
          </span>
          <button type="button" className="button button-small" onClick={() => onStop(id)}>
            {say('Stop')}
          </button>
        </div>
      )}
      {status === 'STOPPED' && <p className="soft">{say('You stopped it here.')}</p>}
      {isSilent(answer) && <Silence hasPassages={answer.passages > 0} />}
      {(status === 'FAILED' || isDead) && (
        <div className="message message-danger">
          <p>
            {isDead ? say('The answer broke off, and nothing more will come.') : translated(message ?? '')}
          </p>
          <p>
            <button type="button" className="button button-small" onClick={() => onAskAgain(answer)}>
              {say('Ask again')}
            </button>
          </p>
        </div>
      )}
      {left.length > 0 && <p className="small soft">{leftOutWords(left)}</p>}
      {sources.length > 0 && <Sources sources={sources} />}
      {!isComing && (
        <div className="ask-foot">
          <p className="small soft">
            {[whoWrote(answer), foundHow(answer), whatItTook(answer)].filter(Boolean).join(' ')}
          </p>
          <div className="row">
            {sentences.length > 0 && (
              <CopyButton
                className="button button-small"
                text={() => answerMarkdown(answer, location.origin, say('The archive does not say.'))}
              >
                {say('Copy answer')}
              </CopyButton>
            )}
            <button type="button" className="button button-quiet button-small" onClick={() => onRemove(id)}>
              <Icon name="trash" />
              {say('Delete question')}
              <span className="visually-hidden">: {question}</span>
            </button>
          </div>
        </div>
      )}
    </article>
  );
}

/** A sentence and its numbers; pointing at it or at one of them shows the words of the source. */
function Sentence({ sentence, sources }: { sentence: AnswerSentence; sources: readonly NumberedSource[] }) {
  const quoteId = useId();
  return (
    <li>
      <span dir="auto">{sentence.text}</span>{' '}
      {sentence.sources.map((source) => {
        const number = numberOf(source, sources);
        const tip = `${quoteId}${number}`;
        return (
          <span key={number} className="ask-source">
            <Link
              className="chip chip-accent"
              to={linkTo(source)}
              state={{ quote: source.quote }}
              aria-label={say('Source {number}: {title}', { number, title: source.title })}
              aria-describedby={tip}
              onKeyDown={(event) => {
                if (event.key === 'Escape') event.currentTarget.blur();
              }}
            >
              {number}
            </Link>
            <span className="ask-quote small" id={tip} role="tooltip">
              <strong dir="auto">{source.title}</strong> · {sectionWords(source)}
              <q dir="auto">{source.quote}</q>
            </span>
          </span>
        );
      })}
    </li>
  );
}

function Sources({ sources }: { sources: readonly NumberedSource[] }) {
  return (
    <details className="small">
      <summary>{sayCount(sources.length, 'One source', '{n} sources')}</summary>
      <ol className="ask-sources">
        {sources.map((source) => (
          <li key={source.number} value={source.number}>
            <Link to={linkTo(source)} state={{ quote: source.quote }}>
              <bdi>{source.title}</bdi>
            </Link>{' '}
            · {sectionWords(source)}
            <blockquote dir="auto">{source.quote}</blockquote>
          </li>
        ))}
      </ol>
    </details>
  );
}

const sectionWords = ({ section }: { section: string }): string => translated(labelOf(section));

/** Nothing is a good answer, with what to do about it. */
function Silence({ hasPassages }: { hasPassages: boolean }) {
  const { silence } = themeById(useTheme().theme).archive;
  return (
    <div className="stack-tight">
      <p>
        <strong>{say('The archive does not say.')}</strong> {silence !== null && say(silence)}
      </p>
      <p className="soft">
        {hasPassages
          ? say(
              'What was found does not answer this. Ask in other words, or with other filters; if you know it, write the post-mortem that says it.',
            )
          : say(
              'Nothing published is about this. Ask in other words, or with other filters; if you know it, write the post-mortem that says it.',
            )}
      </p>
      <p>
        <Link className="button button-small" to="/">
          {say('Write a post-mortem')}
        </Link>
      </p>
    </div>
  );
}

function statusWords(answer: ArchiveAnswer, isDead: boolean): string {
  const { status, sentences, message } = answer;
  if (isDead) return say('The answer broke off, and nothing more will come.');
  if (status === 'FAILED') return translated(message ?? '');
  if (status === 'RUNNING') return say('Looking through the archive…');
  if (sentences.length === 0) return say('The archive does not say.');
  return sayCount(
    sentences.length,
    'Answered in one sentence with its sources.',
    'Answered in {n} sentences with their sources.',
  );
}
