/** What a service makes of what was posted to one of its webhooks. */
export interface Taken {
  /** In whose words it is; none when nobody would take it. */
  readonly format?: 'slack' | 'teams';
  readonly answer: { readonly status: number; readonly text: string };
  /** What a reader of the channel would see, in plain text. */
  readonly text: string;
  /** Why it was refused, or what is lost of it, in sentences for people. */
  readonly notes: readonly string[];
}

/** Fields of Slack's blocks and of Adaptive Cards that hold what people read, or what a button opens. */
const READ = new Set(['text', 'title', 'value', 'url', 'alt_text', 'fallbackText', 'pretext', 'fallback']);

/** All that a person would read of a message, a line for each text, in its order. */
export function readable(part: unknown): string {
  const lines: string[] = [];
  const visit = (value: unknown, field: string | undefined): void => {
    if (typeof value === 'string') {
      if (field !== undefined && READ.has(field) && value.trim() !== '') lines.push(value);
    } else if (Array.isArray(value)) for (const one of value) visit(one, field);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) visit(inner, name);
  };
  visit(part, undefined);
  return lines.join('\n');
}
