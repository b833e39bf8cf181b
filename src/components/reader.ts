import { calendarDay } from '../../domain/calendarDay';

/** The zone of this browser: where the reader is. */
export const READER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The calendar day where the reader is, `2026-03-01`. */
export const today = (): string => calendarDay(new Date().toISOString(), READER_ZONE) ?? '';
