/** FNV-1a over UTF-16 units, as 32 bits without a sign: short, and the same on every machine. No secret hides in it. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
