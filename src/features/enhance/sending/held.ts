import type { Sending } from '../../../../domain/sending';

/** What is held back, each value once. */
export const heldValues = ({ held }: Sending): Sending['held'] =>
  held.filter(({ placeholder }, index) => held.findIndex((one) => one.placeholder === placeholder) === index);
