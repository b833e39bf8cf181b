/** So many characters are looked at, from the end: a few lines. */
const WINDOW = 800;
/** A passage this long that comes back so often is no list and no table. */
const UNIT = 40;
const TIMES = 5;
/** Small units ("2, 2, 2, "): the whole window is one of them. */
const LONGEST_SMALL_UNIT = 40;
const SMALL_WINDOW = 240;

/**
 * Whether a text has begun to go round in circles, as small models do: then the answer is over, and waiting
 * for its bound would only cost time. What is made of the text is decided where it is read
 * (`domain/answers`).
 */
export function goesInCircles(text: string): boolean {
  const tail = text.slice(-WINDOW);
  if (tail.length >= UNIT * TIMES) {
    const unit = tail.slice(-UNIT);
    if (tail.split(unit).length - 1 >= TIMES) return true;
  }
  const small = text.slice(-SMALL_WINDOW);
  if (small.length < SMALL_WINDOW) return false;
  for (let length = 1; length <= LONGEST_SMALL_UNIT; length += 1) {
    if (small.slice(length) === small.slice(0, -length)) return true;
  }
  return false;
}
