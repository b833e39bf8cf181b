import { useEffect, useRef, useState } from 'react';
import { useServices } from '../../data/services';
import { say } from '../../language/say';
import { DECIDED } from './decided';

/** How long a count holds, in milliseconds: another page within it asks nothing. */
const HOLDS_MS = 20_000;

/** How many reviews wait for somebody, beside the way to them; nothing where none does. @param page where they are */
export default function ReviewCount({ page }: { page: string }) {
  const { reviews: services } = useServices();
  const [count, setCount] = useState(0);
  const countedAt = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is a moment to count again
  useEffect(() => {
    const look = async (isDue = false) => {
      if (isDue) countedAt.current = 0;
      if (document.visibilityState !== 'visible' || Date.now() - countedAt.current < HOLDS_MS) return;
      countedAt.current = Date.now();
      try {
        const { reviews } = await services();
        // Also when another page is shown by then: it is the same number.
        setCount((await reviews.toDecide()).reviews.length);
      } catch (error) {
        // Whoever follows the link is told; a number beside it is worth no message.
        console.info('How many reviews wait could not be counted.', error);
      }
    };
    void look();
    const shown = () => void look();
    const less = () => void look(true);
    document.addEventListener('visibilitychange', shown);
    window.addEventListener(DECIDED, less);
    return () => {
      window.removeEventListener(DECIDED, less);
      document.removeEventListener('visibilitychange', shown);
    };
  }, [services, page]);
  if (count === 0) return null;
  return (
    <>
      {' '}
      <span className="chip chip-accent">
        {count}
        <span className="visually-hidden"> {say('waiting for you')}</span>
      </span>
    </>
  );
}
