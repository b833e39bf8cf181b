import { lengthInWords } from '../../../domain/lengthOfTime';

/** A length as a picture of many tells it: to the hour where it is days. */
export const minutesInWords = (minutes: number): string => lengthInWords(minutes * 60_000, 2);
