import type { Collector } from './fact';
import { BEFORE_DOT, DIGIT, LETTER } from './runs';
import { VERSION_WORD } from './vocabulary';

/** Versions keep their figures as written: 3.10 is not 3.1. */
export function readVersions(collector: Collector): void {
  collector.take(
    /(?<![\w.])v?(\d{1,6}(?:\.\d{1,6}){2,4}(?:[-+][a-z0-9][\w.+-]{0,40})?)(?![\w]|\.\d)/iy,
    (match) => {
      const version = (match[1] as string).replace(/\.$/, '');
      return {
        kind: 'version',
        keys: [`v:${version.toLowerCase()}`],
        to: match[0].length - ((match[1] as string).length - version.length),
      };
    },
    { at: [DIGIT | BEFORE_DOT] },
  );
  collector.take(
    /(?<![\w.])v\.?(\d{1,6}(?:\.\d{1,6}){0,4})(?![\w]|\.\d)/iy,
    ([, version]) => ({ kind: 'version', keys: [`v:${version}`] }),
    { at: [DIGIT | LETTER, VERSION_WORD | BEFORE_DOT] },
  );
  collector.take(
    /\b(versions?|release)\s(\d{1,6}(?:\.(?:\d{1,6}|x)){0,3})(?![\w:%]|\.\d|\s?(?:was|were)\sreleased\sin)/iy,
    (match) => ({
      kind: 'version',
      keys: [`v:${match[2]}`, `n:${match[2]}`],
      from: match[0].length - (match[2] as string).length,
    }),
    { at: [VERSION_WORD] },
  );
}
