import { randomBytes } from 'node:crypto';

/** Drawn for each answer: who wrote the text could not have known it. */
export const sealOf = (): string => randomBytes(6).toString('hex');
