import { useEffect, useRef } from 'react';
import { LIMITS } from '../../../../domain/limits';
import { numberWords, say, sayCount } from '../../../language/say';

import type { ResultEvent, Step } from './resultState';

interface Props {
  step: Step;
  hasDraft: boolean;
  /** The draft won, so that taking it is what most will do. */
  draftWon: boolean;
  hasEdits: boolean;
  /** Hard findings of what would be taken. */
  open: number;
  /** Characters that would be taken. */
  length: number;
  /** The author's text as it stands, for choosing change by change. */
  ownText: string;
  onEvent(event: ResultEvent): void;
  onAccept(): void;
  onKeepMine(): void;
  /** Null when another run would come to the same drafts. */
  onTryAgain: (() => void) | null;
}

/** What can be done with the draft in front, while nothing is asked about it. */
export function Actions(props: Props) {
  const { step, hasDraft, draftWon, hasEdits, open, length, ownText } = props;
  const { onEvent, onAccept, onKeepMine, onTryAgain } = props;
  const keep = useRef<HTMLButtonElement>(null);
  const last = useRef(step.kind);
  // The button that led here is gone; without this the focus would fall to the top of the page.
  useEffect(() => {
    if (last.current !== step.kind && step.kind === 'looking') keep.current?.focus({ preventScroll: true });
    last.current = step.kind;
  }, [step.kind]);
  if (step.kind === 'confirming' || step.kind === 'replacing') return null;
  const over = length - LIMITS.sectionLength;
  const nothingTaken = step.kind === 'choosing' && step.taken.size === 0;
  return (
    <>
      {hasDraft && over > 0 && (
        <p className="message message-warn" role="status">
          {sayCount(
            over,
            'This has {length} characters, and a section holds {most}. Edit it first: {n} character must go, or move a part to another section.',
            'This has {length} characters, and a section holds {most}. Edit it first: {n} characters must go, or move a part to another section.',
            { length: numberWords(length), most: numberWords(LIMITS.sectionLength) },
          )}
        </p>
      )}
      <div className="decisions">
        <div className="decide">
          {hasDraft && (
            <button
              type="button"
              className={draftWon && open === 0 ? 'button button-primary' : 'button'}
              disabled={nothingTaken || over > 0}
              onClick={onAccept}
            >
              {open > 0
                ? sayCount(open, 'Accept with {n} open finding…', 'Accept with {n} open findings…')
                : say('Accept')}
            </button>
          )}
          <button
            ref={keep}
            type="button"
            className={draftWon ? 'button' : 'button button-primary'}
            onClick={onKeepMine}
          >
            {say('Keep mine')}
          </button>
        </div>
        <div className="decide-more">
          {hasDraft && step.kind === 'looking' && (
            <>
              <button
                type="button"
                className="button button-quiet"
                onClick={() => onEvent({ type: 'startEditing' })}
              >
                {say('Edit first')}
              </button>
              <button
                type="button"
                className="button button-quiet"
                onClick={() => onEvent({ type: 'startChoosing', base: ownText })}
              >
                {say('Choose change by change')}
              </button>
            </>
          )}
          {(step.kind === 'editing' || step.kind === 'choosing') && (
            <button
              type="button"
              className="button button-quiet"
              onClick={() => onEvent({ type: 'lookAgain' })}
            >
              {step.kind === 'choosing' ? say('Back to the whole draft') : say('Stop editing')}
            </button>
          )}
          {hasDraft && step.kind !== 'choosing' && hasEdits && (
            <button
              type="button"
              className="button button-quiet"
              onClick={() => onEvent({ type: 'dropEdits' })}
            >
              {say('Drop my edits')}
            </button>
          )}
          {onTryAgain && (
            <button type="button" className="button button-quiet" onClick={onTryAgain}>
              {say('Try again')}
            </button>
          )}
        </div>
      </div>
    </>
  );
}
