import { useMemo, useState } from 'react';
import { type SectionId, sectionById } from '../../../domain/sections';
import { readZone } from '../../../domain/timeline';
import { offersFromProse } from '../../../domain/timeline/fromProse';
import { Dialog } from '../../components/Dialog';
import { useDebounced } from '../../components/useDebounced';
import type { DocumentContent } from '../../data/types';
import { DayAndZone, dayOf } from './DayAndZone';
import { addTo, type Landing } from './landing';
import { OfferPreview } from './OfferPreview';
import './timeline.css';
import { numberWords, say, sayCount } from '../../language/say';

/** Where the story of an incident stands, with its times. */
const STORY: readonly SectionId[] = ['detection', 'description', 'response'];
/** Nobody waits for the number on the button. */
const PAUSE_MS = 1_000;

interface Props extends Landing {
  content: DocumentContent;
}

const proseOf = (content: DocumentContent) =>
  STORY.map((id) => ({ name: sectionById(id).label.toLowerCase(), text: content[id] }));

/** Offers what the text tells at times that the timeline does not have. Nothing is shown while there is nothing. */
export default function TimesFromTextButton(props: Props) {
  const [isOpen, setOpen] = useState(false);
  const rested = useDebounced(props.content, PAUSE_MS);
  const count = useMemo(() => offersFromProse(proseOf(rested), rested.timeline).length, [rested]);
  if (count === 0 && !isOpen) return null;
  return (
    <>
      <button type="button" className="button button-quiet button-small" onClick={() => setOpen(true)}>
        {say('Offer times from the text ({count})', { count: numberWords(count) })}
      </button>
      {isOpen && <TimesDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function TimesDialog(props: Props & { onClose(): void }) {
  const { content, onClose } = props;
  const [day, setDay] = useState<string | null>(null);
  const [zone, setZone] = useState('');
  // As they were when it was opened: somebody else's change must not take a tick away.
  const [{ prose, there }] = useState(() => ({ prose: proseOf(content), there: content.timeline }));
  const restedZone = useDebounced(zone.trim(), 300);
  const date = day ?? dayOf(content, restedZone);
  const offers = useMemo(() => {
    const known = readZone(restedZone);
    return offersFromProse(prose, there, {
      date: date === '' ? undefined : date,
      zone: known && known.kind !== 'several' ? restedZone : undefined,
    });
  }, [prose, there, date, restedZone]);
  return (
    <Dialog title={say('Times from the text')} isWide onClose={onClose}>
      <p className="hint">
        {say('What the text tells at a time, in your words. The timeline has nothing at these times yet.')}
      </p>
      <DayAndZone content={content} date={date} onDate={setDay} zone={zone} onZone={setZone} />
      <OfferPreview
        offers={offers}
        unit="statement"
        counts={sayCount(offers.length, '{n} statement with a time', '{n} statements with a time')}
        content={content}
        onAdd={(entries) => {
          addTo(props, entries);
          onClose();
        }}
        onClose={onClose}
      />
    </Dialog>
  );
}
