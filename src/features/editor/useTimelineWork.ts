import { useRef } from 'react';
import type { Origin } from '../../../domain/history/revision';
import { LIMITS } from '../../../domain/limits';
import type { TimelineEntry } from '../../../domain/postMortem';
import { useNotify } from '../../components/Notices';
import { useUndoNotice } from '../../components/undoNotice';
import { numberWords, say, sayCount } from '../../language/say';

/** Longer pastes are for the import, which reads them without making the page stand still. */
const LONGEST_PASTE = 100_000;

const loadWork = () => import('./timelineWork');
type Work = Awaited<ReturnType<typeof loadWork>>;

export type ChangeTimeline = (entries: TimelineEntry[], from?: Origin) => void;

/** The entry whose time is being written: as it was before, and as it has become by that. */
interface Begun {
  before: TimelineEntry;
  now: TimelineEntry;
}

/** An entry before somebody began to write its time; as it is, where another entry has come into its row meanwhile. */
export const beforeWriting = (begun: Begun | null, entry: TimelineEntry): TimelineEntry =>
  begun && JSON.stringify(begun.now) === JSON.stringify(entry) ? begun.before : entry;

/** What can be done to a timeline that takes reading times and lines. */
export function useTimelineWork(entries: readonly TimelineEntry[], onChange: ChangeTimeline) {
  const latest = useRef({ entries, onChange });
  latest.current = { entries, onChange };
  const work = useRef<Work | null>(null);
  const begun = useRef<Begun | null>(null);
  const notify = useNotify();
  const sayUndoable = useUndoNotice();

  const reread = (row: number, at: string) => {
    const { entries: rows, onChange: change } = latest.current;
    const entry = rows[row];
    if (!entry) return;
    const own = beforeWriting(begun.current, entry);
    const { moment: _, zone: __, ...rest } = entry;
    const changed = work.current
      ? work.current.withTime(entry, at, { own, above: aboveOf(rows, row) })
      : { ...rest, at };
    begun.current = { before: own, now: changed };
    change(rows.map((each, index) => (index === row ? changed : each)));
  };
  return {
    /** Somebody begins to write the time of a row. */
    beginTime(row: number) {
      const entry = latest.current.entries[row];
      begun.current = entry ? { before: entry, now: entry } : null;
      void loadWork().then((loaded) => {
        work.current = loaded;
      });
    },
    /** The time of a row as it is written now. Its moment and zone follow it, or go. */
    writeTime(row: number, at: string) {
      const isLoaded = work.current !== null;
      reread(row, at);
      if (isLoaded) return;
      void loadWork().then((loaded) => {
        work.current = loaded;
        if (latest.current.entries[row]?.at === at) reread(row, at);
      });
    },
    /** Puts pasted lines below a row, or in its place while it is empty. */
    async paste(row: number, text: string) {
      if (text.length > LONGEST_PASTE) {
        notify({ text: say('That is a long text. Import timeline shows what becomes of each line of it.') });
        return;
      }
      const { pastedEntries } = await loadWork();
      const { entries: rows, onChange: change } = latest.current;
      const { at, text: words } = rows[row] ?? { at: '', text: '' };
      const isEmpty = at.trim() === '' && words.trim() === '';
      const added = pastedEntries(text, aboveOf(rows, isEmpty ? row : row + 1));
      const above = rows.slice(0, isEmpty ? row : row + 1);
      const below = rows.slice(row + 1);
      const count = above.length + added.length + below.length;
      if (count > LIMITS.timelineEntries) {
        const most = numberWords(LIMITS.timelineEntries);
        notify({
          text: say('A timeline holds {most} entries, and it would have {count}. Nothing was pasted.', {
            most,
            count: numberWords(count),
          }),
        });
        return;
      }
      const pasted = [...above, ...added, ...below];
      change(pasted, 'imported');
      sayUndoable(sayCount(added.length, 'Pasted {n} entry.', 'Pasted {n} entries.'), () =>
        takeBack(pasted, rows),
      );
    },
    /** Puts the entries with a certain moment in order, and says how. */
    async putInOrder() {
      const { inOrderOfTime, instantOfRow } = await loadWork();
      const { entries: rows, onChange: change } = latest.current;
      const ordered = inOrderOfTime(rows);
      const certain = rows.filter((entry) => instantOfRow(entry) !== null).length;
      const others = rows.length - certain;
      const stay = others === 0 ? '' : ` ${say('{n} without one stay where they are.', { n: others })}`;
      if (ordered.every((entry, index) => entry === rows[index])) {
        const why =
          certain < 2 ? say('Fewer than two entries have a certain moment.') : say('They are in order.');
        notify({ text: `${why}${certain < 2 ? '' : stay}` });
        return;
      }
      change(ordered);
      sayUndoable(say('Put {n} entries with a certain moment in order of time.', { n: certain }) + stay, () =>
        takeBack(ordered, rows),
      );
    },
  };

  /** Brings back what was there, unless somebody has worked on it since. */
  function takeBack(made: readonly TimelineEntry[], was: readonly TimelineEntry[]) {
    const { entries: now, onChange: change } = latest.current;
    if (JSON.stringify(now) === JSON.stringify(made)) change([...was]);
    else notify({ text: say('The timeline was changed since, and stays as it is.') });
  }
}

/** The next entry above a place that says a day. */
const aboveOf = (entries: readonly TimelineEntry[], row: number): TimelineEntry | undefined =>
  entries.slice(0, row).findLast(({ moment }) => moment !== undefined);
