import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { BIN_DAYS } from '../../../domain/postMortem/bin';
import { Problem } from '../../components/Problem';
import type { BinnedPostMortem, BinStore, PostMortemStore } from '../../data/types';
import { say } from '../../language/say';
import { BinItem } from './BinItem';

interface Props {
  bin: BinStore;
  postMortems: Pick<PostMortemStore, 'restore'>;
  /** The way to the other lists. */
  shelves: ReactNode;
  /** It is back; the page says so. */
  onRestored(item: BinnedPostMortem): void;
  /** It is gone for good: nothing of it is of use on this device either. */
  onGone(id: string): void;
  onError(error: unknown): void;
}

/** What was deleted lately: brought back, or deleted for good. */
export default function Bin({ bin, postMortems, shelves, onRestored, onGone, onError }: Props) {
  const [items, setItems] = useState<readonly BinnedPostMortem[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [isReading, setReading] = useState(true);
  const [error, setError] = useState<unknown>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const read = useCallback(
    async (from: string | null) => {
      setReading(true);
      setError(null);
      try {
        const page = await bin.list(from);
        setItems((before) => (from === null ? page.items : [...before, ...page.items]));
        setNext(page.next);
      } catch (cause) {
        setError(cause);
      } finally {
        setReading(false);
      }
    },
    [bin],
  );
  useEffect(() => void read(null), [read]);
  const carryOut = async (item: BinnedPostMortem, work: () => Promise<void>, told: () => void) => {
    try {
      await work();
    } catch (cause) {
      return onError(cause);
    }
    // The button that had the focus goes with its row.
    heading.current?.focus();
    setItems((before) => before.filter(({ id }) => id !== item.id));
    told();
  };
  return (
    <div className="page stack library">
      <title>{say('Recently deleted · Nevermore')}</title>
      <h1 ref={heading} tabIndex={-1}>
        {say('Recently deleted')}
      </h1>
      {shelves}
      <p className="soft">
        {say(
          'What you delete stays here for {days} days. Nobody else sees it meanwhile. Restored, it is shared and published as it was; after its time it is gone for good, with its drafts and its history.',
          { days: BIN_DAYS },
        )}
      </p>
      {error !== null && (
        <Problem error={error}>
          <button type="button" className="button" onClick={() => void read(null)}>
            {say('Try again')}
          </button>
        </Problem>
      )}
      <p className="small soft" role="status">
        {isReading ? say('Loading what was deleted…') : ''}
      </p>
      {!isReading && error === null && items.length === 0 && (
        <p className="panel">{say('Nothing was deleted lately.')}</p>
      )}
      <ul className="listings">
        {items.map((item) => (
          <BinItem
            key={item.id}
            item={item}
            onRestore={() =>
              carryOut(
                item,
                () => postMortems.restore(item.id),
                () => onRestored(item),
              )
            }
            onDeleteForGood={() =>
              carryOut(
                item,
                () => bin.deleteForGood(item.id),
                () => onGone(item.id),
              )
            }
          />
        ))}
      </ul>
      {next !== null && (
        <p>
          <button
            type="button"
            className="button"
            aria-disabled={isReading}
            onClick={() => !isReading && void read(next)}
          >
            {say('Show more')}
          </button>
        </p>
      )}
    </div>
  );
}
