/** A short, repeatable fingerprint of exact text, for versions and for splitting examples. */

/** FNV-1a with a final mix: takes any text and a start, returns a whole number in [0, 2^32). */
export function hash32(text: string, start = 0x811c9dc5): number {
  let hash = start | 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return hash >>> 0;
}

/** Takes any text, returns 16 hexadecimal digits; not for secrets. */
export function textHash(text: string): string {
  return [0x811c9dc5, 0x7ee3623a].map((start) => hash32(text, start).toString(16).padStart(8, '0')).join('');
}
