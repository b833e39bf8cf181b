/**
 * A text as the judge sees it: one kind of bullet and of heading, no runs of empty lines. Formatting must not
 * earn points, and a habit of formatting would tell which model wrote it.
 */
export const plainlyFormatted = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/^([ \t]*)[*+•‣–][ \t]+/gm, '$1- ')
    .replace(/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, '**$1**')
    .replace(/^__(.+)__$/gm, '**$1**')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
