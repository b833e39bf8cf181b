import { useEffect, useMemo, useRef, useState } from 'react';
import { LIMITS } from '../../../domain/limits';
import { type SectionId, sectionById } from '../../../domain/sections';
import { belongsElsewhere } from '../../../domain/story';
import { useDebounced } from '../../components/useDebounced';
import { say, sayCount, translated } from '../../language/say';
import { type Passage, withBelow, without } from './moving';

/** A text is read once the author pauses, not with every key. */
const PAUSE_MS = 800;

type Texts = Readonly<Record<SectionId, string>>;

interface Props {
  section: SectionId;
  texts: Texts;
  onTexts(changed: Partial<Record<SectionId, string>>): void;
}

/** A move that can be taken back for as long as both sections are as it left them. */
interface Moved {
  to: SectionId;
  before: Partial<Texts>;
  after: Partial<Texts>;
}

/** Below a section: what of it belongs to another one, each to be looked at, moved there or left here. */
export default function BelongsElsewhere({ section, texts, onTexts }: Props) {
  const text = texts[section];
  const rested = useDebounced(text, PAUSE_MS);
  const found = useMemo(() => belongsElsewhere(section, rested), [section, rested]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [moved, setMoved] = useState<Moved | null>(null);

  const move = (to: SectionId, passages: readonly Passage[]) => {
    const before = { [section]: text, [to]: texts[to] };
    const after = { [section]: without(text, passages), [to]: withBelow(texts[to], passages) };
    setMoved({ to, before, after });
    onTexts(after);
  };
  const undo = () => {
    if (!moved) return;
    onTexts(moved.before);
    setMoved(null);
  };
  const isAsLeft =
    moved !== null && texts[section] === moved.after[section] && texts[moved.to] === moved.after[moved.to];

  // Places in a text that has changed meanwhile are not those that were read.
  const offers =
    rested === text
      ? found
          .map(({ section: to, statements }) => ({
            to,
            statements: statements.filter((one) => !left.has(`${to}/${one.text}`)),
          }))
          .filter(({ statements }) => statements.length > 0)
      : [];
  if (offers.length === 0 && !isAsLeft) return null;
  return (
    <div className="elsewhere stack-tight">
      {isAsLeft && <MovedNotice to={moved.to} onUndo={undo} />}
      {offers.map(({ to, statements }) => (
        <Offer
          key={to}
          to={to}
          statements={statements}
          room={LIMITS.sectionLength - texts[to].length}
          onMove={() => move(to, statements)}
          onLeave={() => setLeft(new Set([...left, ...statements.map((one) => `${to}/${one.text}`)]))}
        />
      ))}
    </div>
  );
}

function Offer(props: {
  to: SectionId;
  statements: readonly Passage[];
  /** Characters that the other section can still take. */
  room: number;
  onMove(): void;
  onLeave(): void;
}) {
  const { to, statements, room, onMove, onLeave } = props;
  const label = translated(sectionById(to).label);
  const one = statements.length === 1;
  const fits = withBelow('', statements).length + 2 <= room;
  return (
    <details className="small">
      <summary>
        {sayCount(
          statements.length,
          '1 statement belongs to {label}: move?',
          '{n} statements belong to {label}: move?',
          { label },
        )}
      </summary>
      <ul className="stack-tight elsewhere-list">
        {statements.map(({ start, text }) => (
          <li key={start} dir="auto">
            <q>{text.trim()}</q>
          </li>
        ))}
      </ul>
      {!fits && <p className="field-problem">{say('{label} has no room for this.', { label })}</p>}
      <div className="row">
        <button type="button" className="button button-small" disabled={!fits} onClick={onMove}>
          {one ? say('Move it to {label}', { label }) : say('Move them to {label}', { label })}
        </button>
        <button type="button" className="button button-quiet button-small" onClick={onLeave}>
          {one ? say('Leave it here') : say('Leave them here')}
        </button>
      </div>
    </details>
  );
}

/** Says that it is moved, and takes it back. */
function MovedNotice({ to, onUndo }: { to: SectionId; onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; without this the focus would fall to the top of the page.
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="message message-good">
      <div className="row row-between">
        <p role="status">{say('Moved to {label}.', { label: translated(sectionById(to).label) })}</p>
        <button
          ref={button}
          type="button"
          className="button button-small"
          onClick={() => {
            // This button goes with the notice; the author is back in the text.
            button.current?.closest('section')?.querySelector('textarea')?.focus();
            onUndo();
          }}
        >
          {say('Undo')}
        </button>
      </div>
    </div>
  );
}
