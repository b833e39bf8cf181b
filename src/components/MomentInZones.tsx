import { say } from '../language/say';
import { clocksOf, readersZone } from './momentWords';

/** A certain moment: as the incident's clocks showed it, and as the reader's do. */
export default function MomentInZones(props: { moment: string | undefined; zone: string | undefined }) {
  const { moment, zone } = props;
  const clocks = moment === undefined ? null : clocksOf(moment, zone, readersZone());
  if (!clocks) return null;
  return (
    <time dateTime={moment}>
      <bdi>{clocks.told}</bdi>
      {clocks.here !== null && <> · {say('{clock} here', { clock: clocks.here })}</>}
    </time>
  );
}
