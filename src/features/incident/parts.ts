/** What a page shows of an incident's times: loaded together, once there is one to show. */
export { EntryFlags } from './EntryFlags';
export { IncidentPicture } from './IncidentPicture';
export { IncidentTimes } from './IncidentTimes';
