import { useId } from 'react';
import type { TimelineEntry } from '../../../domain/postMortem';
import type { EntryKind } from '../../../domain/postMortem/choices';
import { fieldById } from '../../../domain/postMortem/fields';
import { numberWords, say, translated } from '../../language/say';

export type KindOrNone = EntryKind | 'none';

/** Shows the entries of one kind, and says how many of how many. */
export function KindFilter(props: {
  entries: readonly TimelineEntry[];
  /** Null for all. */
  kind: KindOrNone | null;
  onKind(kind: KindOrNone | null): void;
}) {
  const { entries, kind, onKind } = props;
  const id = useId();
  const counts = new Map<KindOrNone, number>();
  for (const entry of entries) {
    const each = entry.kind ?? 'none';
    counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const choices: Array<{ id: KindOrNone; label: string }> = [
    ...fieldById('timeline').columns.kind.choices,
    { id: 'none', label: say('Without a kind') },
  ];
  return (
    <div className="row kind-filter">
      <label className="small soft" htmlFor={id}>
        {say('Show')}
      </label>
      <select
        id={id}
        value={kind ?? ''}
        onChange={({ target }) => onKind(choices.find((one) => one.id === target.value)?.id ?? null)}
      >
        <option value="">{say('All ({count})', { count: numberWords(entries.length) })}</option>
        {choices
          .filter((one) => one.id === kind || counts.has(one.id))
          .map((one) => (
            <option key={one.id} value={one.id}>
              {translated(one.label)} ({numberWords(counts.get(one.id) ?? 0)})
            </option>
          ))}
      </select>
      {kind && (
        <>
          <span className="small soft" role="status">
            {say('{shown} of {all} shown', {
              shown: numberWords(counts.get(kind) ?? 0),
              all: numberWords(entries.length),
            })}
          </span>
          <button type="button" className="button button-quiet button-small" onClick={() => onKind(null)}>
            {say('Show all')}
          </button>
        </>
      )}
    </div>
  );
}
