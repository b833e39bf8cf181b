import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { Exchange, Proposal } from '../../../domain/conversation/conversation';
import { SECTIONS } from '../../../domain/sections';
import { lazily } from '../../components/lazily';
import { Problem } from '../../components/Problem';
import { say, translated } from '../../language/say';
import { carryOut, type Deeds, standingOf, takeBack } from './proposals';

const WordDiff = lazily(() => import('../../components/WordDiff'));

interface Props {
  exchange: Exchange;
  proposal: Proposal;
  deeds: Deeds;
  onSettle(key: string, isTaken: boolean | null): Promise<void>;
}

/** What happens if the person clicks, and only then. */
export function ProposalView({ exchange, proposal, deeds, onSettle }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const standing = standingOf(exchange, proposal);
  const { kind, key, text } = proposal;
  const act = async (deed: () => Promise<void>, isTaken: boolean | null) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await deed();
      await onSettle(key, isTaken);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="proposal stack">
      <strong>{headOf(proposal)}</strong>
      {kind === 'EDIT' ? (
        <Difference proposal={proposal} />
      ) : (
        <p className="assistant-text" dir="auto">
          {text}
        </p>
      )}
      {problem !== null && <Problem error={problem} />}
      {standing === 'open' && (
        <div className="row">
          <button
            type="button"
            className="button button-primary button-small"
            aria-disabled={busy}
            onClick={() => void act(() => carryOut(exchange, proposal, deeds), true)}
          >
            {busy && <span className="spinner" />}
            {takeWords(kind)}
          </button>
          <button
            type="button"
            className="button button-small"
            onClick={() => void act(async () => {}, false)}
          >
            {say('Dismiss|proposal')}
          </button>
        </div>
      )}
      {standing === 'taken' && (
        <div className="row">
          <span className="chip">{takenWords(kind)}</span>
          <button
            type="button"
            className="button button-small"
            onClick={() => void act(() => takeBack(exchange, proposal, deeds), null)}
          >
            {say('Undo')}
          </button>
        </div>
      )}
      {standing === 'dismissed' && <span className="small soft">{say('Dismissed: nothing was done.')}</span>}
    </div>
  );
}

function headOf({ kind, isTeams }: Proposal): string {
  if (kind === 'EDIT') return say('Proposed edit');
  if (kind === 'FORGET') return isTeams ? say('Forget this, for the team?') : say('Forget this?');
  return isTeams ? say('Remember this, for the team?') : say('Remember this, for you?');
}

function takeWords(kind: Proposal['kind']): string {
  if (kind === 'EDIT') return say('Apply|proposal');
  return kind === 'REMEMBER' ? say('Remember it') : say('Forget it|memory');
}

function takenWords(kind: Proposal['kind']): string {
  if (kind === 'EDIT') return say('Applied|proposal');
  return kind === 'REMEMBER' ? say('Remembered') : say('Forgotten');
}

function Difference({ proposal }: { proposal: Proposal }) {
  const { postMortemId, title, section, before, text, notes } = proposal;
  const label = SECTIONS.find(({ id }) => id === section)?.label ?? section;
  return (
    <>
      <p className="small soft">
        <Link to={`/post-mortems/${encodeURIComponent(postMortemId ?? '')}`}>
          <bdi>{title}</bdi>
        </Link>
        {' · '}
        {translated(label)}
      </p>
      <Suspense fallback={<div className="skeleton" style={{ height: '4rem' }} />}>
        <WordDiff before={before} after={text} />
      </Suspense>
      {notes.length > 0 && (
        <div className="message message-warn">
          <p className="message-title">{say('The fact check notes')}</p>
          <ul className="small">
            {notes.map((note) => (
              <li key={note} dir="auto">
                {translated(note)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
