import { useEffect, useRef } from 'react';
import type { Wording } from '../../language/italian';
import { say } from '../../language/say';
import type { Decision } from './enhanceState';

const WORDS: Record<Decision['kind'], Wording> = {
  accepted: 'The draft is in your section now.',
  kept: 'Your text stays as it is.',
};

/** Says what was decided, and takes it back for as long as the author has not written on. */
export function Decided(props: { decision: Decision; text: string; onUndo: () => void }) {
  const { decision, text, onUndo } = props;
  const button = useRef<HTMLButtonElement>(null);
  // The button that was pressed is gone; without this the focus would fall to the top of the page.
  useEffect(() => button.current?.focus(), []);
  if (text !== decision.after) return null;
  return (
    <div className="message message-good">
      <div className="row row-between">
        <p role="status">{say(WORDS[decision.kind])}</p>
        <button ref={button} type="button" className="button button-small" onClick={onUndo}>
          {say('Undo')}
        </button>
      </div>
    </div>
  );
}
