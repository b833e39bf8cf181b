/** Told on the window when somebody has decided here: what waits for them is less. */
export const DECIDED = 'nevermore:decided';
