import { Suspense } from 'react';
import { MOMENTS, type TimelineEntry } from '../../domain/postMortem';
import { showPlace } from '../components/InPageLink';
import { lazily } from '../components/lazily';
import { showRow } from '../components/shownRow';
import type { DocumentContent } from '../data/types';

const load = () => import('../features/incident/parts');
const IncidentTimes = lazily(async () => ({ default: (await load()).IncidentTimes }));
const IncidentPicture = lazily(async () => ({ default: (await load()).IncidentPicture }));
const EntryFlags = lazily(async () => ({ default: (await load()).EntryFlags }));

/** Whether there is anything to compute from; what computes it loads only then. */
const hasTimes = (content: DocumentContent): boolean =>
  content.timeline.length > 0 || MOMENTS.some(({ id }) => content[id] !== null);

/** What follows from the times of an incident, for those who write. */
export const incidentToEdit = (
  content: DocumentContent,
  onTimeline: (timeline: TimelineEntry[]) => void,
) => ({
  times: hasTimes(content) && (
    <Suspense fallback={null}>
      <IncidentTimes document={content} />
    </Suspense>
  ),
  picture: hasTimes(content) && (
    <Suspense fallback={null}>
      <IncidentPicture
        document={content}
        onShow={(entry) => (entry === null ? showPlace('facts') : showRow('timeline entry', entry))}
        onChange={onTimeline}
      />
    </Suspense>
  ),
  flags: (entry: number) => (
    <Suspense fallback={null}>
      <EntryFlags document={content} entry={entry} onChange={onTimeline} />
    </Suspense>
  ),
});

/** The same for those who read. */
export const incidentToRead = (content: DocumentContent) => ({
  times: <IncidentTimes document={content} />,
  picture: (onShow: (entry: number | null) => void) => <IncidentPicture document={content} onShow={onShow} />,
});
