/** What reads times and lines: loaded once somebody works on the timeline. */
export { pastedEntries } from '../../../domain/timeline/pasted';
export { inOrderOfTime, instantOfRow, withTime } from '../../../domain/timeline/rowTimes';
