/** What a cleaned picture is, and putting its parts together. */

export interface CleanImage {
  type: 'image/jpeg' | 'image/png';
  /** As it is shown, in pixels. */
  width: number;
  height: number;
  bytes: Uint8Array;
}

/** @returns the parts in one piece */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
