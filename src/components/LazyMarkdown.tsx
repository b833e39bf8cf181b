import { lazy, Suspense } from 'react';

const MarkdownView = lazy(() => import('./MarkdownView'));

/** Rendered Markdown; until the renderer has arrived, the text as it stands. */
export const LazyMarkdown = ({ text }: { text: string }) => (
  <Suspense fallback={<p className="prose pre-line">{text}</p>}>
    <MarkdownView text={text} />
  </Suspense>
);
