/** "kim: no vacuum running": somebody speaking, on a line of its own. */
const SPOKEN = /^\s*(?:[<[(]?@?(\p{L}[\p{L}\d._-]{0,30})[>\])]?): \S/u;
const FEWEST_LINES = 3;
const MOST_LINES_READ = 200;
/** In a chat hardly a line goes on with the one before. */
const SHARE_SPOKEN = 0.6;

/** Whether a line says who speaks in it. */
export const isSpoken = (line: string): boolean => SPOKEN.test(line);

/**
 * Whether a text is a chat, told line by line by people who speak more than once: there a line in small letters
 * goes on with nothing. Looks at its first 200 lines.
 */
export function isChat(text: string): boolean {
  if (!text.includes(': ')) return false;
  const lines = text.split('\n', MOST_LINES_READ).filter((line) => line.trim() !== '');
  const speakers = lines.flatMap((line) => SPOKEN.exec(line)?.[1] ?? []);
  return (
    speakers.length >= FEWEST_LINES &&
    speakers.length >= SHARE_SPOKEN * lines.length &&
    new Set(speakers).size < speakers.length
  );
}
