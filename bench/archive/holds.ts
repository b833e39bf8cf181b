const flat = (text: string) => text.replace(/\s+/g, ' ');

/** Whether a text holds a quote, but for how its lines are broken. */
export const holds = (text: string, quote: string): boolean => flat(text).includes(flat(quote));
