import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Tracker } from '../../../domain/actions/newIssue';
import {
  type ActionFilter,
  type ActionListing,
  filterActions,
  openActionsOf,
} from '../../../domain/actions/openActions';
import { Problem } from '../../components/Problem';
import { READER_ZONE, today } from '../../components/reader';
import type { PostMortemStore } from '../../data/types';
import { ActionFilters } from './ActionFilters';
import { ActionRow } from './ActionRow';
import { TrackerChoice } from './TrackerChoice';
import { keepTracker, keptTracker } from './tracker';
import './actions.css';
import { actionsToCsv } from '../../../domain/actions/csv';
import { download } from '../../components/export/downloadExport';
import { say, sayCount } from '../../language/say';

export type Reading =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'read'; listings: ActionListing[]; isWhole: boolean; hasUnreadable: boolean };

interface Props {
  reading: Reading;
  userId: string;
  postMortems: PostMortemStore;
  onReadAgain(): Promise<void>;
}

const AT_A_TIME = 100;

/** All open actions over all post-mortems that one may see. */
export function ActionsView({ reading, userId, postMortems, onReadAgain }: Props) {
  const [query, setQuery] = useSearchParams();
  const filter = {
    owner: query.get('owner') ?? '',
    type: query.get('type') ?? '',
    priority: query.get('priority') ?? '',
    age: query.get('age') ?? '',
  };
  const [tracker, setTracker] = useState(() => keptTracker(localStorage));
  const [rows, setRows] = useState(AT_A_TIME);
  const all = useMemo(
    () => (reading.kind === 'read' ? openActionsOf(reading.listings, userId, today(), READER_ZONE) : []),
    [reading, userId],
  );
  const shown = filterActions(all, filter);
  const overdue = shown.filter(({ isOverdue }) => isOverdue).length;
  const choose = (chosen: ActionFilter) =>
    setQuery(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== '')), {
      replace: true,
    });
  const keep = (chosen: Tracker) => {
    keepTracker(localStorage, chosen);
    setTracker(chosen);
  };
  return (
    <div className="page stack">
      <title>{say('Open actions · Nevermore')}</title>
      <div className="row row-between">
        <h1>{say('Open actions')}</h1>
        <button
          type="button"
          className="button"
          disabled={shown.length === 0}
          onClick={() => download('open-actions.csv', 'text/csv', actionsToCsv(shown))}
        >
          {say('Download CSV')}
        </button>
      </div>
      <ActionFilters filter={filter} onChange={choose} />
      <TrackerChoice tracker={tracker} onChange={keep} />
      <p className="small soft" role="status">
        {reading.kind === 'loading' && say('Reading…')}
        {reading.kind === 'read' &&
          sayCount(
            shown.length,
            '{n} open, {overdue} of them overdue.',
            '{n} open, {overdue} of them overdue.',
            { overdue },
          )}
        {reading.kind === 'read' &&
          !reading.isWhole &&
          ` ${say('There are more post-mortems than are looked through: only the latest changed ones are counted.')}`}
        {reading.kind === 'read' &&
          reading.hasUnreadable &&
          ` ${say('Some post-mortems cannot be read, so that their actions are missing here.')}`}
      </p>
      {reading.kind === 'failed' && (
        <Problem error={reading.error}>
          <button type="button" className="button" onClick={() => void onReadAgain()}>
            {say('Try again')}
          </button>
        </Problem>
      )}
      {reading.kind === 'loading' && <div className="skeleton" style={{ height: '12rem' }} />}
      {reading.kind === 'read' && shown.length === 0 && (
        <div className="panel stack">
          <h2>{all.length === 0 ? say('Nothing is open') : say('Nothing fits')}</h2>
          <p>
            {all.length === 0
              ? say(
                  'Action items that are not done yet stand here, from every post-mortem that you may read.',
                )
              : say('No open action fits these filters.')}
          </p>
        </div>
      )}
      <ul className="open-actions">
        {shown.slice(0, rows).map((action) => (
          <ActionRow
            key={`${action.postMortemId} ${action.row} ${action.item.text}`}
            action={action}
            tracker={tracker}
            postMortems={postMortems}
          />
        ))}
      </ul>
      {shown.length > rows && (
        <p>
          <button type="button" className="button" onClick={() => setRows(rows + AT_A_TIME)}>
            {say('Show more')}
          </button>
        </p>
      )}
    </div>
  );
}
