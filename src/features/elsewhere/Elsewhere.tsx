import { type ComponentProps, Suspense, useState } from 'react';
import { lazily } from '../../components/lazily';
import type Offers from './BelongsElsewhere';

const BelongsElsewhere = lazily(() => import('./BelongsElsewhere'));

/** In less than this nothing stands that belongs elsewhere, and the rules that look for it are not fetched. */
const SHORTEST_STORY = 60;

/** What of a section belongs to another one, once there is enough to say so. */
export function Elsewhere(props: ComponentProps<typeof Offers>) {
  const isLong = props.texts[props.section].length > SHORTEST_STORY;
  // It stays when the text is short again: that may be because of a move that can still be taken back.
  const [wasLong, setWasLong] = useState(isLong);
  if (isLong && !wasLong) setWasLong(true);
  if (!wasLong) return null;
  return (
    <Suspense fallback={null}>
      <BelongsElsewhere {...props} />
    </Suspense>
  );
}
