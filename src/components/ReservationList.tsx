import type { Reservation } from '../../domain/readiness';
import { say, sayCount, translated } from '../language/say';
import { GoThere } from './GoThere';
import './reservations.css';

/** In a dialog about a document: what a reader would miss, or should not see, each with a way to get there. */
export function ReservationList(props: { reservations: readonly Reservation[]; onLeave(): void }) {
  const { reservations, onLeave } = props;
  const count = reservations.length;
  if (count === 0) return <p>{say('Nothing is missing that the rules know of.')}</p>;
  return (
    <>
      <p role="status">
        {sayCount(count, 'One thing is worth another look:', '{n} things are worth another look:')}
      </p>
      <ul className="reservations">
        {reservations.map((reservation) => (
          <li key={`${reservation.where} ${reservation.entry} ${reservation.message}`}>
            <span>{translated(reservation.message)}</span>
            <GoThere
              where={reservation.where}
              entry={reservation.entry}
              about={translated(reservation.message)}
              onLeave={onLeave}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
