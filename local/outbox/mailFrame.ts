/**
 * Nothing is loaded, nothing runs, no form is sent; styles and pictures come from the mail itself. A link may be
 * followed, by a person who clicks on it, into a window of its own.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * A mail's HTML as a document of its own for a frame. `<link>` goes, because a policy does not keep a browser from
 * opening a connection for `rel=preconnect`; links open a new window, which the `<base>` in front says, since one
 * within the frame is not followed.
 */
export const mailFrame = (html: string): { headers: Record<string, string>; body: string } => ({
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'x-dns-prefetch-control': 'off',
  },
  body: html
    .replace(/<(?=link[\s/>])/gi, '<x-')
    .replace(/^(\s*<!doctype[^>]*>)?/i, '$1<base target="_blank">'),
});
