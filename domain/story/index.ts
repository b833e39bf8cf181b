export { belongsElsewhere } from './belongsElsewhere';
export { momentsIn } from './moments';
export { areInOrder, inOrderOfTime } from './order';
export { protectedSpans } from './protectedSpans';
export { readStatements } from './readStatements';
export { isSure, type Moment, type Statement, type StatementKind } from './statement';
