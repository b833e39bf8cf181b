import { type ReactNode, Suspense, useState } from 'react';
import { Icon } from '../../components/Icon';
import type { Wording } from '../../language/italian';
import { say } from '../../language/say';

/** Offers to begin a list; its rows come with the first one, and stay when the last one is removed. */
export function OnceBegun(props: {
  /** "action item": what the button calls a row. */
  name: Wording;
  count: number;
  onBegin(): void;
  children(isBegun: boolean): ReactNode;
}) {
  const { name, count, onBegin, children } = props;
  const [isBegun, setBegun] = useState(false);
  // The last row that is removed can be brought back, which is said by what it stood in.
  const [hadRows, setHadRows] = useState(count > 0);
  if (count > 0 && !hadRows) setHadRows(true);
  if (hadRows) {
    const height = `${Math.min(count, 20) * 8}rem`;
    return (
      <Suspense fallback={<div className="skeleton" style={{ height }} />}>{children(isBegun)}</Suspense>
    );
  }
  return (
    <p>
      <button
        type="button"
        className="button button-small"
        onClick={() => {
          setBegun(true);
          onBegin();
        }}
      >
        <Icon name="add" />
        {say('Add {row}', { row: say(name) })}
      </button>
    </p>
  );
}
