/** Tells whoever runs this that something went wrong and was got over. */
export type Warn = (message: string, error: unknown) => void;

/** Tells the log what went wrong and what was done instead, as a line of JSON that alarms and queries read. */
export const warn: Warn = (message, error) =>
  console.warn(JSON.stringify({ level: 'WARN', message, error: String(error) }));
