import { type Html, html } from './html';

/** What all pages share. */
export type Frame = {
  title: string;
  /** The clock's speed in words, unless it is a real one. */
  clock?: string;
  /** Whether inputs, results and errors are shown. */
  showsData: boolean;
};

/** A whole document. What changes by itself is in parts with `data-live` and an id, which the script replaces. */
export function documentOf({ title, clock, showsData }: Frame, main: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/executions/page.css">
<script src="/executions/page.js" defer></script>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header>
<p class="where"><a href="/executions">Durable executions</a> · local Lambda</p>
<label class="follow" hidden><input type="checkbox" id="follow" checked> Update by itself</label>
</header>
<main id="main">
<h1>${title}</h1>
${clock ? html`<p class="clock">The clock is faster here: ${clock}.</p>` : ''}
${main}
</main>
<footer>
<p>${
    showsData
      ? 'Inputs, results and errors can hold what people wrote. They are read from this computer and sent nowhere.'
      : 'Inputs, results and errors are left out: they can hold what people wrote. Open the address that the local cloud prints at its start, once, and this browser sees them.'
  }</p>
</footer>
</body>
</html>
`.text;
}
