import { useMemo, useRef, useState } from 'react';
import { type LineReading, readZone } from '../../../domain/timeline';
import { type Counts, countsOf, offersOf } from '../../../domain/timeline/landing';
import { Dialog } from '../../components/Dialog';
import { Problem } from '../../components/Problem';
import { useDebounced } from '../../components/useDebounced';
import type { DocumentContent } from '../../data/types';
import { DayAndZone, dayOf } from './DayAndZone';
import { addTo, type Landing } from './landing';
import { OfferPreview } from './OfferPreview';
import { PastedSource } from './PastedSource';
import { useReading, wasStopped } from './useReading';
import './timeline.css';
import { numberWords, say, sayCount, translated } from '../../language/say';

/** The preview follows once the typing pauses. */
const PAUSE_MS = 300;

interface Props extends Landing {
  content: DocumentContent;
  onClose(): void;
}

/** A timeline out of a chat, a log, a status page or an export, with what becomes of each line before it lands. */
export default function ImportTimelineDialog(props: Props) {
  const { content, onClose } = props;
  const [texts, setTexts] = useState<readonly string[]>(['']);
  const [day, setDay] = useState<string | null>(null);
  const [zone, setZone] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const rested = useDebounced(texts, PAUSE_MS);
  const restedZone = useDebounced(zone.trim(), PAUSE_MS);
  const known = readZone(restedZone);
  const date = day ?? dayOf(content, restedZone);
  const reading = useReading(rested, {
    date: date === '' ? undefined : date,
    zone: known && known.kind !== 'several' ? restedZone : undefined,
  });
  // What was read last stays in sight while it is read anew, with what was chosen in it.
  const last = useRef<readonly LineReading[] | null>(null);
  if (reading.kind === 'read') last.current = reading.readings;
  else if (reading.kind !== 'reading') last.current = null;
  return (
    <Dialog title={say('Import timeline')} isWide focusFirst={area} onClose={onClose}>
      <PastedSource area={area} texts={texts} onTexts={setTexts} />
      <DayAndZone content={content} date={date} onDate={setDay} zone={zone} onZone={setZone} />
      {reading.kind === 'reading' && (
        <div className="row">
          <progress aria-label={say('Reading')} value={reading.done} />
          <button type="button" className="button button-small" onClick={reading.stop}>
            {say('Stop reading')}
          </button>
        </div>
      )}
      {reading.kind === 'failed' &&
        (wasStopped(reading.error) ? (
          <p className="row" role="status">
            {translated(reading.error.message)}
            <button type="button" className="button button-small" onClick={reading.again}>
              {say('Read again')}
            </button>
          </p>
        ) : (
          <Problem error={reading.error} />
        ))}
      {last.current ? (
        <Read
          readings={last.current}
          isReading={reading.kind === 'reading' || texts !== rested || zone.trim() !== restedZone}
          {...props}
        />
      ) : (
        <div className="row">
          <button type="button" className="button" onClick={onClose}>
            {say('Cancel')}
          </button>
        </div>
      )}
    </Dialog>
  );
}

function Read(props: Props & { readings: readonly LineReading[]; isReading: boolean }) {
  const { readings, isReading, content, onClose } = props;
  // What is there is looked at once: somebody else's change must not take a tick away.
  const [there] = useState(content.timeline);
  const offers = useMemo(() => offersOf(readings, there), [readings, there]);
  return (
    <OfferPreview
      offers={offers}
      unit="line"
      isBusy={isReading}
      counts={told(countsOf(readings))}
      content={content}
      onAdd={(entries) => {
        addTo(props, entries);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** "41 lines: 33 entries, 5 joined, 3 left out". */
const told = ({ lines, entries, joined, leftOut }: Counts): string =>
  `${sayCount(lines, '{n} line', '{n} lines')}: ${sayCount(entries, '{n} entry', '{n} entries')}, ` +
  say('{joined} joined, {leftOut} left out', { joined: numberWords(joined), leftOut: numberWords(leftOut) });
