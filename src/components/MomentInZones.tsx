import { clocksOf } from './momentWords';

/** The zone of this computer. A person may travel; a page that is open does not notice before it is read again. */
export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A certain moment: as the incident's clocks showed it, and as the reader's do. */
export function MomentInZones(props: { moment: string | undefined; zone: string | undefined }) {
  const { moment, zone } = props;
  const clocks = moment === undefined ? null : clocksOf(moment, zone, readersZone());
  if (!clocks) return null;
  return (
    <time dateTime={moment}>
      <bdi>{clocks.told}</bdi>
      {clocks.here !== null && (
        <>
          {' · '}
          {clocks.here} here
        </>
      )}
    </time>
  );
}
