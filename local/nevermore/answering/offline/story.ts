import { isOnlyALength } from '../../../../domain/reading/times/lengths';
import { inOrderOfTime, isSure, type Moment, readStatements, type Statement } from '../../../../domain/story';
import { isSpan } from './wording/lead';
import { spelledOut } from './wording/tidy';

/** Statements that belong together: one that leans on another stays behind it, wherever that goes. */
export interface Unit {
  statements: Statement[];
  moment: Moment | null;
  kind: Statement['kind'];
  confidence: number;
  suspected: boolean;
  /** What it was told after stands in another passage: it must not seem to have happened with what is now before it. */
  apart?: boolean;
}

/** A sentence that means nothing without the one before it. */
const LEANS_BACK =
  /^(?:this|that|these|those|it|they|he|she|its|their|both|such|so|but|also|then|as a result|therefore|instead|otherwise|although|though|which|who|no\s?[-,–]|yes\s?[-,–]|still|too|same|not (?:yet )?(?:sure|certain|100|reproduced|verified|confirmed|proven|tested)|best guess|helped|whether|because|bc|only then|by then|even|however|in theory|most of|some of|the (?:rest|others?|same|latter|former))\b/i;

/** "rejected every webhook since then": it means nothing without the time told before it. */
const LEANS_ON_A_TIME =
  /\b(?:since|by|until|till|from|after|before) (?:then|that)\b|\b(?:at|during|in) (?:that|this) (?:time|window|point|moment)\b/i;

/** "40 more by 12:00", "again 01:20": a step of the story, and nothing by itself. */
const A_STEP_ONLY = /^~?(?:again|another|others?|more|same|\d+ (?:more|others?))\b/i;

/** Whom it hurt may stand apart from the time that it was at; a step of the story may not. */
const leansBack = ({ text, kind }: Statement): boolean =>
  LEANS_BACK.test(text) || (kind !== 'impact' && LEANS_ON_A_TIME.test(text));

/** A text's statements as units, in the order told. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  for (const statement of readStatements(text)) {
    // Nothing but steam.
    if (spelledOut(statement.text) === '') continue;
    const last = units.at(-1);
    if (last && !statement.moment && !statement.opensLine && leansBack(statement)) {
      last.statements.push(statement);
    } else {
      const { suspected } = statement;
      const { kind, confidence } = A_STEP_ONLY.test(statement.text) ? TELLS_NOTHING : statement;
      const moment = looksBack(statement, units) ? null : statement.moment;
      units.push({ statements: [statement], moment, kind, confidence, suspected });
    }
  }
  return units;
}

const TELLS_NOTHING = { kind: null, confidence: 0 };

/** "Mail was down from 02:40 to 09:30", told when the story has passed that: it sums up, and is no step. */
const looksBack = ({ moment }: Statement, before: readonly Unit[]): boolean => {
  const last = before.findLast((unit) => unit.moment)?.moment;
  return moment !== null && isSpan(moment) && !!last && last.minutes > moment.minutes && moment.date === null;
};

/** Units in the order of their times; one without a time stays behind the one it followed. */
export const inOrder = (units: readonly Unit[]): Unit[] => inOrderOfTime(units);

/** How sure a kind must be before a passage is moved to others of its kind, or stands under a label. */
const CERTAIN = 0.6;

/** Whether a unit surely tells one of these. A unit of two statements must tell it with its first. */
export const tells = (unit: Unit, ...kinds: NonNullable<Statement['kind']>[]): boolean =>
  unit.kind !== null && kinds.includes(unit.kind) && unit.confidence >= CERTAIN;

/** What it tells, for choosing an aside: nothing where that is not certain, as a wrong tone is worse than none. */
export const toneOf = ({ kind, confidence }: Unit): Statement['kind'] =>
  confidence >= CERTAIN ? kind : null;

/** About the report and not about the incident: "I will write this down while I remember". */
export const isAboutTheText = ({ statements, moment }: Unit): boolean =>
  moment === null &&
  statements.every(
    ({ text }) =>
      /\bwrit(?:e|ing) (?:this|it|that|things)\b|\bwrite-?\s?up\b/i.test(text) && !/\d/.test(text),
  );

/** Whether a label may stand over it. A doubt in so many words makes a suspicion sure enough. */
export const deservesLabel = (unit: Unit): boolean =>
  unit.kind === 'cause' && unit.suspected ? unit.confidence >= CERTAIN : isSure(unit);

/** A statement that says how long it took, and nothing else. */
export const isDuration = ({ statements: [first, ...more], moment }: Unit): boolean =>
  first !== undefined && more.length === 0 && moment === null && isOnlyALength(first.text);
