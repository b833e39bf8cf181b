/** Calls back once so much time has passed, in milliseconds. @returns what calls it off */
export function after(milliseconds: number, callback: () => void): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}
