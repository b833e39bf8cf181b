import { useDeferredValue, useMemo } from 'react';
import { Link } from 'react-router';
import { openActionsOf } from '../../../domain/actions/openActions';
import { SEVERITIES } from '../../../domain/postMortem';
import { type Column, type Look, type Trends, trendsOf } from '../../../domain/trends';
import { countsToCsv, servicesToCsv } from '../../../domain/trends/csv';
import { openActionsByAge } from '../../../domain/trends/openActions';
import type { PeriodId } from '../../../domain/trends/period';
import { Problem } from '../../components/Problem';
import { BarList } from './BarList';
import { Figure } from './Figure';
import { HowLong } from './HowLong';
import { LookChoice } from './LookChoice';
import { OpenActions } from './OpenActions';
import { Progress } from './Progress';
import { SeverityPicture } from './SeverityPicture';
import { type Asked, dayBeside, daysOf, daysOfAll, libraryAddress, type ScopeId } from './scope';
import { CountTable, PlainTable } from './Tables';
import type { Reading } from './trendsReader';
import './trends.css';
import { dates } from '../../language/formats';
import { say, sayCount } from '../../language/say';
import { saying } from '../../language/saying';

interface Props {
  scope: ScopeId;
  period: PeriodId;
  reading: Reading;
  userId: string;
  /** The calendar day and the zone where the reader is. */
  now: Omit<Look, 'period'>;
  onStop(): void;
  onReadOn(): void;
}

const DAY = dates({ dateStyle: 'medium', timeZone: 'UTC' });
const dayWords = (day: string): string => DAY.format(new Date(day));

/** What many post-mortems tell together. */
export function TrendsView({ scope, period, reading, userId, now, onStop, onReadOn }: Props) {
  // A page that arrives must not hold up a choice.
  const settled = useDeferredValue(reading);
  const look = useMemo(() => ({ ...now, period }), [now, period]);
  const trends = useMemo(() => trendsOf(settled.listings, look), [settled.listings, look]);
  const ages = useMemo(
    () =>
      settled.actions &&
      openActionsByAge(openActionsOf(settled.actions.listings, userId, look.today, look.zone)),
    [settled.actions, userId, look],
  );
  const addressOf = (column: Column | null, asked: Asked) =>
    libraryAddress(scope, { ...(column ? daysOf(column, look) : daysOfAll(trends, look)), ...asked });
  const isEmpty = reading.state !== 'reading' && reading.listings.length === 0;
  return (
    <div className="page stack trends">
      <title>{say('Trends · Nevermore')}</title>
      <h1>{say('Trends')}</h1>
      <LookChoice scope={scope} period={period} />
      <Progress reading={reading} onStop={onStop} onReadOn={onReadOn} />
      {reading.error !== null && (
        <Problem error={reading.error}>
          <button type="button" className="button" onClick={onReadOn}>
            {say('Try again')}
          </button>
        </Problem>
      )}
      {reading.state === 'reading' && reading.listings.length === 0 && (
        <div className="skeleton" style={{ height: '18rem' }} />
      )}
      {isEmpty && reading.error === null && (
        <div className="panel stack">
          <h2>{say('Nothing to count yet')}</h2>
          <p>
            {say(
              'Once this list holds post-mortems whose incidents say when they started, their numbers are here.',
            )}
          </p>
        </div>
      )}
      {reading.listings.length > 0 && (
        <>
          <Figure
            title={say('Incidents by severity')}
            words={<HowMany trends={trends} scope={scope} look={look} />}
            table={<CountTable trends={trends} addressOf={addressOf} />}
            csv={() => countsToCsv(trends)}
            fileName="incidents-by-severity.csv"
          >
            {trends.total > 0 && <SeverityPicture columns={trends.columns} addressOf={addressOf} />}
          </Figure>
          <HowLong trends={trends} addressOf={addressOf} />
          <Figure
            title={say('Services that come back')}
            words={
              <p>
                {trends.services.length === 0
                  ? say('No service had two incidents in this period.')
                  : say('Those with two incidents or more in this period.')}
                {trends.withoutService > 0 &&
                  ` ${sayCount(trends.withoutService, '{n} names no service.', '{n} name no service.')}`}
              </p>
            }
            table={
              <PlainTable
                heads={[say('Service'), say('Incidents'), say('Last')]}
                rows={trends.services.map(({ name, count, last }) => [name, count, dayWords(last)])}
              />
            }
            csv={() => servicesToCsv(trends)}
            fileName="services-that-come-back.csv"
          >
            <BarList
              bars={trends.services.slice(0, MOST_SERVICES).map(({ name, count, last }) => ({
                key: name,
                name,
                count,
                more: say('last {day}', { day: dayWords(last) }),
                to: addressOf(null, { service: name }),
              }))}
            />
            {trends.services.length > MOST_SERVICES && (
              <p className="small soft">
                {say('The first {shown} of {all}; the table has all of them.', {
                  shown: MOST_SERVICES,
                  all: trends.services.length,
                })}
              </p>
            )}
          </Figure>
        </>
      )}
      {ages && <OpenActions ages={ages} isWhole={settled.actions?.isWhole === true} scope={scope} />}
    </div>
  );
}

/** More bars than these nobody compares. */
const MOST_SERVICES = 15;

function HowMany({ trends, scope, look }: { trends: Trends; scope: ScopeId; look: Look }) {
  const first = trends.columns[0]?.from ?? '';
  const since = first === '' ? '' : ` ${say('since {day}', { day: dayWords(first) })}`;
  const severe = SEVERITIES.filter(({ id }) => trends.counts[id] > 0)
    .map(({ id, label }) => `${trends.counts[id]} ${label}`)
    .join(', ');
  const { undated, later, earlier, total } = trends;
  const rest = [
    { count: undated, words: say('without a start, in no month'), asked: { without: 'startedAt' } },
    {
      count: earlier,
      words: say('before this period'),
      asked: { to: first === '' ? '' : dayBeside(first, -1) },
    },
    { count: later, words: say('later than today'), asked: { from: dayBeside(look.today, 1) } },
  ].filter(({ count }) => count > 0);
  return (
    <>
      <p>
        {total === 0 ? say('No incident started') : sayCount(total, '{n} started', '{n} started')}
        {since}
        {severe !== '' && `: ${severe}`}.
      </p>
      {rest.length > 0 && (
        <p className="small">
          {saying('Not counted: {reasons}.', {
            reasons: rest.map(({ count, words, asked }, index) => (
              <span key={words}>
                {index > 0 && ', '}
                <Link to={libraryAddress(scope, asked)}>
                  {count} {words}
                </Link>
              </span>
            )),
          })}
        </p>
      )}
    </>
  );
}
