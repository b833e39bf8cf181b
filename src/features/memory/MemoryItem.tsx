import { useState } from 'react';
import { Link } from 'react-router';
import { isHouseRule } from '../../../domain/memory/houseRules';
import { MEMORY_KINDS, type Memory, sameness } from '../../../domain/memory/memory';
import { dates } from '../../language/formats';
import { say, translated } from '../../language/say';
import { saying } from '../../language/saying';
import { MemoryForm, type Written } from './MemoryForm';

const MOMENT = dates({ dateStyle: 'medium', timeStyle: 'short' });

interface Props {
  memory: Memory;
  isOwn: boolean;
  onChange(written: Written): Promise<void>;
  onForget(): void;
}

const labelOf = (memory: Memory): string =>
  MEMORY_KINDS.find(({ id }) => id === memory.kind)?.label ?? memory.kind;

/** One sentence with where it came from; whoever wrote it can change and forget it. */
export function MemoryItem({ memory, isOwn, onChange, onForget }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { text, words, how, author, createdAt, postMortemId } = memory;
  const moment = MOMENT.format(new Date(createdAt));
  return (
    <li className="panel memory">
      {isOpen ? (
        <MemoryForm
          before={memory}
          submit={say('Save')}
          onSubmit={async (written) => {
            await onChange(written);
            setOpen(false);
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <strong className="memory-text" dir="auto">
          {text}
        </strong>
      )}
      <div className="row small">
        <span className="chip">{translated(labelOf(memory))}</span>
        <span className="chip">{memory.isTeams ? say('For the whole team') : say('For me alone')}</span>
        {isHouseRule(memory) && <span className="chip">{say('Told to those who draft')}</span>}
      </div>
      <p className="small soft">
        {how === 'PAGE'
          ? saying('Typed on this page by {name}, {moment}', { name: <bdi>{author.name}</bdi>, moment })
          : saying('Said to the assistant by {name}, {moment}', { name: <bdi>{author.name}</bdi>, moment })}
        {postMortemId && (
          <>
            {' · '}
            <Link to={`/post-mortems/${encodeURIComponent(postMortemId)}`}>
              {say('the post-mortem that was open')}
            </Link>
          </>
        )}
      </p>
      {words !== '' && sameness(words) !== sameness(text) && (
        <blockquote className="small soft memory-words" dir="auto">
          {words}
        </blockquote>
      )}
      {isOwn && !isOpen && (
        <div className="row">
          <button
            type="button"
            className="button button-small"
            aria-label={say('Edit: {text}', { text })}
            onClick={() => setOpen(true)}
          >
            {say('Edit')}
          </button>
          <button
            type="button"
            className="button button-small"
            aria-label={say('Forget: {text}', { text })}
            onClick={onForget}
          >
            {say('Forget')}
          </button>
        </div>
      )}
    </li>
  );
}
