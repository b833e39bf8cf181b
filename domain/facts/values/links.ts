import type { Collector, Found } from './fact';
import { AFTER_DOT, BEFORE_DOT, DIGIT_FIRST } from './runs';
import { DOMAIN, DOMAINS, FILE_ENDING, FILES } from './vocabulary';

const literal = (kind: string, text: string): Found => ({ kind, keys: [`s:${text.toLowerCase()}`] });

/** A full stop or bracket after an address belongs to the sentence. */
const trimmed = (kind: string, match: string): Found => {
  const text = match.replace(/[.,;:!?'")\]}>*_]+$/, '');
  return { ...literal(kind, text.replace(/\/$/, '')), to: text.length };
};

const HOST = new RegExp(
  `(?<![\\w.@/-])(?:\\*\\.?)?(?:[a-z0-9_](?:[\\w-]{0,62})\\.){1,8}(?:${DOMAINS})(?::\\d{1,5})?(?:/[^\\s<>"'|,;)\\uFFFC]{0,500})?(?![\\w-])`,
  'gi',
);
const FILE = new RegExp(
  // Each further part needs its slash: with an optional one, a long word could be cut in endless ways.
  `(?<![\\w./@*-])/?[\\w@*][\\w.@*-]{0,80}(?:/[\\w@*][\\w.@*-]{0,80}){0,11}\\.(?:${FILES})(?![\\w-]|\\.\\w)`,
  'g',
);

/** URLs, e-mail addresses, IP addresses, hosts and paths. */
export function readLinks(collector: Collector): void {
  collector.take(
    /\b(?:https?|wss?|ftp|ssh|s3|gs|git|jdbc|postgres(?:ql)?|redis|amqp):\/\/[^\s<>"'`|\uFFFC]{2,2000}/gi,
    ([url]) => trimmed('url', url),
    { needs: '://' },
  );
  collector.take(/\barn:[\w-]{1,20}:[^\s,;)"'<>\uFFFC]{3,400}/gi, ([arn]) => trimmed('id', arn), {
    needs: /arn:/i,
  });
  collector.take(
    /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}(?![\w-])/gi,
    ([mail]) => trimmed('email', mail),
    { needs: '@' },
  );
  collector.take(
    /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}|:\d{1,5})?(?![\w.]*\w)/y,
    ([ip]) => literal('ip', ip),
    {
      at: [DIGIT_FIRST | BEFORE_DOT],
    },
  );
  collector.take(
    /(?<![\w:.])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?:\/\d{1,3})?(?![\w:])/gi,
    ([ip]) => (/::|[a-f]/i.test(ip) || ip.split(':').length > 3 ? literal('ip', ip) : null),
    { needs: /:[0-9a-f]{1,4}:/i },
  );
  collector.take(
    HOST,
    // "e.g. in" and "etc.in" are no hosts.
    ([host]) => (/^[a-z]\.[a-z]{1,2}$/i.test(host) ? null : trimmed('host', host)),
    { needsRun: [AFTER_DOT | DOMAIN] },
  );
  collector.take(
    FILE,
    ([path]) =>
      /[a-z_]/i.test(path.split('.')[0] ?? '') || path.includes('/') ? literal('path', path) : null,
    { needsRun: [AFTER_DOT | FILE_ENDING] },
  );
  collector.take(
    /(?<![\w.:/\uFFFC<])(?:~|\.{1,2})?\/[a-z_.][\w.@*-]{0,80}(?:\/[\w.@*{}:-]{0,80}){0,15}/gi,
    ([path]) => (path.length > 2 ? trimmed('path', path) : null),
    { needs: '/' },
  );
  collector.take(/(?<![\w])[a-z]:\\[\w\\.-]{1,200}/gi, ([path]) => trimmed('path', path), {
    needs: ':\\',
  });
}
