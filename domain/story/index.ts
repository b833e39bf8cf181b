export { belongsElsewhere } from './belongsElsewhere';
export { momentsIn } from './moments';
export { areInOrder, inOrderOfTime } from './order';
export { protectedSpans } from './protectedSpans';
export { readStatements } from './readStatements';
export type { Moment, Statement, StatementKind } from './statement';
