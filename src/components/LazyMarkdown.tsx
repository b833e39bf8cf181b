import { Suspense } from 'react';
import { lazily } from './lazily';
import type { PlaceMark } from './markPlaces';

const MarkdownView = lazily(() => import('./MarkdownView'));

/** Rendered Markdown; until the renderer has arrived, the text as it stands. */
export const LazyMarkdown = (props: {
  text: string;
  /** The level of the heading under which it stands. */
  headingAbove: number;
  marks?: readonly PlaceMark[];
}) => (
  <Suspense
    fallback={
      <p className="prose pre-line" dir="auto">
        {props.text}
      </p>
    }
  >
    <MarkdownView {...props} />
  </Suspense>
);
