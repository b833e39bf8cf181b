import { useRef, useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import type { BinnedPostMortem } from '../../data/types';

const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

interface Props {
  item: BinnedPostMortem;
  onRestore(): Promise<void>;
  onDeleteForGood(): Promise<void>;
}

/** One deleted post-mortem, with when it is gone for good. */
export function BinItem({ item, onRestore, onDeleteForGood }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const carryOut = (work: () => Promise<void>) => {
    if (isBusy) return;
    setAsking(false);
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  return (
    <li className="panel listing binned" aria-busy={isBusy}>
      <div className="stack-tight listing-text">
        <h2 dir="auto">{item.title}</h2>
        <div className="row small soft">
          <span className="nowrap">Deleted {MOMENT.format(new Date(item.deletedAt))}</span>
          <span>Gone for good on {DAY.format(new Date(item.goneAt))}</span>
        </div>
      </div>
      <div className="row">
        <button type="button" className="button" aria-disabled={isBusy} onClick={() => carryOut(onRestore)}>
          {isBusy && <span className="spinner" />}
          Restore<span className="visually-hidden"> {item.title}</span>
        </button>
        <button
          type="button"
          className="button button-danger"
          aria-disabled={isBusy}
          onClick={() => !isBusy && setAsking(true)}
        >
          <Icon name="trash" />
          Delete for good<span className="visually-hidden"> {item.title}</span>
        </button>
      </div>
      {isAsking && (
        <Dialog title="Delete it for good?" focusFirst={cancel} onClose={() => setAsking(false)}>
          <p>
            “<bdi>{item.title}</bdi>” goes now, with its drafts and its history. Nobody can bring it back.
          </p>
          <div className="row">
            <button type="button" className="button button-danger" onClick={() => carryOut(onDeleteForGood)}>
              Delete it for good
            </button>
            <button ref={cancel} type="button" className="button" onClick={() => setAsking(false)}>
              Cancel
            </button>
          </div>
        </Dialog>
      )}
    </li>
  );
}
