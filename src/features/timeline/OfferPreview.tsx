import { useId, useMemo, useState } from 'react';
import { LIMITS } from '../../../domain/limits';
import type { TimelineEntry } from '../../../domain/postMortem';
import type { Offer } from '../../../domain/timeline/landing';
import type { DocumentContent } from '../../data/types';
import type { Wording } from '../../language/italian';
import { numberWords, say, sayCount, translated } from '../../language/say';
import { saying } from '../../language/saying';
import { OfferRow } from './OfferRow';
import { carriedOver, chosenEntries, entryOf, isTicked, onlyTicked, selectionOf, tooMuch } from './selection';

/** So many are on the screen at once: each is half a dozen controls. */
const AT_ONCE = 50;

const SHOWN = [
  { id: 'all', label: 'All|entries', has: () => true },
  { id: 'entries', label: 'Entries', has: ({ why }: Offer) => why === null },
  { id: 'uncertain', label: 'Entries without a certain moment', has: isUncertain },
  { id: 'there', label: 'Already in the timeline', has: ({ isThere }: Offer) => isThere },
  { id: 'left', label: 'Left out', has: ({ why }: Offer) => why !== null },
] as const satisfies readonly { id: string; label: Wording; has(offer: Offer): boolean }[];

function isUncertain({ why, entry }: Offer): boolean {
  return why === null && !entry.moment;
}

/** What may be added to a timeline, line by line: edited, unticked, taken by hand, and then added. */
export function OfferPreview(props: {
  offers: readonly Offer[];
  /** What each of them was. */
  unit: 'line' | 'statement';
  /** What became of all, in a sentence. */
  counts: string;
  /** It is being read anew: what is shown may not be added. */
  isBusy?: boolean;
  content: DocumentContent;
  onAdd(entries: TimelineEntry[]): void;
  onClose(): void;
}) {
  const { offers, unit, counts, isBusy = false, content, onAdd, onClose } = props;
  const [selection, setSelection] = useState(() => selectionOf(offers));
  const [shown, setShown] = useState<(typeof SHOWN)[number]['id']>('all');
  const [part, setPart] = useState(0);
  const id = useId();
  // What is read anew, with another day for instance, keeps what was chosen.
  const current = useMemo(() => carriedOver(selection, offers), [selection, offers]);
  const chosen = chosenEntries(current);
  const problem = tooMuch(chosen, content);
  const long = chosen.filter(isTooLong).length;
  const choices = useMemo(
    () => SHOWN.map((choice) => ({ ...choice, count: offers.filter(choice.has).length })),
    [offers],
  );
  const has = SHOWN.find((choice) => choice.id === shown)?.has ?? (() => true);
  const places = offers.flatMap((offer, index) => (has(offer) ? [index] : []));
  const first = Math.min(part, Math.floor(Math.max(0, places.length - 1) / AT_ONCE)) * AT_ONCE;
  const only = (isWanted: Parameters<typeof onlyTicked>[1]) => setSelection(onlyTicked(current, isWanted));
  return (
    <section className="stack" aria-label={say('What would be added')}>
      <p role="status">
        <strong>{counts}</strong>
      </p>
      <Uncertain offers={offers} />
      <div className="row">
        <label htmlFor={`${id}shown`}>{say('Show')}</label>
        <select
          id={`${id}shown`}
          className="offer-filter"
          value={shown}
          onChange={({ target }) => {
            setShown(SHOWN.find((choice) => choice.id === target.value)?.id ?? 'all');
            setPart(0);
          }}
        >
          {choices
            .filter(({ id: choice, count }) => count > 0 || choice === shown)
            .map((choice) => (
              <option key={choice.id} value={choice.id}>
                {say(choice.label)} ({numberWords(choice.count)})
              </option>
            ))}
        </select>
        <TickButton onClick={() => only((_, { isThere }) => !isThere)}>{say('Tick all')}</TickButton>
        <TickButton onClick={() => only(({ kind }, { isThere }) => kind !== undefined && !isThere)}>
          {say('Tick only those with a kind')}
        </TickButton>
        <TickButton onClick={() => only(() => false)}>{say('Untick all')}</TickButton>
      </div>
      <ol className="offers">
        {places.slice(first, first + AT_ONCE).map((index) => (
          <OfferRow
            key={index}
            offer={offers[index] as Offer}
            unit={unit}
            index={index}
            entry={entryOf(current, index)}
            isTicked={isTicked(current, index)}
            onSelection={(change) => setSelection(change(current))}
          />
        ))}
      </ol>
      {places.length > AT_ONCE && (
        <nav className="row" aria-label={say('Parts of the preview')}>
          <button
            type="button"
            className="button button-small"
            aria-disabled={first === 0}
            onClick={() => setPart(Math.max(0, first / AT_ONCE - 1))}
          >
            {say('Earlier')}
          </button>
          <span className="small soft" role="status">
            {say('{first} to {last} of {all}', {
              first: numberWords(first + 1),
              last: numberWords(Math.min(first + AT_ONCE, places.length)),
              all: numberWords(places.length),
            })}
          </span>
          <button
            type="button"
            className="button button-small"
            aria-disabled={first + AT_ONCE >= places.length}
            onClick={() => setPart(first / AT_ONCE + 1)}
          >
            {say('Later')}
          </button>
        </nav>
      )}
      {/* What stands in the way of the button stays in sight with it: the list is long. */}
      <div className="stack offer-end">
        {problem && (
          <div className="message message-warn" role="alert">
            <p>
              {saying('{why} Untick some, or {button}', {
                why: problem.why,
                button: (
                  <button
                    type="button"
                    className="button button-small"
                    onClick={() => {
                      const keep = new Set(chosen.slice(0, problem.fits));
                      only((entry) => keep.has(entry));
                    }}
                  >
                    {say('keep the first {n} ticked', { n: numberWords(problem.fits) })}
                  </button>
                ),
              })}
            </p>
          </div>
        )}
        {long > 0 && (
          <p className="field-problem" role="alert">
            {sayCount(
              long,
              'An entry is longer than {most} characters.',
              '{n} entries are longer than {most} characters.',
              { most: numberWords(LIMITS.lineLength) },
            )}
          </p>
        )}
        <div className="row">
          <button
            type="button"
            className="button button-primary"
            disabled={isBusy || chosen.length === 0 || problem !== null || long > 0}
            onClick={() => onAdd(chosen)}
          >
            {sayCount(chosen.length, 'Add {n} entry', 'Add {n} entries')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {say('Cancel')}
          </button>
        </div>
      </div>
    </section>
  );
}

const isTooLong = ({ at, text }: TimelineEntry): boolean =>
  at.length > LIMITS.lineLength || text.length > LIMITS.lineLength;

/** How many entries have no certain moment, and the reason that most of them have. */
function Uncertain({ offers }: { offers: readonly Offer[] }) {
  const uncertain = offers.filter(isUncertain);
  if (uncertain.length === 0) return null;
  const reasons = new Map<string, number>();
  for (const { note } of uncertain) reasons.set(note ?? '', (reasons.get(note ?? '') ?? 0) + 1);
  const [why] = [...reasons].sort((a, b) => b[1] - a[1])[0] ?? [''];
  return (
    <p className="message">
      {sayCount(
        uncertain.length,
        '{n} entry has no certain moment, and would be added at the end.',
        '{n} entries have no certain moment, and would be added at the end.',
      )}{' '}
      {translated(why ?? '')}
    </p>
  );
}

function TickButton({ onClick, children }: { onClick(): void; children: string }) {
  return (
    <button type="button" className="button button-quiet button-small" onClick={onClick}>
      {children}
    </button>
  );
}
