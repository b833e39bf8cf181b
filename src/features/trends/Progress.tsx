import { MOST, type Reading } from './trendsReader';

const number = (count: number): string => count.toLocaleString('en');

interface Props {
  reading: Reading;
  onStop(): void;
  onReadOn(): void;
}

/** How far reading is, with a way to stop it; and, in the end, what is not in the figures. */
export function Progress({ reading, onStop, onReadOn }: Props) {
  const { state, listings, unreadable, isWhole, error } = reading;
  const read = number(listings.length);
  return (
    <div className="row small">
      <p className="soft" role="status">
        {state === 'reading' &&
          (listings.length === 0 ? 'Reading post-mortems…' : `${read} post-mortems read so far…`)}
        {state === 'stopped' &&
          error === null &&
          `Stopped: these are the figures of the ${read} that were changed last, and of no others.`}
        {state === 'stopped' && error !== null && `Only ${read} could be read.`}
        {state === 'read' &&
          (isWhole
            ? `${read} ${listings.length === 1 ? 'post-mortem' : 'post-mortems'} read.`
            : `There are more than ${number(MOST)}: these are the figures of the ${read} that were changed last, and of no others.`)}
        {unreadable > 0 &&
          ` ${number(unreadable)} more cannot be shown, and ${unreadable === 1 ? 'is' : 'are'} not counted.`}
      </p>
      {state === 'reading' && (
        <button type="button" className="button button-small" onClick={onStop}>
          <span className="spinner" />
          Stop reading
        </button>
      )}
      {state === 'stopped' && error === null && (
        <button type="button" className="button button-small" onClick={onReadOn}>
          Read on
        </button>
      )}
    </div>
  );
}
