import { useMemo, useState } from 'react';
import type { Sitting } from '../../../domain/history/sittings';
import { whoWrote } from '../../../domain/history/whoWrote';
import type { SectionId } from '../../../domain/sections';
import { say } from '../../language/say';
import { WhoAndWhen } from './SittingView';

/** Each sentence of a section with the sitting in which it was first written so. */
export function WhoWroteWhat(props: { section: SectionId; text: string; sittings: readonly Sitting[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('Who wrote which sentence')}</summary>
      {isOpen && <Sentences {...props} />}
    </details>
  );
}

function Sentences(props: { section: SectionId; text: string; sittings: readonly Sitting[] }) {
  const { section, text, sittings } = props;
  const written = useMemo(() => whoWrote(section, text, sittings), [section, text, sittings]);
  if (written.length === 0) return <p className="soft">{say('There is no sentence in it.')}</p>;
  return (
    <ol className="history-sentences">
      {written.map(({ text: sentence, at, sitting }) => (
        <li key={at}>
          <span dir="auto">{sentence}</span>{' '}
          <span className="small soft">
            {sitting ? <WhoAndWhen sitting={sitting} /> : say('not saved yet')}
          </span>
        </li>
      ))}
    </ol>
  );
}
