import { isOnlyALength } from '../../../../domain/reading/times/lengths';
import { inOrderOfTime, isSure, type Moment, readStatements, type Statement } from '../../../../domain/story';
import { spelledOut } from './wording/tidy';

/** Statements that belong together: one that leans on another stays behind it, wherever that goes. */
export interface Unit {
  statements: Statement[];
  moment: Moment | null;
  kind: Statement['kind'];
  confidence: number;
  suspected: boolean;
}

/** A sentence that means nothing without the one before it. */
const LEANS_BACK =
  /^(?:this|that|these|those|it|they|he|she|its|their|both|such|so|but|also|then|as a result|therefore|instead|otherwise|although|though|which|who|no\s?[-,–]|yes\s?[-,–]|still|too|same|not (?:sure|certain|100)|helped|whether|because|bc|only then|by then|even|however|in theory|most of|some of|the (?:rest|others?|same|latter|former))\b/i;

/** A text's statements as units, in the order told. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  for (const statement of readStatements(text)) {
    // Nothing but steam.
    if (spelledOut(statement.text) === '') continue;
    const last = units.at(-1);
    if (last && !statement.moment && !statement.opensLine && LEANS_BACK.test(statement.text)) {
      last.statements.push(statement);
    } else {
      const { moment, kind, confidence, suspected } = statement;
      units.push({ statements: [statement], moment, kind, confidence, suspected });
    }
  }
  return units;
}

/** Units in the order of their times; one without a time stays behind the one it followed. */
export const inOrder = (units: readonly Unit[]): Unit[] => inOrderOfTime(units);

/** How sure a kind must be before a passage is moved to others of its kind, or stands under a label. */
const CERTAIN = 0.6;

/** Whether a unit surely tells one of these. A unit of two statements must tell it with its first. */
export const tells = (unit: Unit, ...kinds: NonNullable<Statement['kind']>[]): boolean =>
  unit.kind !== null && kinds.includes(unit.kind) && unit.confidence >= CERTAIN;

/** Whether a label may stand over it. A doubt in so many words makes a suspicion sure enough. */
export const deservesLabel = (unit: Unit): boolean =>
  unit.kind === 'cause' && unit.suspected ? unit.confidence >= CERTAIN : isSure(unit);

/** A statement that says how long it took, and nothing else. */
export const isDuration = ({ statements: [first, ...more], moment }: Unit): boolean =>
  first !== undefined && more.length === 0 && moment === null && isOnlyALength(first.text);
