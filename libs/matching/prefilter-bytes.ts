/** The first pass over raw JSON: says from the bytes of an event whether it can match at all, before anyone parses it. */

import type { CompiledWatches } from './compile-watches.js';
import { FirstPass } from './first-pass.js';

/** Where Bluesky and X put what people write; and where links stand, asked for when a watch hangs on a site. */
const TEXT_KEYS: readonly string[] = ['text'];
const LINK_KEYS: readonly string[] = ['uri', 'url', 'expanded_url'];

const QUOTE = '"';
const QUOTE_BYTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/**
 * Whether a post in these UTF-8 bytes of JSON may match one of the watches by what stands under the keys that the
 * connector hands to `matchPost` as text. It never says no to a post that `matchPost` would match by those texts; it may
 * say yes to one that it would not. When it says no, the bytes need not be parsed.
 */
export function prefilterBytes(compiled: CompiledWatches, bytes: Uint8Array, textKeys: readonly string[] = TEXT_KEYS): boolean {
  if (compiled.everyPost) return true;
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const json = buffer.toString('latin1');
  const first = FirstPass.of(compiled);
  for (const key of textKeys) if (valuesMayMatch(first, bytes, json, key)) return true;
  if (!compiled.hasSites) return false;
  return LINK_KEYS.some((key) => valuesMayMatch(first, bytes, json, key));
}

/** `json` has one character a byte, which makes looking for a key the engine's own fast search. */
function valuesMayMatch(first: FirstPass, bytes: Uint8Array, json: string, key: string): boolean {
  const closed = closedKey(key);
  for (let at = json.indexOf(closed); at >= 0; at = json.indexOf(closed, at + closed.length)) {
    if (bytes[at - 1] !== QUOTE_BYTE) continue;
    const start = valueStart(bytes, at + closed.length);
    if (start > 0 && first.bytes(bytes, start, valueEnd(json, start), true)) return true;
  }
  return false;
}

const closedKeys = new Map<string, string>();
const MAX_KEYS = 100;

/** The key with its closing quote, made once: the engine searches fastest for a string that it knows. */
function closedKey(key: string): string {
  const closed = closedKeys.get(key) ?? `${key}"`;
  if (closedKeys.size < MAX_KEYS) closedKeys.set(key, closed);
  return closed;
}

/** Where the string after a key begins, or 0 when it was no key or has no string. */
function valueStart(bytes: Uint8Array, afterKey: number): number {
  let i = skipSpace(bytes, afterKey);
  if (bytes[i] !== COLON) return 0;
  i = skipSpace(bytes, i + 1);
  return bytes[i] === QUOTE_BYTE ? i + 1 : 0;
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < bytes.length && (bytes[i] as number) <= 0x20) i++;
  return i;
}

function valueEnd(json: string, start: number): number {
  for (let end = json.indexOf(QUOTE, start); end >= 0; end = json.indexOf(QUOTE, end + 1)) {
    let slashes = 0;
    while (json.charCodeAt(end - 1 - slashes) === BACKSLASH && end - 1 - slashes >= start) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return json.length;
}
