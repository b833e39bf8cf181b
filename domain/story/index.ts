export { protectedSpans } from '../reading/text/protectedSpans';
export { type Moment, momentsIn } from '../reading/times/moments';
export { belongsElsewhere } from './belongsElsewhere';
export { areInOrder, inOrderOfTime } from './orderOfTime';
export { readStatements } from './readStatements';
export { isSure, type Statement, type StatementKind } from './statement';
