import type { Collector } from './fact';

/** Versions keep their figures as written: 3.10 is not 3.1. */
export function readVersions(collector: Collector): void {
  collector.take(
    /(?<![\w.])v?(\d{1,6}(?:\.\d{1,6}){2,4}(?:[-+][a-z0-9][\w.+-]{0,40})?)(?![\w]|\.\d)/gi,
    (match) => {
      const version = (match[1] as string).replace(/\.$/, '');
      return {
        kind: 'version',
        keys: [`v:${version.toLowerCase()}`],
        to: match[0].length - ((match[1] as string).length - version.length),
      };
    },
  );
  collector.take(/(?<![\w.])v\.?(\d{1,6}(?:\.\d{1,6}){0,4})(?![\w]|\.\d)/gi, ([, version]) => ({
    kind: 'version',
    keys: [`v:${version}`],
  }));
  collector.take(
    /\b(versions?|release)\s(\d{1,6}(?:\.(?:\d{1,6}|x)){0,3})(?![\w:%]|\.\d|\s?(?:was|were)\sreleased\sin)/gi,
    (match) => ({
      kind: 'version',
      keys: [`v:${match[2]}`, `n:${match[2]}`],
      from: match[0].length - (match[2] as string).length,
    }),
  );
}
