import type { ReactNode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static.node';

/** What a page holds in the end, everything that is loaded late included: its HTML, and what people read. */
export async function rendered(page: ReactNode): Promise<{ html: string; words: string }> {
  const { prelude } = await prerenderToNodeStream(page, {
    onError: (error) => {
      throw error;
    },
  });
  let html = '';
  for await (const chunk of prelude) html += chunk;
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
