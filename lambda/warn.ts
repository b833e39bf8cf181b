/** Tells the log what went wrong and what was done instead, as a line of JSON that alarms and queries read. */
export const warn = (message: string, error: unknown): void =>
  console.warn(JSON.stringify({ level: 'WARN', message, error: String(error) }));
