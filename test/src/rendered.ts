import type { ReactNode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static.node';

/** What a page holds in the end, everything that is loaded late included: its HTML, and what people read. */
export async function rendered(page: ReactNode): Promise<{ html: string; words: string }> {
  const errors: unknown[] = [];
  // Thrown in there, React would wait for ever.
  const { prelude } = await prerenderToNodeStream(page, { onError: (error) => void errors.push(error) });
  let html = '';
  for await (const chunk of prelude) html += chunk;
  if (errors.length > 0) throw errors[0];
  // React parts neighbouring texts with comments that nobody reads.
  html = html.replaceAll('<!-- -->', '');
  return { html, words: wordsOf(html) };
}

/** The text of HTML in one line; hidden texts are read too, and styles and scripts are not. */
const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style|template)\b.*?<\/\1>|<!--.*?-->/gs, '')
    .replace(/<\/(?:p|li|h\d|button|div|label)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
