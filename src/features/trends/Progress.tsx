import { numberWords, say, sayCount } from '../../language/say';
import { MOST, type Reading } from './trendsReader';

interface Props {
  reading: Reading;
  onStop(): void;
  onReadOn(): void;
}

/** How far reading is, with a way to stop it; and, in the end, what is not in the figures. */
export function Progress({ reading, onStop, onReadOn }: Props) {
  const { state, listings, unreadable, isWhole, error } = reading;
  const read = numberWords(listings.length);
  return (
    <div className="row small">
      <p className="soft" role="status">
        {state === 'reading' &&
          (listings.length === 0
            ? say('Reading post-mortems…')
            : say('{read} post-mortems read so far…', { read }))}
        {state === 'stopped' &&
          error === null &&
          say('Stopped: these are the figures of the {read} that were changed last, and of no others.', {
            read,
          })}
        {state === 'stopped' && error !== null && say('Only {read} could be read.', { read })}
        {state === 'read' &&
          (isWhole
            ? sayCount(listings.length, '{n} post-mortem read.', '{n} post-mortems read.')
            : say(
                'There are more than {most}: these are the figures of the {read} that were changed last, and of no others.',
                { most: numberWords(MOST), read },
              ))}
        {unreadable > 0 &&
          ` ${sayCount(unreadable, '{n} more cannot be shown, and is not counted.', '{n} more cannot be shown, and are not counted.')}`}
      </p>
      {state === 'reading' && (
        <button type="button" className="button button-small" onClick={onStop}>
          <span className="spinner" />
          {say('Stop reading')}
        </button>
      )}
      {state === 'stopped' && error === null && (
        <button type="button" className="button button-small" onClick={onReadOn}>
          {say('Read on')}
        </button>
      )}
    </div>
  );
}
