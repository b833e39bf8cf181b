import { type AuthoredContent, fieldById } from '../postMortem/fields';
import type { Exported } from './exported';
import { escapeMarkup, toMarkup } from './markup';
import { PICTURE_STYLE, pictureMarkup } from './picture';
import { documentTree } from './tree';

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 0.5em; }
h1 { margin-top: 0; }
pre { padding: 0.75rem; border: 1px solid #8886; white-space: pre-wrap; }
code { font-family: ui-monospace, monospace; font-size: 0.92em; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.35rem 0.6rem; border: 1px solid #8886; text-align: start; vertical-align: top; }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid #8886; }
@page { margin: 18mm 16mm; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; color: #000; background: #fff; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  tr, li, pre, blockquote { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; }
}
`;

/** Nothing is loaded, run, sent or framed, whatever stands in the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/** One file that stands alone, looks at home in both schemes and prints to a clean PDF. */
export function write(document: AuthoredContent): Exported {
  const body = toMarkup(documentTree(document)).replaceAll(
    '<a href=',
    '<a rel="noopener noreferrer nofollow" href=',
  );
  const picture = pictureMarkup(document);
  return {
    text: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>
<meta name="referrer" content="no-referrer"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escapeMarkup(document.title.trim() || 'Untitled post-mortem')}</title>
<style>${STYLE}${picture && PICTURE_STYLE}</style>
</head>
<body dir="auto">
${picture === '' ? body : withPicture(body, picture)}</body>
</html>
`,
    told: [],
  };
}

/** Under the heading of the timeline, which no other heading of its level is called; or else under the facts. */
function withPicture(body: string, picture: string): string {
  const heading = body.indexOf(TIMELINE);
  const first = body.indexOf('<h2>');
  if (heading >= 0)
    return `${body.slice(0, heading + TIMELINE.length)}\n${picture}${body.slice(heading + TIMELINE.length)}`;
  return first < 0 ? body + picture : `${body.slice(0, first)}${picture}${body.slice(first)}`;
}

const TIMELINE = `<h2>${fieldById('timeline').label}</h2>`;
