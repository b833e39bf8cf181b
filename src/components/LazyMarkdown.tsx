import { lazy, Suspense } from 'react';
import type { PlaceMark } from './markPlaces';

const MarkdownView = lazy(() => import('./MarkdownView'));

/** Rendered Markdown; until the renderer has arrived, the text as it stands. */
export const LazyMarkdown = ({ text, marks }: { text: string; marks?: readonly PlaceMark[] }) => (
  <Suspense fallback={<p className="prose pre-line">{text}</p>}>
    <MarkdownView text={text} {...(marks && { marks })} />
  </Suspense>
);
