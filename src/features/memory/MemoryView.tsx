import { useState } from 'react';
import { alreadyRemembered, type Memory } from '../../../domain/memory/memory';
import { useNotify } from '../../components/Notices';
import { Problem } from '../../components/Problem';
import { useUndoNotice } from '../../components/undoNotice';
import { useDebounced } from '../../components/useDebounced';
import { explain, RefusedError } from '../../data/errors';
import type { MemoryStore } from '../../data/memories';
import { say, sayCount } from '../../language/say';
import { MemoryForm, type Written } from './MemoryForm';
import { MemoryItem } from './MemoryItem';
import { useMemories } from './useMemories';
import './memory.css';

/** How long a question rests before it is asked. */
const RESTS_MS = 300;

interface Props {
  userId: string;
  load(): Promise<MemoryStore>;
  onSessionExpired: () => void;
}

/** What is remembered for a person and for the team: found, added, changed, forgotten. */
export default function MemoryView({ userId, load, onSessionExpired }: Props) {
  const [isTeams, setTeams] = useState(false);
  const [typed, setTyped] = useState('');
  const question = useDebounced(typed.trim(), RESTS_MS);
  const { reading, put, more, again } = useMemories(load, isTeams, question, onSessionExpired);
  const notify = useNotify();
  const undoable = useUndoNotice();
  const items = reading.kind === 'read' ? reading.items : [];

  const add = async ({ text, kind, isTeams: forTeam }: Written) => {
    if (forTeam === isTeams && alreadyRemembered(text, forTeam, items))
      throw new RefusedError(say('That is remembered already.'));
    const store = await load();
    const memory = await store.add({
      ...{ id: crypto.randomUUID(), isTeams: forTeam, kind, text, how: 'PAGE', words: text },
      ...{ conversationId: null, postMortemId: null },
    });
    if (forTeam === isTeams && question === '') put(memory, memory);
    else {
      setTyped('');
      setTeams(forTeam);
      again();
    }
    notify({ text: say('Remembered: {text}', { text }) });
  };
  const change = async (memory: Memory, { text, kind }: Written) =>
    put(memory, await (await load()).change(memory, { text, kind }));
  const complain = (error: unknown) => {
    const { message, advice } = explain(error);
    notify({ text: `${message} ${advice}` });
  };
  const forget = async (memory: Memory) => {
    try {
      await (await load()).remove(memory);
      put(memory, null);
      undoable(say('Forgotten: {text}', { text: memory.text }), () => {
        load()
          .then((store) => store.add(memory))
          .then((restored) => put(restored, restored), complain);
      });
    } catch (error) {
      complain(error);
    }
  };

  return (
    <div className="page page-narrow stack">
      <title>{say('Memory · Nevermore')}</title>
      <h1>{say('Memory')}</h1>
      <p>
        {say(
          'Sentences that are remembered for you or for your team: how you word things, what terms mean, who owns what. Nothing is remembered that does not stand here.',
        )}
      </p>
      <p className="small soft">
        {say(
          'Preferences of wording and terms are told to those who draft, below every fact: no memory can add, change or remove a fact.',
        )}
      </p>
      <section className="panel stack" aria-labelledby="add-memory">
        <h2 id="add-memory">{say('Remember something')}</h2>
        <MemoryForm submit={say('Remember it')} onSubmit={add} />
      </section>
      <section className="stack" aria-labelledby="remembered">
        <h2 id="remembered">{say('What is remembered')}</h2>
        <fieldset className="row memory-whose">
          <legend className="visually-hidden">{say('Whose memories')}</legend>
          {[false, true].map((teams) => (
            <label key={String(teams)} className="row">
              <input type="radio" name="whose" checked={isTeams === teams} onChange={() => setTeams(teams)} />
              {teams ? say('The team’s') : say('Mine|memories')}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor="find-memory">{say('Find|memories')}</label>
          <input
            id="find-memory"
            type="search"
            autoComplete="off"
            maxLength={500}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <p className="small soft" role="status">
          {reading.kind === 'loading' && say('Reading…')}
          {reading.kind === 'read' &&
            (reading.next === null
              ? sayCount(items.length, '{n} remembered.', '{n} are remembered.')
              : sayCount(items.length, 'The latest {n}.', 'The latest {n} of more.'))}
          {reading.kind === 'read' &&
            reading.found?.meaning === 'missing' &&
            ` ${say('Found by their words only: there is no index of what they mean.')}`}
          {reading.kind === 'read' &&
            reading.found?.isWhole === false &&
            ` ${say('There are more than are looked through.')}`}
        </p>
        {reading.kind === 'failed' && (
          <Problem error={reading.error}>
            <button type="button" className="button" onClick={again}>
              {say('Try again')}
            </button>
          </Problem>
        )}
        {reading.kind === 'read' && items.length === 0 && (
          <div className="panel stack">
            <p>
              {question !== ''
                ? say('Nothing that is remembered says this.')
                : isTeams
                  ? say('Nothing is remembered for the team yet. Such as: SEV2 pages two people.')
                  : say('Nothing is remembered for you yet. Such as: times in UTC.')}
            </p>
          </div>
        )}
        <ul className="memories">
          {items.map((memory) => (
            <MemoryItem
              key={`${memory.isTeams} ${memory.id}`}
              memory={memory}
              isOwn={memory.author.id === userId}
              onChange={(written) => change(memory, written)}
              onForget={() => void forget(memory)}
            />
          ))}
        </ul>
        {reading.kind === 'read' && reading.next !== null && (
          <p>
            <button type="button" className="button" onClick={() => void more()}>
              {say('Show more')}
            </button>
          </p>
        )}
      </section>
    </div>
  );
}
