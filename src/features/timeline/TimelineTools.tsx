import { Suspense } from 'react';
import type { Origin } from '../../../domain/history/revision';
import type { TimelineEntry } from '../../../domain/postMortem';
import { lazily } from '../../components/lazily';
import { useUndoNotice } from '../../components/undoNotice';
import type { DocumentContent } from '../../data/types';
import { ImportTimelineButton } from './ImportTimelineButton';

/** What reads prose is loaded when there is a time in it. */
const TimesFromTextButton = lazily(() => import('./TimesFromTextButton'));
const A_TIME = /\d[:.h]\d\d|\d\s?[ap]\.?m\b|\d{4}\s?(?:UTC|Z)\b/i;

/** What makes entries of a timeline beside typing them. */
export function TimelineTools(props: {
  content: DocumentContent;
  timelineNow(): readonly TimelineEntry[];
  onTimeline(timeline: TimelineEntry[], from?: Origin): void;
}) {
  const { detection, description, response } = props.content;
  const sayUndoable = useUndoNotice();
  return (
    <>
      {[detection, description, response].some((text) => A_TIME.test(text)) && (
        <Suspense fallback={null}>
          <TimesFromTextButton {...props} sayUndoable={sayUndoable} />
        </Suspense>
      )}
      <ImportTimelineButton {...props} sayUndoable={sayUndoable} />
    </>
  );
}
