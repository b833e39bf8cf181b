import { useEffect, useState } from 'react';
import type { ArchiveAnswer } from '../../../domain/archive/answerRecord';
import { themeById } from '../../../domain/themes';
import { Problem } from '../../components/Problem';
import type { QuestionFilters } from '../../data/archive';
import { dates } from '../../language/formats';
import { say, translated } from '../../language/say';
import { useTheme } from '../../theme/ThemeProvider';
import './archive.css';
import { AnswerView } from './AnswerView';
import { type Answers, lastOfThreads, threadOf } from './answerDesk';
import { QuestionForm } from './QuestionForm';

interface Props {
  answers: Answers;
  /** Who answers, as people call them. */
  answerer: string;
  /** Resolves to the answer's id once the question is on its way, or to null. */
  onAsk(question: string, filters: QuestionFilters, followUpOf: string | null): Promise<string | null>;
  onStop(id: string): void;
  onRemove(id: string): void;
  onMore(): void;
}

const NO_FILTERS: QuestionFilters = { service: '', severity: '', from: '', to: '' };
const day = dates({ dateStyle: 'medium', timeStyle: 'short' });
/** How often it is looked whether an answer that is coming has died, in milliseconds. */
const TICK_MS = 10_000;

/** Questions to the archive: one is open with all that it goes on from, the others are listed. */
export default function AskView({ answers, answerer, onAsk, onStop, onRemove, onMore }: Props) {
  const { theme } = useTheme();
  const [open, setOpen] = useState<string | null>(null);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const threads = lastOfThreads(answers.items);
  const coming = threads.find(({ status }) => status === 'RUNNING');
  const shown = threads.find(({ id }) => id === open) ?? coming ?? null;
  const thread = shown ? threadOf(shown.id, answers.items) : [];
  const earlier = threads.filter((one) => one !== shown);
  const ask = async (question: string, filters: QuestionFilters, followUpOf: string | null) => {
    const id = await onAsk(question, filters, followUpOf);
    if (id !== null) setOpen(id);
    return id !== null;
  };
  return (
    <div className="page page-narrow stack ask">
      <title>{say('Ask the archive · Nevermore')}</title>
      <h1>{say('Ask the archive')}</h1>
      <p className="soft">
        {say(themeById(theme).archive.invitation)}{' '}
        {say('Answered by {name}.', { name: translated(answerer) })}
      </p>
      <QuestionForm
        label={say('Your question')}
        action={say('Ask')}
        hasFilters
        onAsk={(question, filters) => ask(question, filters, null)}
      />
      {answers.error !== null && <Problem error={answers.error} />}
      {thread.map((answer) => (
        <AnswerView
          key={answer.id}
          answer={answer}
          now={now}
          onStop={onStop}
          onRemove={onRemove}
          onAskAgain={(again) => void ask(again.question, filtersOf(again), again.followUpOf)}
        />
      ))}
      {shown && shown.status !== 'RUNNING' && shown.sentences.length > 0 && (
        <QuestionForm
          key={shown.id}
          label={say('Ask on about this')}
          action={say('Ask on')}
          onAsk={(question) => ask(question, filtersOf(shown), shown.id)}
        />
      )}
      <section className="stack-tight" aria-labelledby="earlier-questions">
        <h2 id="earlier-questions">{say('Earlier questions')}</h2>
        {answers.kind === 'loading' && <div className="skeleton" style={{ height: '4rem' }} />}
        {answers.kind === 'read' && earlier.length === 0 && (
          <p className="soft">
            {say(
              'What you ask stands here for 90 days, for you alone. You can delete each question at once.',
            )}
          </p>
        )}
        <ul className="ask-earlier">
          {earlier.map((one) => (
            <li key={one.id}>
              <button type="button" className="button button-quiet" onClick={() => setOpen(one.id)}>
                <bdi>{one.question || say('A question')}</bdi>
              </button>{' '}
              <span className="soft small nowrap">{day.format(new Date(one.askedAt))}</span>
            </li>
          ))}
        </ul>
        {answers.next !== null && (
          <p>
            <button type="button" className="button button-small" onClick={onMore}>
              {say('Show more')}
            </button>
          </p>
        )}
      </section>
    </div>
  );
}

const filtersOf = ({ service, severities, from, to }: ArchiveAnswer): QuestionFilters => ({
  ...NO_FILTERS,
  service: service ?? '',
  severity: (severities[0] ?? '') as QuestionFilters['severity'],
  from: from ?? '',
  to: to ?? '',
});
