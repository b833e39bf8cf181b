import type { Asides } from '../theme';
import { BEFORE, BEFORE_ANYTHING, BEFORE_HOURS } from './phrases/beforeStatements';
import { CLOSINGS, OPENINGS, QUESTION_LABELS, SOLEMN_OPENINGS } from './phrases/frames';

export const ADDAMS_ASIDES: Asides = {
  before: BEFORE,
  beforeAnything: BEFORE_ANYTHING,
  beforeHours: BEFORE_HOURS,
  openings: OPENINGS,
  solemnOpenings: SOLEMN_OPENINGS,
  closings: CLOSINGS,
  questionLabels: QUESTION_LABELS,
};
