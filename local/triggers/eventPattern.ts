/** A pattern as event source mappings and EventBridge's rules filter by: each leaf is a list of what may be there. */
export type EventPattern = { readonly [field: string]: EventPattern | readonly unknown[] };

/**
 * Whether an event fits a pattern: every field of the pattern fits one of the values that it lists. Of a list in
 * the event one entry is enough.
 * @throws RangeError for a comparison that is not served here, so that nothing is filtered by guess
 */
export function fitsPattern(event: unknown, pattern: EventPattern): boolean {
  if (Array.isArray(event)) return event.some((one) => fitsPattern(one, pattern));
  return Object.entries(pattern).every(([field, wanted]) => {
    const found = (event as Record<string, unknown> | null | undefined)?.[field];
    return Array.isArray(wanted)
      ? wanted.some((one) => (Array.isArray(found) ? found : [found]).some((entry) => fits(entry, one)))
      : fitsPattern(found, wanted as EventPattern);
  });
}

function fits(found: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  const [comparison, operand] = Object.entries(wanted)[0] ?? [];
  switch (comparison) {
    case 'exists':
      return (found !== undefined) === operand;
    case 'prefix':
      return typeof found === 'string' && found.startsWith(String(operand));
    case 'suffix':
      return typeof found === 'string' && found.endsWith(String(operand));
    case 'anything-but':
      return found !== undefined && ![operand].flat().includes(found);
    case 'equals-ignore-case':
      return typeof found === 'string' && found.toLowerCase() === String(operand).toLowerCase();
    default:
      throw new RangeError(`Event filters with ${comparison} are not served locally.`);
  }
}
