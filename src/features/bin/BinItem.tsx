import { useRef, useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { Icon } from '../../components/Icon';
import type { BinnedPostMortem } from '../../data/types';
import { dates } from '../../language/formats';
import { say } from '../../language/say';
import { saying } from '../../language/saying';

const MOMENT = dates({ dateStyle: 'medium', timeStyle: 'short' });
const DAY = dates({ dateStyle: 'long' });

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
          <span className="nowrap">
            {say('Deleted {moment}', { moment: MOMENT.format(new Date(item.deletedAt)) })}
          </span>
          <span>{say('Gone for good on {day}', { day: DAY.format(new Date(item.goneAt)) })}</span>
        </div>
      </div>
      <div className="row">
        <button type="button" className="button" aria-disabled={isBusy} onClick={() => carryOut(onRestore)}>
          {isBusy && <span className="spinner" />}
          {say('Restore')}
          <span className="visually-hidden"> {item.title}</span>
        </button>
        <button
          type="button"
          className="button button-danger"
          aria-disabled={isBusy}
          onClick={() => !isBusy && setAsking(true)}
        >
          <Icon name="trash" />
          {say('Delete for good')}
          <span className="visually-hidden"> {item.title}</span>
        </button>
      </div>
      {isAsking && (
        <Dialog title={say('Delete it for good?')} focusFirst={cancel} onClose={() => setAsking(false)}>
          <p>
            {saying('“{title}” goes now, with its drafts and its history. Nobody can bring it back.', {
              title: <bdi>{item.title}</bdi>,
            })}
          </p>
          <div className="row">
            <button type="button" className="button button-danger" onClick={() => carryOut(onDeleteForGood)}>
              {say('Delete it for good')}
            </button>
            <button ref={cancel} type="button" className="button" onClick={() => setAsking(false)}>
              {say('Cancel')}
            </button>
          </div>
        </Dialog>
      )}
    </li>
  );
}
