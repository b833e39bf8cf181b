export { belongsElsewhere } from './belongsElsewhere';
export { momentsIn } from './moments';
export { areInOrder, inOrderOfTime } from './order';
export { protectedSpans } from './protectedSpans';
export { readStatements } from './readStatements';
export { type Moment, STATEMENT_KINDS, type Statement, type StatementKind } from './statement';
