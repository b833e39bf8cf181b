/** Both texts of a check, and those of the one before: drafts are checked one after the other against one source. */
const MOST_LATELY = 4;

/**
 * Remembers what was read of the texts that were read last, so that a text is read once however many parts of
 * the check ask for it. Do not change what such a reading answers with.
 */
export function lately<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    const oldest = known.keys().next().value;
    if (known.size >= MOST_LATELY && oldest !== undefined) known.delete(oldest);
    known.set(text, result);
    return result;
  };
}
